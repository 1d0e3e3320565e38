import { expect, test } from 'vitest';
import type { RoomSession } from '../../shared/netplay/room-session.ts';
import { playerDisc } from '../../shared/sim/physics/arena.ts';
import { INPUT_RIGHT, toInputBits } from '../../shared/sim/input.ts';
import { DISC_STRIDE, DISC_X, MATCH, PHASE } from '../../shared/sim/match-state.ts';
import { findMember } from '../../shared/room/room-state.ts';
import { TICK_MS, toTick } from '../../shared/sim/tick.ts';
import { COUNTDOWN_TICKS } from '../../shared/sim/tuning.ts';
import { cloneWorld } from '../../shared/room/world.ts';
import { practise } from '../../tests/simulation/practice-match.ts';
import { FrameBuilder } from './frame-builder.ts';

function start() {
  const session = practise({ rules: { timeLimitMinutes: 0, scoreLimit: 0 } });
  const frames = new FrameBuilder(session);
  const advance = (nowMs: number): void => {
    session.advance(nowMs);
    frames.look();
  };
  advance(0);
  return { session, frames, advance };
}

test('between two ticks a disc is drawn between its two places', () => {
  const { session, frames, advance } = start();
  session.holdInput(toInputBits(INPUT_RIGHT));
  const last = COUNTDOWN_TICKS + 20;
  for (let tick = 1; tick <= last; tick += 1) advance(tick * TICK_MS + 0.01);
  const me = frames.firstPlayerDisc;
  const from = frames.update(last * TICK_MS + 0.01).x[me]!;
  const middle = frames.update((last + 0.5) * TICK_MS + 0.01).x[me]!;
  const to = frames.update((last + 1) * TICK_MS).x[me]!;
  expect(to).toBeGreaterThan(from);
  expect(middle).toBeCloseTo((from + to) / 2, 1);
});

test('putting everybody back for a kick-off is not drawn as a run across the pitch', () => {
  const { session, frames, advance } = start();
  session.holdInput(toInputBits(INPUT_RIGHT));
  let nowMs = 0;
  for (let tick = 0; tick < 90; tick += 1) advance((nowMs += TICK_MS));
  session.request({ type: 'stop' });
  advance((nowMs += TICK_MS));
  const me = frames.firstPlayerDisc;
  const home = session.world.match.discs[me * 4]!;
  expect(Math.abs(frames.update(nowMs).x[me]! - home)).toBeLessThan(5);
});

test('a frame is the same object every time and cannot be told apart from a fresh one', () => {
  const { frames } = start();
  const first = frames.update(5);
  expect(frames.update(10)).toBe(first);
  expect(first.discCount).toBe(first.x.length);
});

/** A session whose every tick moves the own disc by `jump` from where it was predicted. */
function jumpingSession(jump: number) {
  const { session } = start();
  let { world, previous } = session;
  world.match.ints[MATCH.phase] = PHASE.playing;
  const own = playerDisc(world.arena, findMember(world.room, session.self!)!.seat!);
  const jumping = {
    get world() {
      return world;
    },
    get previous() {
      return previous;
    },
    self: session.self,
    eatenInputs: 0,
    advance() {
      previous = cloneWorld(world);
      previous.match.discs[own * DISC_STRIDE + DISC_X]! += jump;
      world = cloneWorld(previous);
      world.tick = toTick(world.tick + 1);
    },
    blendAt: () => 1,
  };
  const frames = new FrameBuilder(jumping as unknown as RoomSession);
  const jumpOn = (): void => {
    jumping.advance();
    frames.look();
  };
  const offset = (): number =>
    frames.update(0).x[own]! - world.match.discs[own * DISC_STRIDE + DISC_X]!;
  return { jumping, jumpOn, offset };
}

test('the own disc is drawn where it is, whatever was predicted', () => {
  const { jumpOn, offset } = jumpingSession(8);
  jumpOn();
  expect(offset()).toBe(0);
});

test('the own disc glides like others where another input was played for the own', () => {
  const { jumping, jumpOn, offset } = jumpingSession(8);
  jumping.eatenInputs = 1;
  jumpOn();
  expect(offset()).toBeCloseTo(-8);
  jumpOn();
  expect(offset()).toBeCloseTo(-8);
});
