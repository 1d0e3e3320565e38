import { expect, test } from 'vitest';
import { ManualTimers } from '../../../tests/lobby/manual-timers.ts';
import { RelayOutbox, STALE_MS } from './relay-outbox.ts';

test('[L76] what waits leaves together, in its order, and only once', () => {
  const outbox = new RelayOutbox(new ManualTimers());
  for (let n = 0; n < 5; n++) outbox.put(Uint8Array.of(n));
  expect(outbox.take().map(([n]) => n)).toEqual([0, 1, 2, 3, 4]);
  expect(outbox.take()).toEqual([]);
});

test('[L76] of what waits the oldest is dropped: too many frames, too many bytes, too late', () => {
  const timers = new ManualTimers();
  const outbox = new RelayOutbox(timers);
  for (let n = 0; n < 130; n++) outbox.put(Uint8Array.of(n));
  expect(outbox.take().map(([n]) => n)).toEqual(Array.from({ length: 128 }, (_, n) => n + 2));
  for (let n = 0; n < 9; n++) outbox.put(new Uint8Array(1000).fill(n));
  expect(outbox.take().map(([n]) => n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  outbox.put(Uint8Array.of(1));
  timers.advance(STALE_MS / 2);
  outbox.put(Uint8Array.of(2));
  timers.advance(STALE_MS / 2 + 1);
  expect(outbox.take().map(([n]) => n)).toEqual([2]);
});
