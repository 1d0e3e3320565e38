import { expect, test } from 'vitest';
import { NEUTRAL_INPUT } from '../../shared/sim/input.ts';
import { TICK_MS } from '../../shared/sim/tick.ts';
import { StadiumCollection } from '../../shared/stadium/stadium-collection.ts';
import { makePractice } from '../app/match/practice-maker.ts';
import { SessionLoop } from './session-loop.ts';

const QUIET = { sampleInput: () => NEUTRAL_INPUT, onEvent: () => {}, onTick: () => {} };

function makeLoop() {
  const session = makePractice({ name: 'Ana', seed: 7, attract: true });
  let samples = 0;
  const options = {
    steadyMs: () => 0,
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
  const options = { ...QUIET, steadyMs: () => 0 };
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
    ...QUIET,
    steadyMs: () => 0,
    onTick: () => {
      sessions.session = second;
    },
  };
  const loop = new SessionLoop(sessions, options, new StadiumCollection());
  loop.tick(0);
  expect(loop.session).toBe(second);
});

/**
 * How many ticks a session was given, call by call.
 *
 * @param pageMs what the page's own clock says at a call; default: what the steady one says
 */
function countTicks(
  callsMs: readonly number[],
  pageMs: (steadyMs: number) => number = (steadyMs) => steadyMs,
): readonly number[] {
  let advanced = 0;
  const session = makePractice({ name: 'Ana', seed: 7, attract: true });
  const counting = new Proxy(session, {
    get: (target, key) => {
      if (key !== 'advance') {
        const value: unknown = Reflect.get(target, key, target);
        return typeof value === 'function' ? value.bind(target) : value;
      }
      return () => {
        advanced += 1;
      };
    },
  });
  let steadyMs = 0;
  const options = { ...QUIET, steadyMs: () => steadyMs };
  const loop = new SessionLoop({ session: counting, unseen: [] }, options, new StadiumCollection());
  return callsMs.map((nowMs) => {
    advanced = 0;
    steadyMs = nowMs;
    loop.tick(pageMs(nowMs));
    return advanced;
  });
}

test('[L75] behind a stall the mail is read first: nobody is called silent for what waits here', () => {
  // A second without a turn, then the ticks that waited, all at once, among them the packets.
  expect(countTicks([0, 8, 1008, 1009, 1010, 1037, 1038, 1046])).toEqual([1, 1, 0, 0, 0, 0, 1, 1]);
});

test('[L75] a page that gets its turn once a second, as a hidden one, waits for its mail once', () => {
  expect(countTicks([0, 8, 1008, 2008, 3008, 4008, 4016])).toEqual([1, 1, 0, 1, 1, 1, 1]);
});

test('[L72] a page that stalls in the call in which its clock is held ticks on, so that the hold can end', () => {
  // From the first call on the page's clock is held, which it learns behind the stall.
  const held = (steadyMs: number): number => Math.min(steadyMs, 400);
  expect(countTicks([0, 400, 420, 431, 440], held)).toEqual([1, 0, 0, 1, 1]);
});
