import { expect, test } from 'vitest';
import { commonCheckpoints } from './common-checkpoints.ts';

test('only checkpoints that everybody has are compared', () => {
  const first = {
    hashes: [
      [60, 1],
      [120, 2],
      [180, 3],
    ] as const,
  };
  const second = {
    hashes: [
      [120, 2],
      [180, 3],
      [240, 4],
    ] as const,
  };
  expect(commonCheckpoints([first, second])).toEqual({ compared: 2, differing: [] });
});

test('a checkpoint that differs for one of several is told by its tick', () => {
  const right = {
    hashes: [
      [60, 1],
      [120, 2],
    ] as const,
  };
  const wrong = {
    hashes: [
      [60, 1],
      [120, 9],
    ] as const,
  };
  expect(commonCheckpoints([right, right, wrong]).differing).toEqual([120]);
});
