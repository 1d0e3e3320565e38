import { expect, test } from 'vitest';
import { NEUTRAL_INPUT } from '../../shared/sim/input.ts';
import { TICK_MS } from '../../shared/sim/tick.ts';
import { StadiumCollection } from '../../shared/stadium/stadium-collection.ts';
import { makePractice } from '../app/match/practice-maker.ts';
import { SessionLoop } from './session-loop.ts';

function makeLoop() {
  const session = makePractice({ name: 'Ana', seed: 7, attract: true });
  let samples = 0;
  const options = {
    sampleInput: () => {
      samples += 1;
      return NEUTRAL_INPUT;
    },
    onEvent: () => {},
    onTick: () => {},
  };
  const loop = new SessionLoop({ session, unseen: [] }, options, new StadiumCollection());
  return { loop, session, samples: () => samples };
}

test('frames that starve the clock bring the session to now themselves', () => {
  const { loop, session } = makeLoop();
  loop.tick(0);
  const start = session.world.tick;
  // Five frames a second, and not one tick of the clock between them.
  for (let nowMs = 200; nowMs <= 10_000; nowMs += 200) loop.catchUp(nowMs);
  expect(session.world.tick - start).toBe(600);
});

test('frames leave the session alone while the clock ticks', () => {
  const { loop, samples } = makeLoop();
  for (let nowMs = 0; nowMs <= 1000; nowMs += TICK_MS / 2) {
    loop.tick(nowMs);
    const before = samples();
    loop.catchUp(nowMs + 1);
    expect(samples()).toBe(before);
  }
});

test('a session that is not drawn gets the same time', () => {
  const shown = makePractice({ name: 'Ana', seed: 7, attract: true });
  const unseen = makePractice({ name: 'Ana', seed: 8, attract: true });
  const options = { sampleInput: () => NEUTRAL_INPUT, onEvent: () => {}, onTick: () => {} };
  const sessions = { session: shown, unseen: [unseen] };
  const loop = new SessionLoop(sessions, options, new StadiumCollection());
  for (let nowMs = 0; nowMs <= 1000; nowMs += TICK_MS / 2) loop.tick(nowMs);
  expect(unseen.world.tick).toBe(shown.world.tick);
});

test('the loop goes over to the session that is shown after a tick', () => {
  const first = makePractice({ name: 'Ana', seed: 7, attract: true });
  const second = makePractice({ name: 'Ana', seed: 8, attract: true });
  const sessions = { session: first, unseen: [] };
  const options = {
    sampleInput: () => NEUTRAL_INPUT,
    onEvent: () => {},
    onTick: () => {
      sessions.session = second;
    },
  };
  const loop = new SessionLoop(sessions, options, new StadiumCollection());
  loop.tick(0);
  expect(loop.session).toBe(second);
});
