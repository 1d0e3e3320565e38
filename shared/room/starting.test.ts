import { expect, test } from 'vitest';
import { RoomLab } from '../../tests/determinism/room-lab.ts';
import { MATCH, PHASE } from '../sim/match-state.ts';
import { playerDisc } from '../sim/physics/arena.ts';
import { COUNTDOWN_TICKS } from '../sim/tuning.ts';
import { BY_SEQUENCER, toMemberId } from './command.ts';
import { isCommandAllowed } from './rights.ts';
import { REMATCH_TICKS } from './starting.ts';
import { arenaOf } from './world.ts';
import { builtInArena } from '../stadium/built-in/built-in-stadiums.ts';

/** A room in which a match has ended 1–0 and its result stands. */
function played(count: number): RoomLab {
  const room = new RoomLab(count);
  room.ask(0, { type: 'start' });
  room.step(COUNTDOWN_TICKS);
  room.world.match.ints[MATCH.sunScore] = 1;
  room.world.match.ints[MATCH.winner] = 1;
  room.world.match.ints[MATCH.phase] = PHASE.end;
  return room;
}

function xOf(room: RoomLab, id: number): number {
  const { arena, match } = room.world;
  return match.discs[playerDisc(arena, room.member(id).seat!) * 4]!;
}

test('[R15] all are ready: a countdown, which readiness does not stop, and then the kick-off', () => {
  const room = new RoomLab(2);
  room.ready(0, 1);
  expect(room.phase).toBe(PHASE.countdown);
  room.ask(0, { type: 'ready', ready: false });
  room.ask(1, { type: 'ready', ready: true });
  expect([room.member(0).ready, room.member(1).ready]).toEqual([false, false]);
  room.step(COUNTDOWN_TICKS - 3);
  expect(room.phase).toBe(PHASE.kickOff);
});

test('[R15] a countdown ends where one of the teams has nobody any more', () => {
  for (const gone of ['leave', 'bench'] as const) {
    const room = new RoomLab(3);
    const member = toMemberId(1);
    room.ask(0, { type: 'start' });
    room.order({ type: 'leave', member: toMemberId(2) });
    expect(room.phase).toBe(PHASE.countdown);
    if (gone === 'leave') room.order({ type: 'leave', member });
    else room.ask(1, { type: 'team', member, team: 0 });
    expect(room.phase).toBe(PHASE.warmUp);
    expect(xOf(room, 0)).toBe(-50);
  }
});

test('[R15] the countdown behind a goal ends by itself, whoever has left', () => {
  const room = new RoomLab(2);
  room.ask(0, { type: 'start' });
  room.step(COUNTDOWN_TICKS);
  room.world.match.ints[MATCH.clock] = 100;
  room.world.match.ints[MATCH.phase] = PHASE.goal;
  room.step(150);
  expect(room.phase).toBe(PHASE.countdown);
  room.order({ type: 'leave', member: toMemberId(1) });
  expect(room.phase).toBe(PHASE.countdown);
});

test('[R16] the rest are ready: the match begins when the one they waited for leaves or sits down', () => {
  const left = new RoomLab(3);
  left.ready(0, 1);
  left.order({ type: 'leave', member: toMemberId(2) });
  expect(left.phase).toBe(PHASE.countdown);
  const benched = new RoomLab(3);
  benched.ready(0, 1);
  expect(benched.phase).toBe(PHASE.warmUp);
  benched.ask(2, { type: 'team', member: toMemberId(2), team: 0 });
  expect(benched.phase).toBe(PHASE.countdown);
});

test('[R17] a rematch begins with more than half of each team', () => {
  const room = played(6);
  room.ready(0, 2);
  expect([room.phase, room.world.room.rematchAt === null]).toEqual([PHASE.end, false]);
  room.ready(1);
  expect(room.phase).toBe(PHASE.end);
  room.ready(3);
  expect([room.phase, room.world.room.rematchAt]).toEqual([PHASE.countdown, null]);
});

test('[R17] without a majority it begins ten seconds after the first was ready', () => {
  const room = played(4);
  room.ready(0);
  const { rematchAt, members } = room.world.room;
  expect(members.filter(({ ready }) => ready).length).toBe(1);
  room.ask(0, { type: 'ready', ready: false });
  expect(room.world.room.rematchAt).toBeNull();
  room.ready(1);
  expect(room.world.room.rematchAt).toBe(rematchAt! + 2);
  room.ready(0);
  expect(room.world.room.rematchAt).toBe(rematchAt! + 2);
  room.step(REMATCH_TICKS - 2);
  expect(room.phase).toBe(PHASE.warmUp);
  room.step();
  expect(room.phase).toBe(PHASE.countdown);
});

test('[R17] no time runs before the first match, nor against a team of which nobody is there', () => {
  const first = new RoomLab(4);
  first.ready(0);
  first.step(REMATCH_TICKS + 5);
  expect([first.phase, first.world.room.rematchAt]).toEqual([PHASE.warmUp, null]);
  const room = played(2);
  room.order({ type: 'absent', member: toMemberId(1), absent: true });
  room.ready(0);
  room.step(REMATCH_TICKS + 5);
  expect(room.phase).toBe(PHASE.warmUp);
});

test('[R18] a rematch swaps the ends: everybody keeps team and colour, and starts on the other side', () => {
  const room = played(2);
  room.ready(0, 1);
  expect(room.world.room.isSwapped).toBe(true);
  expect([room.member(0).team, room.member(1).team]).toEqual([1, 2]);
  expect([Math.sign(xOf(room, 0)), Math.sign(xOf(room, 1))]).toEqual([1, -1]);
  expect(room.world.arena).toEqual(arenaOf(room.world.room, builtInArena));
  room.step(COUNTDOWN_TICKS);
  room.world.match.ints[MATCH.winner] = 1;
  room.world.match.ints[MATCH.phase] = PHASE.end;
  room.ready(0, 1);
  expect([room.world.room.isSwapped, Math.sign(xOf(room, 0))]).toEqual([false, -1]);
});

test('[R18] a match that was broken off is none to swap the ends after, nor is another map', () => {
  const room = played(2);
  room.ready(0, 1);
  room.ask(0, { type: 'stop' });
  room.ready(0, 1);
  expect(room.world.room.isSwapped).toBe(true);
  room.ask(0, { type: 'stop' });
  room.ask(0, { type: 'stadium', stadium: 'big' });
  expect(room.world.room.isSwapped).toBe(false);
  expect(room.world.arena).toBe(builtInArena('big'));
});

test('[R20] only a member itself says that it is there', () => {
  const { room } = new RoomLab(2).world;
  expect(isCommandAllowed(room, { type: 'here', by: toMemberId(1) })).toBe(true);
  expect(isCommandAllowed(room, { type: 'here', by: BY_SEQUENCER })).toBe(false);
  expect(isCommandAllowed(room, { type: 'here', by: toMemberId(7) })).toBe(false);
});
