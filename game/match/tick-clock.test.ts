import { expect, test } from 'vitest';
import { startTickClock } from './tick-clock.ts';

function fakeSources() {
  const log: string[] = [];
  const nothing = (): void => {};
  const given = { worker: nothing, lost: nothing, retry: nothing, look: nothing };
  return {
    log,
    given,
    sources: {
      startTimer: () => {
        log.push('timer on');
        return () => log.push('timer off');
      },
      startWorker: (onTick: () => void, onLost: () => void) => {
        log.push('worker on');
        Object.assign(given, { worker: onTick, lost: onLost });
        return () => log.push('worker off');
      },
      startWatch: (look: () => void) => {
        given.look = look;
        return () => log.push('watch off');
      },
      after: (ms: number, run: () => void) => {
        log.push(`again in ${ms}`);
        given.retry = run;
        return () => log.push('called off');
      },
    },
  };
}

test('the page ticks by itself until the worker does', () => {
  const { log, given, sources } = fakeSources();
  let ticks = 0;
  const stop = startTickClock(() => ticks++, sources);
  expect(log).toEqual(['timer on', 'worker on']);
  given.worker();
  given.worker();
  expect(ticks).toBe(2);
  expect(log).toEqual(['timer on', 'worker on', 'timer off']);
  stop();
  expect(log.at(-1)).toBe('worker off');
});

test('a worker whose file is lost is tried for three times more, and the page goes on', () => {
  const { log, given, sources } = fakeSources();
  startTickClock(() => {}, sources);
  for (let lost = 0; lost < 3; lost++) {
    given.lost();
    given.retry();
  }
  given.lost();
  expect(log.filter((line) => line === 'worker on')).toHaveLength(4);
  expect(log.filter((line) => line.startsWith('again'))).toEqual([
    'again in 1000',
    'again in 5000',
    'again in 30000',
  ]);
  expect(log).not.toContain('timer off');
});

test('a worker that dies later hands the ticks back to the page', () => {
  const { log, given, sources } = fakeSources();
  startTickClock(() => {}, sources);
  given.worker();
  given.lost();
  expect(log.slice(-3)).toEqual(['worker off', 'timer on', 'again in 1000']);
});

test('where there are no workers the page ticks on by itself', () => {
  const { log, sources } = fakeSources();
  const startWorker = (): never => {
    throw new ReferenceError('Worker is not defined');
  };
  startTickClock(() => {}, { ...sources, startWorker });
  expect(log).toEqual(['timer on', 'again in 1000']);
});

test('a worker that falls silent without a word is missed, one after a sleep is not', () => {
  const { log, given, sources } = fakeSources();
  startTickClock(() => {}, sources);
  given.worker();
  for (let looks = 0; looks < 5; looks++) {
    given.look();
    given.look();
    given.worker();
  }
  expect(log).toEqual(['timer on', 'worker on', 'timer off']);
  for (let looks = 0; looks < 5; looks++) given.look();
  expect(log.slice(3)).toEqual(['worker off', 'timer on', 'again in 1000']);
});
