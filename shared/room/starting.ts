import { rotate } from './auto.ts';
import type { MemberId } from './command.ts';
import { changePerson, teamSize } from './places.ts';
import { isAway, isPerson, isScriptHosted, type Member } from './room-state.ts';
import { isStarting, startMatch, stopMatch } from '../sim/match/match-commands.ts';
import { MATCH } from '../sim/match-state.ts';
import { plainArena } from '../sim/physics/reshape.ts';
import { restoreDiscs } from './discs.ts';
import { swapEnds } from '../sim/physics/swap-ends.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team } from '../sim/team.ts';
import { TICK_RATE, toTick } from '../sim/tick.ts';
import { isStopped, type World } from './world.ts';

/** [R17] A rematch waits for so long, once somebody is ready for it. */
export const REMATCH_TICKS = 10 * TICK_RATE;

/** Ticks between looks that no command asked for. */
const LOOK_TICKS = 30;

/** [R17] A match was played to its end on this map, and the next one is its rematch. */
export function isRematch(world: Pick<World, 'match'>): boolean {
  return isStopped(world) && world.match.ints[MATCH.winner] !== TEAM_NONE;
}

/** [R5] A member says whether it is ready. Said while a match is on it was meant for that one. */
export function beReady(world: World, id: MemberId, ready: boolean): void {
  if (isStopped(world)) changePerson(world, id, { ready });
}

/**
 * [R5] A match begins by itself when all players that are there are ready and both teams have one, and
 * one of them is a person: bots are always ready. [R43] Where a script runs the room a start is its word.
 * Those who are away are not waited for, but nobody begins against them alone. [R17] A rematch
 * begins with more than half of each team. [R16] Asked behind every command.
 */
export function considerStart(world: World): void {
  if (isStopped(world) && !isScriptHosted(world.room)) considerPlayers(world);
}

function considerPlayers(world: World): void {
  const sun = playersThere(world, TEAM_SUN);
  const wave = playersThere(world, TEAM_WAVE);
  const people = [...sun, ...wave].filter(isPerson);
  if (sun.length > 0 && wave.length > 0 && people.length > 0) {
    const areAll = people.every(({ ready }) => ready);
    if (areAll || (isRematch(world) && isMajority(sun) && isMajority(wave))) return start(world);
  }
  const isAuto = world.room.auto > 0 && hasPerson(sun) && hasPerson(wave);
  const isWanted = isAuto || (isRematch(world) && people.some(({ ready }) => ready));
  const rematchAt = isWanted ? (world.room.rematchAt ?? toTick(world.tick + REMATCH_TICKS)) : null;
  if (rematchAt !== world.room.rematchAt) world.room = { ...world.room, rematchAt };
}

/** [R31] Once a tick: where matches follow one another no command says that one ended. */
export function considerNext(world: World): void {
  const { auto, rematchAt } = world.room;
  if (auto > 0 && rematchAt === null && world.tick % LOOK_TICKS === 0) considerStart(world);
}

/** [R5] The host's word: those who are away play too. [R43] A script may begin with any teams, or none. */
export function startWithBothTeams(world: World): void {
  if (haveBothTeams(world) || isScriptHosted(world.room)) start(world);
}

/** [R17] Once a tick: a rematch that waited for long enough begins, if both teams are there. */
export function startDueRematch(world: World): void {
  const { rematchAt } = world.room;
  if (rematchAt === null || world.tick < rematchAt) return;
  world.room = { ...world.room, rematchAt: null };
  const teams = [TEAM_SUN, TEAM_WAVE] as const;
  if (teams.every((team) => playersThere(world, team).length > 0)) start(world);
}

/** [R15] A start is off when one of its teams has nobody any more. */
export function stopEmptyStart(world: World): void {
  if (!isStarting(world.match) || isScriptHosted(world.room)) return;
  if (!haveBothTeams(world)) endMatch(world);
}

/** [R40] A match that is ended leaves the discs as the stadium has them. */
export function endMatch(world: World): void {
  restoreDiscs(world);
  stopMatch(world.arena, world.match);
}

function start(world: World): void {
  const { rules, coming } = world.room;
  if (!isStopped(world) || coming !== null) return;
  restoreDiscs(world);
  // [R43] A script counts on the ends as they are.
  if (isRematch(world) && !isScriptHosted(world.room)) {
    if (world.room.auto > 0) rotate(world);
    world.arena = swapEnds(plainArena(world.arena));
    world.room = { ...world.room, isSwapped: !world.room.isSwapped };
  }
  startMatch(world.arena, world.match, {
    timeLimitTicks: rules.timeLimitMinutes * 60 * TICK_RATE,
    scoreLimit: rules.scoreLimit,
  });
  const members = world.room.members.map((member) =>
    isPerson(member) ? { ...member, ready: false } : member,
  );
  world.room = { ...world.room, members, rematchAt: null };
}

function haveBothTeams({ room }: World): boolean {
  return teamSize(room, TEAM_SUN) > 0 && teamSize(room, TEAM_WAVE) > 0;
}

function playersThere({ room }: World, team: Team): readonly Member[] {
  return room.members.filter((member) => member.team === team && !isAway(member));
}

function hasPerson(players: readonly Member[]): boolean {
  return players.some(isPerson);
}

function isMajority(players: readonly Member[]): boolean {
  const people = players.filter(isPerson);
  // A team of bots alone is ready.
  return people.length === 0 || people.filter(({ ready }) => ready).length * 2 > people.length;
}
