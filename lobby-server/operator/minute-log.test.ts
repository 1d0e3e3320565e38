import { expect, test } from 'vitest';
import { ManualTimers } from '../../tests/lobby/manual-timers.ts';
import type { Facts } from '../log.ts';
import { MinuteLog } from './minute-log.ts';

test('[L140] the log says once a minute what happened, in numbers, and nothing of a quiet minute', async () => {
  const timers = new ManualTimers();
  const lines: [string, Facts | undefined][] = [];
  const counts: Record<string, number> = {};
  const write = (event: string, facts?: Facts): void => void lines.push([event, facts]);
  const minute = new MinuteLog({
    timers,
    log: { info: write, warn: write, error: write },
    counts: () => ({ ...counts }),
    sockets: () => 3,
    rooms: () => Promise.resolve(1),
  });
  const pass = async (): Promise<void> => {
    timers.advance(60_000);
    await new Promise((resolve) => setImmediate(resolve));
  };
  await pass();
  expect(lines).toEqual([]);
  Object.assign(counts, {
    'connect/OK': 3,
    'room:join/OK': 2,
    'room:join/RATE_LIMITED': 4,
    'report/name': 2,
  });
  await pass();
  await pass();
  counts['room:join/OK'] = 3;
  await pass();
  expect(lines).toEqual([
    ['minute', { sockets: 3, rooms: 1, connected: 3, joined: 2, reported: 2, refused: 4 }],
    ['minute', { sockets: 3, rooms: 1, joined: 1 }],
  ]);
  minute.close();
  counts['room:join/OK'] = 9;
  await pass();
  expect(lines).toHaveLength(2);
});
