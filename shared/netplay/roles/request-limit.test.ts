import { expect, test } from 'vitest';
import type { PeerId } from '../../base/peer-id.ts';
import { RequestLimit } from './request-limit.ts';

const [ana, ben] = ['ana' as PeerId, 'ben' as PeerId];

test('[N43] sixteen requests at once, and four a second behind them', () => {
  const limit = new RequestLimit();
  const granted = (ms: number, tries: number): number =>
    Array.from({ length: tries }, () => limit.tryTake(ana, ms)).filter(Boolean).length;
  expect(granted(0, 100)).toBe(16);
  expect(granted(1_000, 100)).toBe(4);
  expect(granted(60_000, 100)).toBe(16);
});

test('[N43] one that asks too much takes nothing from the others', () => {
  const limit = new RequestLimit();
  for (let time = 0; time < 100; time++) limit.tryTake(ana, 0);
  expect(limit.tryTake(ben, 0)).toBe(true);
});

test('[N43] one that runs the room asks for something in each tick, and sets a whole map at once', () => {
  const limit = new RequestLimit();
  const granted = (ms: number, tries: number): number =>
    Array.from({ length: tries }, () => limit.tryTake(ana, ms, true)).filter(Boolean).length;
  expect([granted(0, 200), granted(1_000, 200), granted(60_000, 200)]).toEqual([96, 60, 96]);
});
