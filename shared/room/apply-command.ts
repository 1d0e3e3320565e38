import { assertNever } from '../base/assert.ts';
import {
  BY_SEQUENCER,
  type Command,
  type MatchRules,
  type MemberId,
  type ScriptedRequest,
} from './command.ts';
import { placePlayer, setPaused } from '../sim/match/match-commands.ts';
import { arrange, layOut } from './arranging.ts';
import { setAuto, wait } from './auto.ts';
import { claim } from './claiming.ts';
import { nameBot } from './bots.ts';
import { noticePerson } from './idle.ts';
import { areRules } from './limits.ts';
import { isMomentArena } from './moment-arena.ts';
import { leave, sendAway } from './leaving.ts';
import { isCommandAllowed } from './rights.ts';
import { playOn } from './play-on.ts';
import { isScripted, performScripted } from './scripted.ts';
import {
  beReady,
  considerStart,
  endMatch,
  startWithBothTeams,
  stopEmptyStart,
} from './starting.ts';
import {
  changePerson,
  freeSeat,
  moveToTeam,
  peopleOf,
  smallerTeam,
  takePlace,
  teamLimit,
  teamSize,
  teamWithBots,
} from './places.ts';
import { type Bot, type Person, findMember, isPerson, isScriptHosted } from './room-state.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE } from '../sim/team.ts';
import { castVote, dropPauseVotes } from './votes.ts';
import { type ArenaSource, type World, isStopped } from './world.ts';

/** [R26] By the host's word, not its own. */
function isSentAway({ by, member }: Command & { type: 'leave' }): boolean {
  return by !== BY_SEQUENCER && by !== member;
}

type MatchCommand = Extract<
  Command,
  { type: 'start' | 'stop' | 'claim' | 'pause' | 'rules' | 'stadium' | 'playOn' | 'coming' }
>;

type PlainCommand = Exclude<Command, { type: ScriptedRequest['type'] }>;

/** Changes the world as the command says; a command that makes no sense any more does nothing. */
export function applyCommand(world: World, command: Command, arenas: ArenaSource): void {
  if (!isCommandAllowed(world.room, command)) return;
  if (command.by !== BY_SEQUENCER) noticePerson(world, command.by);
  if (isScripted(command)) performScripted(world, command);
  else perform(world, command, arenas);
  stopEmptyStart(world);
  considerStart(world);
}

function perform(world: World, command: PlainCommand, arenas: ArenaSource): void {
  switch (command.type) {
    case 'join':
      return join(world, command);
    case 'leave':
      return isSentAway(command) ? sendAway(world, command.member) : leave(world, command.member);
    case 'absent':
      return changePerson(world, command.member, { absent: command.absent });
    case 'bot':
      return addBot(world, command);
    case 'level':
      return setLevel(world, command);
    case 'mark':
      return markTerm(world, command);
    case 'team':
      return moveToTeam(world, command.member, command.team);
    case 'here':
      return;
    case 'auto':
      return setAuto(world, command.size, command.rotates);
    case 'wait':
      return wait(world, command.by, command.waiting);
    case 'arrange':
      return arrange(world, command.how);
    case 'vote':
      return castVote(world, command.by, command.against, command.yes);
    case 'host':
      return handOver(world, command.member);
    case 'ready':
      return beReady(world, command.by, command.ready);
    default:
      return applyToMatch(world, command, arenas);
  }
}

/** What is about the match and where it is, not about those who are here. */
function applyToMatch(world: World, command: MatchCommand, arenas: ArenaSource): void {
  switch (command.type) {
    case 'start':
      return startWithBothTeams(world);
    case 'stop':
      return endMatch(world);
    case 'claim':
      return claim(world, command.by);
    case 'pause':
      return pause(world, command.paused);
    case 'rules':
      return changeRules(world, command.rules);
    case 'stadium':
      return changeStadium(world, command.stadium, arenas);
    case 'playOn':
      return playOn(world, command, arenas);
    case 'coming':
      return awaitStadium(world, command.stadium);
    default:
      return assertNever(command);
  }
}

/**
 * [R2] A newcomer takes a place in the team with fewer people, unless a match with even teams is on.
 * [R11] It takes a bot's seat there if there is one. [R8] To whom the room belongs, that one is the host
 * from now on.
 */
function join(world: World, command: Command & { type: 'join' }): void {
  const { room } = world;
  if (findMember(room, command.member)) return;
  const member: Person = {
    type: 'person',
    id: command.member,
    peer: command.peer,
    name: command.name,
    team: TEAM_NONE,
    seat: null,
    ready: false,
    absent: false,
    idle: false,
    waits: TEAM_NONE,
    coHost: false,
    script: false,
    filters: false,
    badge: null,
  };
  const owner = room.owner ?? member.peer;
  const host = owner === member.peer ? member.id : room.host;
  world.room = { ...room, members: [...room.members, member], host, owner };
  // [R32] There the first who waits gets the place.
  if (room.auto > 0) return wait(world, member.id, true);
  // [R38] [R41] There those who run the room say where it plays.
  if (room.areTeamsLocked || isScriptHosted(room)) return;
  if (isStopped(world)) return takePlace(world, member.id, smallerTeam(room, peopleOf));
  const isEven = teamSize(room, TEAM_SUN) === teamSize(room, TEAM_WAVE);
  if (!isEven) moveToTeam(world, member.id, smallerTeam(room, teamSize));
  else changePerson(world, member.id, { waits: teamWithBots(room) });
}

/** [R9] [R10] A bot comes to a team that has place for it. */
function addBot(world: World, command: Command & { type: 'bot' }): void {
  const { room } = world;
  const { member: id, team, level } = command;
  if (team === TEAM_NONE || findMember(room, id) || teamSize(room, team) >= teamLimit(room)) return;
  const seat = freeSeat(room);
  if (seat === null) return;
  const name = nameBot(room.members, id);
  const self = { type: 'bot', peer: null, ready: true, absent: false, idle: false } as const;
  const bot: Bot = { ...self, id, name, team, seat, level };
  world.room = { ...room, members: [...room.members, bot] };
  placePlayer(world.arena, world.match, seat, team);
}

function setLevel(world: World, { member, level }: Command & { type: 'level' }): void {
  const members = world.room.members.map((one) =>
    one.id === member && one.type === 'bot' ? { ...one, level } : one,
  );
  world.room = { ...world.room, members };
}

/** [R8] A host that runs the room for an absent owner can hand on no more than that. */
function handOver(world: World, id: MemberId): void {
  const { room } = world;
  const next = findMember(room, id);
  if (!next || !isPerson(next)) return;
  const isOwners = findMember(room, room.host)?.peer === room.owner;
  world.room = { ...room, host: id, owner: isOwners ? next.peer : room.owner };
}

/**
 * [R6] A new sequencer, or the same one with another configuration: terms only go up. The host stays
 * the same.
 */
function markTerm(world: World, { member, term, pages }: Command & { type: 'mark' }): void {
  const { room } = world;
  const isNew = term > room.term && findMember(room, member)?.type === 'person';
  const isChange =
    pages !== 0 &&
    term === room.term &&
    member === room.sequencer &&
    pages !== room.configuration?.pages;
  if (!isNew && !isChange) return;
  const configuration = pages === 0 ? null : { pages, at: world.tick };
  world.room = { ...room, sequencer: member, term, configuration };
}

function changeStadium(world: World, stadium: string, arenas: ArenaSource): void {
  const arena = arenas(stadium);
  if (!arena || isMomentArena(arena) || !isStopped(world)) return;
  world.room = { ...world.room, stadium, coming: null, isSwapped: false };
  layOut(world, arena);
}

/** [R7] No match begins until the stadium is here, or it is known that it does not come. */
function awaitStadium(world: World, coming: string | null): void {
  if (!isStopped(world)) return;
  world.room = { ...world.room, coming };
}

function changeRules(world: World, rules: MatchRules): void {
  if (isStopped(world) && areRules(rules)) world.room = { ...world.room, rules };
}

function pause(world: World, paused: boolean): void {
  if (isStopped(world)) return;
  setPaused(world.match, paused);
  dropPauseVotes(world);
}
