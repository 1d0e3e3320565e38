import { expect, test } from 'vitest';
import { parsePeerId } from '../base/peer-id.ts';
import { builtInArena } from '../stadium/built-in/built-in-stadiums.ts';
import { applyCommand } from './apply-command.ts';
import { isCommandAllowed } from './rights.ts';
import { BY_SEQUENCER, type Command, type MemberId, toMemberId } from './command.ts';
import { MATCH, PHASE, SEAT, seatInt } from '../sim/match-state.ts';
import { findMember } from './room-state.ts';
import type { Team } from '../sim/team.ts';
import { type World, createWorld, hashWorld } from './world.ts';

const host = toMemberId(0);
const guest = toMemberId(1);

function join(world: World, id: number): void {
  const peer = parsePeerId(`peer-${id}`)!;
  const member = toMemberId(id);
  say(world, { type: 'join', member, peer, name: `Name ${id}`, by: BY_SEQUENCER });
}

function say(world: World, command: Command): void {
  applyCommand(world, command, builtInArena);
}

function roomOf(count: number): World {
  const world = createWorld('classic', builtInArena, 1);
  for (let id = 0; id < count; id++) join(world, id);
  return world;
}

function phaseOf(world: World): number | undefined {
  return world.match.ints[MATCH.phase];
}

function teamOf(world: World, id: MemberId): Team | undefined {
  return findMember(world.room, id)?.team;
}

test('[R1] only the host changes the room, only the sequencer lets people in', () => {
  const { room } = roomOf(2);
  const rules = { timeLimitMinutes: 1, scoreLimit: 1 };
  const hostOnly: Command[] = [
    { type: 'start', by: guest },
    { type: 'stop', by: guest },
    { type: 'pause', paused: true, by: guest },
    { type: 'rules', rules, by: guest },
    { type: 'stadium', stadium: 'big', by: guest },
    { type: 'stadium', stadium: 'big', by: BY_SEQUENCER },
    { type: 'coming', stadium: 'big', by: guest },
    { type: 'coming', stadium: 'big', by: BY_SEQUENCER },
    { type: 'host', member: guest, by: guest },
    { type: 'host', member: guest, by: BY_SEQUENCER },
    { type: 'leave', member: host, by: guest },
    { type: 'team', member: host, team: 2, by: guest },
    { type: 'absent', member: host, absent: true, by: host },
    { type: 'join', member: toMemberId(5), peer: parsePeerId('x')!, name: 'x', by: host },
  ];
  for (const command of hostOnly) expect(isCommandAllowed(room, command)).toBe(false);
  expect(isCommandAllowed(room, { type: 'team', member: guest, team: 0, by: guest })).toBe(true);
  expect(isCommandAllowed(room, { type: 'leave', member: guest, by: guest })).toBe(true);
  expect(isCommandAllowed(room, { type: 'ready', ready: true, by: guest })).toBe(true);
  expect(isCommandAllowed(room, { type: 'ready', ready: true, by: toMemberId(9) })).toBe(false);
});

test('[R1] a command without the right to be in the timeline changes nothing', () => {
  const world = roomOf(2);
  const before = hashWorld(world);
  say(world, { type: 'leave', member: host, by: guest });
  say(world, { type: 'rules', rules: { timeLimitMinutes: 1, scoreLimit: 1 }, by: guest });
  expect(hashWorld(world)).toBe(before);
});

test('[R2] newcomers fill the smaller team, and wait when a match with even teams is on', () => {
  const world = roomOf(3);
  expect([0, 1, 2].map((id) => teamOf(world, toMemberId(id)))).toEqual([1, 2, 1]);
  say(world, { type: 'team', member: toMemberId(2), team: 0, by: host });
  say(world, { type: 'start', by: host });
  join(world, 3);
  expect(teamOf(world, toMemberId(3))).toBe(0);
  say(world, { type: 'leave', member: guest, by: guest });
  join(world, 4);
  expect(teamOf(world, toMemberId(4))).toBe(2);
});

test('[R3] when the host leaves, whoever is there and has been for longest is the host', () => {
  const world = roomOf(3);
  // Numbers go round: who came last has the lowest one by now.
  say(world, { type: 'leave', member: host, by: host });
  join(world, 0);
  expect(world.room.members.map((member) => member.id)).toEqual([1, 2, 0]);
  expect(world.room.host).toBe(guest);
  say(world, { type: 'absent', member: toMemberId(2), absent: true, by: BY_SEQUENCER });
  say(world, { type: 'leave', member: guest, by: BY_SEQUENCER });
  expect(world.room.host).toBe(toMemberId(0));
  say(world, { type: 'leave', member: toMemberId(0), by: BY_SEQUENCER });
  expect(world.room.host).toBe(toMemberId(2));
});

test('[R3] the host hands the room over to a member, and nobody else does', () => {
  const world = roomOf(3);
  const third = toMemberId(2);
  say(world, { type: 'host', member: guest, by: guest });
  say(world, { type: 'host', member: third, by: BY_SEQUENCER });
  say(world, { type: 'host', member: toMemberId(9), by: host });
  expect(world.room.host).toBe(host);
  say(world, { type: 'host', member: third, by: host });
  expect(world.room.host).toBe(third);
  expect(isCommandAllowed(world.room, { type: 'start', by: host })).toBe(false);
  expect(isCommandAllowed(world.room, { type: 'start', by: third })).toBe(true);
});

/** Away without a word until the seat is given up. */
function lapse(world: World, id: number): void {
  const member = toMemberId(id);
  say(world, { type: 'absent', member, absent: true, by: BY_SEQUENCER });
  say(world, { type: 'leave', member, by: BY_SEQUENCER });
}

function comeAgain(world: World, id: number, peer: number): void {
  const member = toMemberId(id);
  const who = parsePeerId(`peer-${peer}`)!;
  say(world, { type: 'join', member, peer: who, name: 'again', by: BY_SEQUENCER });
}

test('[R8] the host whose seat ran out is the host again when it comes back, others are not', () => {
  const world = roomOf(3);
  lapse(world, 0);
  expect(world.room.host).toBe(guest);
  lapse(world, 1);
  comeAgain(world, 7, 1);
  expect(world.room.host).toBe(toMemberId(2));
  comeAgain(world, 8, 0);
  expect(world.room.host).toBe(toMemberId(8));
});

test('[R8] a room that its host handed over belongs to the other, back or not', () => {
  const world = roomOf(3);
  say(world, { type: 'host', member: guest, by: host });
  lapse(world, 0);
  comeAgain(world, 8, 0);
  expect(world.room.host).toBe(guest);
  lapse(world, 1);
  expect(world.room.host).toBe(toMemberId(2));
  comeAgain(world, 9, 1);
  expect(world.room.host).toBe(toMemberId(9));
});

test('[R8] who runs the room for somebody that is away hands on no more than that', () => {
  const world = roomOf(3);
  lapse(world, 0);
  say(world, { type: 'host', member: toMemberId(2), by: guest });
  expect(world.room.host).toBe(toMemberId(2));
  comeAgain(world, 8, 0);
  expect(world.room.host).toBe(toMemberId(8));
});

test('[R8] a host that says goodbye gives the room away for good', () => {
  const world = roomOf(3);
  say(world, { type: 'leave', member: host, by: BY_SEQUENCER });
  comeAgain(world, 8, 0);
  expect(world.room.host).toBe(guest);
  lapse(world, 1);
  comeAgain(world, 9, 1);
  expect(world.room.host).toBe(toMemberId(9));
});

test('[R4] a seat goes with a team: the lowest free one, and a full team takes nobody', () => {
  const world = roomOf(9);
  expect(world.room.members.map((member) => member.seat)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, null]);
  say(world, { type: 'team', member: toMemberId(8), team: 1, by: host });
  expect(teamOf(world, toMemberId(8))).toBe(0);
  say(world, { type: 'team', member: toMemberId(2), team: 0, by: host });
  say(world, { type: 'team', member: toMemberId(8), team: 1, by: host });
  expect(findMember(world.room, toMemberId(8))).toMatchObject({ team: 1, seat: 2 });
  expect(world.match.ints[seatInt(2, SEAT.team)]).toBe(1);
});

test('[R5] a match begins when both teams have players and all of them are ready', () => {
  const world = roomOf(1);
  say(world, { type: 'ready', ready: true, by: host });
  say(world, { type: 'start', by: host });
  expect(phaseOf(world)).toBe(PHASE.warmUp);
  join(world, 1);
  say(world, { type: 'ready', ready: true, by: guest });
  expect(phaseOf(world)).toBe(PHASE.countdown);
  expect(world.room.members.every((member) => !member.ready)).toBe(true);
});

test('[R5] nobody begins against an absent player, and a rematch may begin before the end is over', () => {
  const world = roomOf(2);
  say(world, { type: 'absent', member: guest, absent: true, by: BY_SEQUENCER });
  say(world, { type: 'ready', ready: true, by: host });
  expect(phaseOf(world)).toBe(PHASE.warmUp);
  say(world, { type: 'absent', member: guest, absent: false, by: BY_SEQUENCER });
  world.match.ints[MATCH.phase] = PHASE.end;
  say(world, { type: 'ready', ready: true, by: guest });
  expect(phaseOf(world)).toBe(PHASE.countdown);
});

test('[R5] a match begins when somebody who was ready comes back, or one who was not goes away', () => {
  const world = roomOf(3);
  say(world, { type: 'ready', ready: true, by: host });
  say(world, { type: 'absent', member: guest, absent: true, by: BY_SEQUENCER });
  say(world, { type: 'ready', ready: true, by: guest });
  expect(phaseOf(world)).toBe(PHASE.warmUp);
  say(world, { type: 'absent', member: toMemberId(2), absent: true, by: BY_SEQUENCER });
  expect(phaseOf(world)).toBe(PHASE.warmUp);
  say(world, { type: 'absent', member: guest, absent: false, by: BY_SEQUENCER });
  expect(phaseOf(world)).toBe(PHASE.countdown);
});

test('[R6] a sequencer that gives its part away stays the host', () => {
  const world = roomOf(2);
  say(world, { type: 'mark', member: guest, term: 2, pages: 0, by: BY_SEQUENCER });
  expect(world.room).toMatchObject({ sequencer: guest, term: 2, host });
});

test('[R1] the sequencer puts a member on the bench, and in no team', () => {
  const { room } = roomOf(2);
  const move = { type: 'team', member: guest, by: BY_SEQUENCER } as const;
  expect(isCommandAllowed(room, { ...move, team: 0 })).toBe(true);
  expect(isCommandAllowed(room, { ...move, team: 2 })).toBe(false);
});

test('rules out of bounds and unknown stadiums change nothing', () => {
  const world = roomOf(2);
  const before = hashWorld(world);
  say(world, { type: 'rules', rules: { timeLimitMinutes: 100, scoreLimit: 1 }, by: host });
  say(world, { type: 'rules', rules: { timeLimitMinutes: 1.5, scoreLimit: 1 }, by: host });
  say(world, { type: 'rules', rules: { timeLimitMinutes: 1, scoreLimit: -1 }, by: host });
  say(world, { type: 'stadium', stadium: 'nowhere', by: host });
  expect(hashWorld(world)).toBe(before);
});

test('a new stadium keeps the players in their seats, and none comes in mid-match', () => {
  const world = roomOf(2);
  say(world, { type: 'stadium', stadium: 'big', by: host });
  expect(world.room.stadium).toBe('big');
  expect(world.arena).toBe(builtInArena('big'));
  expect(world.match.ints[seatInt(1, SEAT.team)]).toBe(2);
  say(world, { type: 'start', by: host });
  say(world, { type: 'stadium', stadium: 'classic', by: host });
  expect(world.room.stadium).toBe('big');
});

test('[R6] terms only go up, and who runs the room stays so, away or not', () => {
  const world = roomOf(3);
  say(world, { type: 'absent', member: host, absent: true, by: BY_SEQUENCER });
  say(world, { type: 'mark', member: guest, term: 2, pages: 0, by: BY_SEQUENCER });
  expect(world.room).toMatchObject({ sequencer: guest, term: 2, host });
  say(world, { type: 'mark', member: host, term: 2, pages: 0, by: BY_SEQUENCER });
  say(world, { type: 'mark', member: toMemberId(9), term: 5, pages: 0, by: BY_SEQUENCER });
  expect(world.room).toMatchObject({ sequencer: guest, term: 2 });
});

test('[R7] no match begins while a stadium is on its way, and then with it', () => {
  const world = roomOf(2);
  say(world, { type: 'coming', stadium: 'big', by: host });
  say(world, { type: 'start', by: host });
  say(world, { type: 'ready', ready: true, by: host });
  say(world, { type: 'ready', ready: true, by: guest });
  expect(phaseOf(world)).toBe(PHASE.warmUp);
  say(world, { type: 'stadium', stadium: 'huge', by: BY_SEQUENCER });
  expect(world.room).toMatchObject({ stadium: 'classic', coming: 'big' });
  say(world, { type: 'stadium', stadium: 'big', by: BY_SEQUENCER });
  expect(world.room).toMatchObject({ stadium: 'big', coming: null });
  expect(phaseOf(world)).toBe(PHASE.countdown);
});

test('[R7] one that does not come, or is wished for no more, holds nobody up', () => {
  for (const end of [
    { type: 'coming', stadium: null, by: BY_SEQUENCER },
    { type: 'stadium', stadium: 'classic', by: host },
  ] as const) {
    const world = roomOf(2);
    say(world, { type: 'coming', stadium: 'big', by: host });
    for (const by of [host, guest]) say(world, { type: 'ready', ready: true, by });
    expect(phaseOf(world)).toBe(PHASE.warmUp);
    say(world, end);
    expect(world.room).toMatchObject({ stadium: 'classic', coming: null });
    expect(phaseOf(world)).toBe(PHASE.countdown);
    say(world, { type: 'coming', stadium: 'big', by: host });
    expect(world.room.coming).toBeNull();
  }
});

test('[R5] who says to be ready when the match has just begun is not ready for the next one', () => {
  const world = roomOf(2);
  say(world, { type: 'start', by: host });
  say(world, { type: 'ready', ready: true, by: guest });
  world.match.ints[MATCH.phase] = PHASE.end;
  say(world, { type: 'ready', ready: true, by: host });
  expect(phaseOf(world)).toBe(PHASE.end);
  say(world, { type: 'ready', ready: true, by: guest });
  expect(phaseOf(world)).toBe(PHASE.countdown);
});
