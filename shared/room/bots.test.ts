import { expect, test } from 'vitest';
import { parsePeerId } from '../base/peer-id.ts';
import { builtInArena } from '../stadium/built-in/built-in-stadiums.ts';
import { EventBuffer } from '../sim/events.ts';
import { PHASE, MATCH, DISC_STRIDE, SEAT, seatInt } from '../sim/match-state.ts';
import type { Team } from '../sim/team.ts';
import { applyCommand } from './apply-command.ts';
import { isCommandAllowed } from './rights.ts';
import { BOT_LEVEL_NAMES } from './bots.ts';
import { BY_SEQUENCER, type Command, type MemberId, toMemberId } from './command.ts';
import { hashRoom } from './hash-room.ts';
import { type Member, findMember } from './room-state.ts';
import { stepWorld } from './step-world.ts';
import { type World, createWorld, hashWorld } from './world.ts';

const host = toMemberId(0);
const guest = toMemberId(1);

function say(world: World, command: Command): void {
  applyCommand(world, command, builtInArena);
}

function join(world: World, id: number): MemberId {
  const member = toMemberId(id);
  const peer = parsePeerId(`peer-${id}`)!;
  say(world, { type: 'join', member, peer, name: `Name ${id}`, by: BY_SEQUENCER });
  return member;
}

function addBot(world: World, id: number, team: Team): MemberId {
  const member = toMemberId(id);
  say(world, { type: 'bot', member, team, level: 'regular', by: host });
  return member;
}

/** The host, alone or with bots in these teams, numbered from 10 on. */
function roomWith(...places: readonly Team[]): World {
  const world = createWorld('classic', builtInArena, 1);
  join(world, 0);
  for (const [index, team] of places.entries()) addBot(world, 10 + index, team);
  return world;
}

function teams(world: World): readonly (readonly string[])[] {
  const inTeam = (team: Team): string[] =>
    world.room.members.filter((one) => one.team === team).map((one) => `${one.type} ${one.id}`);
  return [inTeam(0), inTeam(1), inTeam(2)];
}

function step(world: World): void {
  stepWorld(world, new Uint8Array(8), [], builtInArena, new EventBuffer());
}

function get(world: World, id: MemberId): Member {
  return findMember(world.room, id)!;
}

function phaseOf(world: World): number | undefined {
  return world.match.ints[MATCH.phase];
}

test('[R9] the host alone adds bots, says how well they play, and takes them out', () => {
  const world = roomWith(2);
  join(world, 1);
  const bot = toMemberId(12);
  const before = hashWorld(world);
  say(world, { type: 'bot', member: bot, team: 1, level: 'ace', by: guest });
  say(world, { type: 'bot', member: bot, team: 1, level: 'ace', by: BY_SEQUENCER });
  expect(hashWorld(world)).toBe(before);
  say(world, { type: 'bot', member: bot, team: 1, level: 'ace', by: host });
  expect(get(world, bot)).toMatchObject({ type: 'bot', team: 1, level: 'ace', peer: null });
  say(world, { type: 'level', member: bot, level: 'rookie', by: guest });
  expect(get(world, bot)).toMatchObject({ level: 'ace' });
  say(world, { type: 'level', member: bot, level: 'rookie', by: host });
  expect(get(world, bot)).toMatchObject({ level: 'rookie' });
  say(world, { type: 'leave', member: bot, by: host });
  expect(findMember(world.room, bot)).toBeUndefined();
  expect(world.match.ints[seatInt(2, SEAT.team)]).toBe(0);
});

test('[R9] a bot never runs the room, never speaks, and is never away', () => {
  const world = roomWith(2);
  const bot = toMemberId(10);
  say(world, { type: 'host', member: bot, by: host });
  say(world, { type: 'absent', member: bot, absent: true, by: BY_SEQUENCER });
  say(world, { type: 'mark', member: bot, term: 9, pages: 1, by: BY_SEQUENCER });
  say(world, { type: 'team', member: bot, team: 0, by: host });
  expect(world.room).toMatchObject({ host, sequencer: host, term: 1 });
  expect(get(world, bot)).toMatchObject({ absent: false, ready: true, team: 2 });
  expect(isCommandAllowed(world.room, { type: 'ready', ready: false, by: bot })).toBe(false);
  join(world, 1);
  say(world, { type: 'leave', member: host, by: host });
  expect(world.room.host).toBe(guest);
  say(world, { type: 'leave', member: guest, by: guest });
  expect(world.room).toMatchObject({ host: guest, owner: null });
});

test('[R9] the host moves a bot to the other team, and it keeps its seat', () => {
  const world = roomWith(2);
  const bot = toMemberId(10);
  const { seat } = get(world, bot);
  say(world, { type: 'team', member: bot, team: 1, by: host });
  expect(get(world, bot)).toMatchObject({ team: 1, seat });
});

test('[R10] bots have names of their own, all different, and none that a member has', () => {
  const world = roomWith(1, 1, 1, 2, 2, 2, 2);
  const names = world.room.members.map(({ name }) => name);
  expect(new Set(names).size).toBe(8);
  const taken = createWorld('classic', builtInArena, 1);
  const peer = parsePeerId('peer-0')!;
  const name = get(world, toMemberId(10)).name;
  say(taken, { type: 'join', member: host, peer, name, by: BY_SEQUENCER });
  addBot(taken, 10, 2);
  expect(get(taken, toMemberId(10)).name).not.toBe(name);
});

test('[R9] a full team, a full pitch, the bench and a number that is taken get no bot', () => {
  const world = roomWith(1, 1, 1, 2, 2, 2, 2);
  expect(teams(world).map((team) => team.length)).toEqual([0, 4, 4]);
  const before = hashWorld(world);
  addBot(world, 20, 1);
  expect(hashWorld(world)).toBe(before);
  const small = roomWith(2);
  const hash = hashRoom(small.room);
  addBot(small, 10, 1);
  addBot(small, 11, 0);
  expect(hashRoom(small.room)).toBe(hash);
});

test('[R9] the level and the kind of a member are part of the state', () => {
  const hashes = BOT_LEVEL_NAMES.map((level) => {
    const world = roomWith(2);
    say(world, { type: 'level', member: toMemberId(10), level, by: host });
    return hashRoom(world.room);
  });
  expect(new Set(hashes).size).toBe(BOT_LEVEL_NAMES.length);
});

test('[R5] bots are ready: a match begins when all people with a seat are, and not without one', () => {
  const world = roomWith(2);
  expect(phaseOf(world)).toBe(PHASE.warmUp);
  say(world, { type: 'ready', ready: true, by: host });
  expect(phaseOf(world)).toBe(PHASE.countdown);
  const bots = roomWith(1, 2);
  say(bots, { type: 'team', member: host, team: 0, by: host });
  addBot(bots, 20, 1);
  expect(phaseOf(bots)).toBe(PHASE.warmUp);
  say(bots, { type: 'start', by: host });
  expect(phaseOf(bots)).toBe(PHASE.countdown);
});

test('[R11] while no match is on, a newcomer takes a bot’s seat in the team with fewer people', () => {
  const world = roomWith(1, 2, 2);
  const newest = get(world, toMemberId(12)).seat;
  join(world, 1);
  expect(teams(world)).toEqual([[], ['person 0', 'bot 10'], ['bot 11', 'person 1']]);
  expect(get(world, guest)).toMatchObject({ seat: newest, ready: false });
  join(world, 2);
  expect(teams(world)).toEqual([[], ['person 0', 'person 2'], ['bot 11', 'person 1']]);
});

test('[R11] who takes a bot’s seat goes on with its disc, and with numbers of its own', () => {
  const world = roomWith(2);
  const { seat } = get(world, toMemberId(10));
  const at = (world.arena.firstPlayerDisc + seat!) * DISC_STRIDE;
  world.match.discs[at] = 77;
  world.match.ints[seatInt(seat!, SEAT.goals)] = 2;
  world.match.ints[MATCH.lastTouch] = seat! + 1;
  join(world, 1);
  expect(world.match.discs[at]).toBe(77);
  expect(world.match.ints[seatInt(seat!, SEAT.goals)]).toBe(0);
  expect(world.match.ints[seatInt(seat!, SEAT.team)]).toBe(2);
  expect(world.match.ints[MATCH.lastTouch]).toBe(0);
});

test('[R2] [R12] in a match a newcomer fills the smaller team at once, bots or not', () => {
  const world = roomWith(1, 2);
  say(world, { type: 'start', by: host });
  join(world, 1);
  expect(teams(world)).toEqual([[], ['person 0', 'bot 10'], ['bot 11', 'person 1']]);
});

test('[R12] in a match with even teams a newcomer gets a bot’s seat at the next kick-off', () => {
  const world = roomWith(1, 2, 2);
  say(world, { type: 'start', by: host });
  world.match.ints[MATCH.phase] = PHASE.playing;
  join(world, 1);
  step(world);
  expect(teams(world)).toEqual([['person 1'], ['person 0', 'bot 10'], ['bot 11', 'bot 12']]);
  expect(get(world, guest)).toMatchObject({ waits: 2 });
  world.match.ints[MATCH.phase] = PHASE.kickOff;
  step(world);
  expect(teams(world)).toEqual([[], ['person 0', 'bot 10'], ['bot 11', 'person 1']]);
  expect(get(world, guest)).toMatchObject({ waits: 0 });
});

test('[R12] one that waits may change its mind, and one that is away waits on', () => {
  const world = roomWith(1, 2, 2);
  say(world, { type: 'start', by: host });
  world.match.ints[MATCH.phase] = PHASE.playing;
  join(world, 1);
  say(world, { type: 'absent', member: guest, absent: true, by: BY_SEQUENCER });
  world.match.ints[MATCH.phase] = PHASE.kickOff;
  step(world);
  expect(get(world, guest)).toMatchObject({ team: 0, waits: 2 });
  say(world, { type: 'absent', member: guest, absent: false, by: BY_SEQUENCER });
  say(world, { type: 'team', member: guest, team: 0, by: guest });
  step(world);
  expect(get(world, guest)).toMatchObject({ team: 0, waits: 0 });
});

test('[R12] without a bot nobody waits, and when the match is over those who wait are seated', () => {
  const world = createWorld('classic', builtInArena, 1);
  join(world, 0);
  join(world, 1);
  say(world, { type: 'start', by: host });
  world.match.ints[MATCH.phase] = PHASE.playing;
  join(world, 2);
  expect(get(world, toMemberId(2))).toMatchObject({ team: 0, waits: 0 });
  const over = roomWith(1, 2, 2);
  say(over, { type: 'start', by: host });
  over.match.ints[MATCH.phase] = PHASE.playing;
  join(over, 1);
  say(over, { type: 'stop', by: host });
  step(over);
  expect(get(over, guest)).toMatchObject({ team: 2, waits: 0 });
});

test('[R13] a team that is full makes place for a person: its newest bot goes', () => {
  const world = roomWith(2, 2, 2, 2);
  say(world, { type: 'team', member: host, team: 2, by: host });
  expect(teams(world)[2]).toEqual(['person 0', 'bot 10', 'bot 11', 'bot 12']);
  const running = roomWith(1, 2, 2, 2, 2);
  say(running, { type: 'start', by: host });
  running.match.ints[MATCH.phase] = PHASE.playing;
  say(running, { type: 'team', member: host, team: 2, by: host });
  expect(get(running, host)).toMatchObject({ team: 1, waits: 2 });
  running.match.ints[MATCH.phase] = PHASE.kickOff;
  step(running);
  expect(get(running, host)).toMatchObject({ team: 2, waits: 0 });
  expect(teams(running)[2]).toHaveLength(4);
});

test('[R13] of people a full team takes none', () => {
  const world = createWorld('classic', builtInArena, 1);
  for (let id = 0; id < 7; id += 1) join(world, id);
  say(world, { type: 'team', member: toMemberId(5), team: 1, by: host });
  expect(teams(world)[1]).toHaveLength(4);
});
