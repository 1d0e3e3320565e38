import { expect, test } from 'vitest';
import { RecordedMatch } from '../../../tests/simulation/recorded-match.ts';
import {
  INPUT_DOWN,
  INPUT_KICK,
  INPUT_LEFT,
  INPUT_RIGHT,
  type InputBits,
  NEUTRAL_INPUT,
  toInputBits,
} from '../../../shared/sim/input.ts';
import { toMemberId } from '../../../shared/room/command.ts';
import { findMember } from '../../../shared/room/room-state.ts';
import { BALL_DISC, DISC_STRIDE, DISC_X, DISC_Y } from '../../../shared/sim/match-state.ts';
import { playerDisc } from '../../../shared/sim/physics/arena.ts';
import type { FreeCamera } from '../../ui/model/replays-model.ts';
import { SpectatorCamera } from './spectator-camera.ts';

/** A person watches four scripts play. */
function watch() {
  const match = new RecordedMatch(4, 3);
  match.request({ type: 'start' });
  match.run(300);
  const { world } = match;
  const page = {
    camera: { value: null as FreeCamera | null },
    room: { value: { state: world.room } as never },
    isFree: true,
    isReplaying: false,
    turns: 0,
  };
  const camera = new SpectatorCamera({
    camera: page.camera,
    room: page.room,
    isFree: () => page.isFree,
    isReplaying: () => page.isReplaying,
    quarterTurns: () => page.turns,
  });
  let nowMs = 0;
  const hold = (held: InputBits, ticks = 1): void => {
    for (; ticks > 0; ticks -= 1) camera.follow(world, held);
  };
  const press = (bits: number): void => {
    hold(toInputBits(bits));
    hold(NEUTRAL_INPUT);
  };
  const draw = (ms = 1000): void => camera.draw((nowMs += ms));
  const placeOf = (id: number | null) => {
    const seat = id === null ? null : findMember(world.room, toMemberId(id))!.seat!;
    const at = (seat === null ? BALL_DISC : playerDisc(world.arena, seat)) * DISC_STRIDE;
    return { x: world.match.discs[at + DISC_X]!, y: world.match.discs[at + DISC_Y]! };
  };
  hold(NEUTRAL_INPUT);
  return { camera, page, match, hold, press, draw, placeOf };
}

/** The number of the player who is followed; else what is. */
const aimOf = ({ aim: { value } }: SpectatorCamera) =>
  typeof value === 'object' ? Number(value.id) : value;

test('[V77] the kick goes from the ball to a player, to a free camera and back', () => {
  const { camera, page, press, draw, placeOf } = watch();
  draw();
  expect([camera.isOn.value, aimOf(camera), page.camera.value]).toEqual([true, 'ball', null]);
  press(INPUT_KICK);
  const first = aimOf(camera);
  expect(first).toEqual(expect.any(Number));
  draw();
  expect(page.camera.value).toEqual({ ...placeOf(first as number), zoom: 1 });
  press(INPUT_KICK);
  draw();
  expect(aimOf(camera)).toBe('free');
  expect(page.camera.value).toEqual({ ...placeOf(first as number), zoom: 1.5 });
  press(INPUT_KICK);
  draw();
  expect([aimOf(camera), page.camera.value]).toEqual(['ball', null]);
});

test('[V77] left and right go through the players of both teams and around', () => {
  const { camera, press } = watch();
  const seen: unknown[] = [];
  for (let times = 0; times < 5; times += 1) {
    press(times % 2 === 0 ? INPUT_RIGHT : INPUT_DOWN);
    seen.push(aimOf(camera));
  }
  expect(new Set(seen).size).toBe(4);
  expect(seen[4]).toBe(seen[0]);
  press(INPUT_LEFT);
  expect(aimOf(camera)).toBe(seen[3]);
});

test('[V77] what was held before one watched, or is held on, is pressed once', () => {
  const { camera, page, hold } = watch();
  page.isFree = false;
  hold(toInputBits(INPUT_KICK), 3);
  page.isFree = true;
  hold(toInputBits(INPUT_KICK), 3);
  expect(aimOf(camera)).toBe('ball');
  hold(NEUTRAL_INPUT);
  hold(toInputBits(INPUT_RIGHT), 30);
  const one = aimOf(camera);
  hold(NEUTRAL_INPUT);
  hold(toInputBits(INPUT_LEFT), 1);
  hold(NEUTRAL_INPUT);
  hold(toInputBits(INPUT_RIGHT), 1);
  expect(aimOf(camera)).toBe(one);
});

test('[V77] a free camera is steered by what is held and by buttons, as the picture is turned', () => {
  const { camera, page, hold, press } = watch();
  press(INPUT_KICK);
  press(INPUT_KICK);
  const begin = { ...page.camera.value! };
  hold(toInputBits(INPUT_RIGHT), 10);
  expect(page.camera.value!.x).toBeCloseTo(begin.x + 60, 6);
  for (const [turns, dx, dy] of [
    [0, 60, 0],
    [1, 0, -60],
    [3, 0, 60],
  ] as const) {
    page.turns = turns;
    const { x, y } = page.camera.value!;
    camera.move(1, 0);
    expect(page.camera.value!.x - x).toBeCloseTo(dx, 6);
    expect(page.camera.value!.y - y).toBeCloseTo(dy, 6);
  }
  camera.zoom(100);
  expect(page.camera.value!.zoom).toBe(4);
  camera.zoom(Number.NaN);
  camera.zoom(0);
  expect(page.camera.value!.zoom).toBe(4);
});

test('[V77] it glides to a player, and follows the ball while a goal is shown again', () => {
  const { page, press, draw, placeOf, camera } = watch();
  press(INPUT_RIGHT);
  const player = placeOf(aimOf(camera) as number);
  draw(16);
  const [ball, now] = [placeOf(null), page.camera.value!];
  const share = (now.x - ball.x) / (player.x - ball.x);
  expect(share).toBeGreaterThan(0);
  expect(share).toBeLessThan(0.3);
  page.isReplaying = true;
  draw(16);
  expect(page.camera.value).toBe(null);
  page.isReplaying = false;
  draw();
  expect(page.camera.value).toEqual({ ...player, zoom: 1 });
});

test('[V77] who takes a place, or leaves the room, has the usual camera, and a player who left is let go', () => {
  const { camera, page, match, press, draw, hold } = watch();
  press(INPUT_RIGHT);
  draw();
  page.isFree = false;
  hold(NEUTRAL_INPUT);
  expect([camera.isOn.value, aimOf(camera), page.camera.value]).toEqual([false, 'ball', null]);
  page.isFree = true;
  hold(NEUTRAL_INPUT);
  press(INPUT_RIGHT);
  draw();
  const id = aimOf(camera) as number;
  const members = match.world.room.members.filter((one) => one.id !== id);
  page.room.value = { state: { ...match.world.room, members } } as never;
  hold(NEUTRAL_INPUT);
  draw();
  expect([aimOf(camera), page.camera.value]).toEqual(['ball', null]);
});

test('[V77] a camera that a replay has put is left where it is', () => {
  const { camera, page, press, draw, hold } = watch();
  press(INPUT_RIGHT);
  draw();
  const other = { x: 1, y: 2, zoom: 3 };
  page.camera.value = other;
  page.isFree = false;
  hold(NEUTRAL_INPUT);
  expect([page.camera.value, camera.isOn.value]).toEqual([other, false]);
});
