import { expect, test } from 'vitest';
import { RoomLab } from '../../tests/determinism/room-lab.ts';
import { builtInArena } from '../stadium/built-in/built-in-stadiums.ts';
import { decodeWorld, encodeWorld } from '../wire/world-codec.ts';
import { type DiscValues, CHANGED_DISCS_MAX, NO_DISC_VALUES, toDiscValues } from './disc-values.ts';
import { colorOf } from './discs.ts';
import { toMemberId } from './command.ts';
import { cloneWorld, hashWorld } from './world.ts';
import { stepWorld } from './step-world.ts';
import { EventBuffer } from '../sim/events.ts';
import { DISC_STRIDE, PHASE } from '../sim/match-state.ts';
import { plainArena } from '../sim/physics/reshape.ts';
import { COUNTDOWN_TICKS, END_TICKS } from '../sim/tuning.ts';
import { TEAM_NONE, TEAM_SUN } from '../sim/team.ts';

function values(part: Partial<DiscValues>): DiscValues {
  return { ...NO_DISC_VALUES, ...part };
}

/** Two players in a match that is played. */
function inMatch(): RoomLab {
  const room = new RoomLab(2);
  room.ask(0, { type: 'start' });
  room.step(COUNTDOWN_TICKS);
  return room;
}

function ask(room: RoomLab, part: Partial<DiscValues>, disc = 0, by = 0): void {
  room.ask(by, { type: 'disc', disc, values: values(part) });
}

test('[R40] a disc is another one, and elsewhere, from the tick of the command on', () => {
  const room = inMatch();
  ask(room, { x: 50, y: -20, vx: 2, vy: 0, radius: 20, damping: 1 });
  const { match, arena } = room.world;
  expect(Array.from(match.discs.subarray(0, 4))).toEqual([52, -20, 2, 0]);
  expect([arena.discs.radius[0], arena.discs.damping[0]]).toEqual([20, 1]);
  ask(room, { radius: 12 });
  expect(room.world.arena.discs.damping[0]).toBe(1);
  expect(room.world.room.discs).toHaveLength(1);
});

test('[R40] a player has a disc of its own until it leaves its team', () => {
  const room = inMatch();
  const one = toMemberId(1);
  room.ask(0, { type: 'playerDisc', member: one, values: values({ radius: 30, x: 150, vx: 0 }) });
  const { firstPlayerDisc } = room.world.arena;
  expect(room.world.arena.discs.radius[firstPlayerDisc + 1]).toBe(30);
  expect(room.world.arena.discs.radius[firstPlayerDisc]).toBe(15);
  expect(room.world.match.discs[(firstPlayerDisc + 1) * DISC_STRIDE]).toBe(150);
  room.ask(0, { type: 'team', member: one, team: TEAM_SUN });
  expect([room.world.room.discs, room.world.arena]).toEqual([[], plainArena(room.world.arena)]);
  room.ask(0, { type: 'team', member: one, team: TEAM_NONE });
  room.ask(0, { type: 'playerDisc', member: one, values: values({ radius: 30 }) });
  expect(room.world.room.discs).toEqual([]);
});

test('[R40] discs are as in the stadium once a match begins, is ended or ended by itself', () => {
  const room = new RoomLab(2);
  room.step();
  ask(room, { radius: 20 });
  room.ask(0, { type: 'rules', rules: { timeLimitMinutes: 0, scoreLimit: 1 } });
  expect(room.world.room.discs).toHaveLength(1);
  room.ask(0, { type: 'start' });
  expect(room.world.arena).toBe(builtInArena('classic'));
  ask(room, { radius: 20 });
  room.ask(0, { type: 'stop' });
  expect(room.world.arena).toBe(builtInArena('classic'));
  room.ask(0, { type: 'start' });
  room.step(COUNTDOWN_TICKS);
  ask(room, { radius: 20, x: 360, y: 0, vx: 20, vy: 0 });
  room.step(400);
  expect([room.phase, room.get('sunScore')]).toEqual([PHASE.end, 1]);
  expect(room.world.room.discs).toHaveLength(1);
  room.step(END_TICKS);
  expect([room.phase, room.world.room.discs]).toEqual([PHASE.warmUp, []]);
  // The rematch has its ends swapped, and nothing of before.
  room.ready(0, 1);
  expect(room.world.room.isSwapped).toBe(true);
  ask(room, { radius: 20 });
  expect(plainArena(room.world.arena).spawn.sunSide).toBe(1);
});

test('[R40] a goal puts the disc back and leaves it what it is', () => {
  const room = inMatch();
  ask(room, { radius: 20, x: 360, y: 0, vx: 20, vy: 0 });
  room.step(250);
  expect([room.get('sunScore'), room.world.match.discs[0]]).toEqual([1, 0]);
  expect(room.world.arena.discs.radius[0]).toBe(20);
});

test('[R40] only those who run the room may, and what is no disc changes nothing', () => {
  const room = inMatch();
  ask(room, { radius: 20 }, 0, 1);
  ask(room, { radius: 20 }, room.world.arena.firstPlayerDisc);
  for (const radius of [Number.NaN, Infinity, -Infinity, 1e13, 0.1, -0]) ask(room, { radius });
  ask(room, { color: -2 });
  ask(room, { cMask: 2 ** 31 });
  const bot = { type: 'playerDisc', member: toMemberId(9), values: values({ radius: 1 }) } as const;
  room.ask(0, bot);
  expect(room.world.room.discs).toEqual([]);
});

test('[R40] values travel as 32 bits, and what does not fit is refused before', () => {
  expect(toDiscValues({ radius: 0.1, x: -0, vy: 1e-60 })).toMatchObject({
    radius: Math.fround(0.1),
    x: 0,
    vy: 0,
    y: null,
  });
  for (const x of [Number.NaN, Infinity, 1e13]) expect(toDiscValues({ x })).toBeNull();
  expect(Object.is(toDiscValues({ x: -0 })?.x, 0)).toBe(true);
  expect(toDiscValues({ color: 0x1_00_00_00 })).toBeNull();
  expect(toDiscValues({ color: -1, cMask: -1, cGroup: 1 << 31 })).not.toBeNull();
});

test('[R40] a colour alone makes no other arena, and so many discs can be changed', () => {
  const room = inMatch();
  ask(room, { color: 0xff0000 });
  expect([room.world.arena, colorOf(room.world.room, 0), colorOf(room.world.room, 1)]).toEqual([
    builtInArena('classic'),
    0xff0000,
    null,
  ]);
  const many = Array.from({ length: CHANGED_DISCS_MAX }, (_, disc) => disc + 1);
  for (const disc of many) ask(room, { color: disc }, disc);
  expect(room.world.room.discs.length).toBeLessThanOrEqual(CHANGED_DISCS_MAX);
});

test('[R40] [W8] a snapshot brings changed discs, and the match goes on to the same bit from it', () => {
  const room = inMatch();
  ask(room, { radius: 20, invMass: 0.5, cMask: 63, color: -1 });
  room.ask(0, { type: 'playerDisc', member: toMemberId(1), values: values({ gravityY: 0.25 }) });
  const again = decodeWorld(encodeWorld(room.world), builtInArena);
  if (!again) throw new Error('no world');
  expect(again.room).toEqual(room.world.room);
  const copy = cloneWorld(again);
  const inputs = new Uint8Array(8).fill(9);
  for (let tick = 0; tick < 200; tick += 1) {
    for (const world of [room.world, copy]) {
      stepWorld(world, inputs, [], builtInArena, new EventBuffer());
    }
  }
  expect(hashWorld(copy)).toBe(hashWorld(room.world));
});

test('[R40] a snapshot with a disc that the stadium does not have is no world', () => {
  const room = inMatch();
  ask(room, { radius: 20 });
  const discs = room.world.room.discs.map((one) => ({ ...one, disc: 2000 }));
  const world = { ...room.world, room: { ...room.world.room, discs } };
  expect(decodeWorld(encodeWorld(world), builtInArena)).toBeNull();
});
