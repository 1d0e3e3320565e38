import { expect, test } from 'vitest';
import { INPUT_RIGHT, toInputBits } from '../../shared/sim/input.ts';
import { TICK_MS } from '../../shared/sim/tick.ts';
import { builtInArena } from '../../shared/stadium/built-in-stadiums.ts';
import { FrameBuilder } from './frame-builder.ts';
import { PracticeSession } from './practice-session.ts';

function start() {
  const session = new PracticeSession({
    name: 'Ana',
    botNames: ['bot Iris'],
    arenas: builtInArena,
    stadium: 'classic',
    rules: { timeLimitMinutes: 0, scoreLimit: 0 },
    seed: 1,
    attract: false,
  });
  const frames = new FrameBuilder(session);
  frames.advance(0);
  return { session, frames };
}

test('between two ticks a disc is drawn between its two places', () => {
  const { session, frames } = start();
  session.holdInput(toInputBits(INPUT_RIGHT));
  for (let tick = 1; tick <= 20; tick += 1) frames.advance(tick * TICK_MS + 0.01);
  const me = frames.firstPlayerDisc;
  const from = frames.update(20 * TICK_MS + 0.01).x[me]!;
  const middle = frames.update(20.5 * TICK_MS + 0.01).x[me]!;
  const to = frames.update(21 * TICK_MS).x[me]!;
  expect(to).toBeGreaterThan(from);
  expect(middle).toBeCloseTo((from + to) / 2, 1);
});

test('putting everybody back for a kick-off is not drawn as a run across the pitch', () => {
  const { session, frames } = start();
  session.holdInput(toInputBits(INPUT_RIGHT));
  let nowMs = 0;
  for (let tick = 0; tick < 90; tick += 1) frames.advance((nowMs += TICK_MS));
  session.request({ type: 'stop' });
  frames.advance((nowMs += TICK_MS));
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
