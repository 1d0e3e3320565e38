import { expect, test } from 'vitest';
import type { PeerId } from '../../../shared/base/peer-id.ts';
import { SpeakingWatch } from './speaking-watch.ts';

const [ADA, BEN] = ['aaaaaaaa', 'bbbbbbbb'] as PeerId[] as [PeerId, PeerId];

test('somebody speaks from the first loud moment until half a second behind the last one', () => {
  const watch = new SpeakingWatch();
  expect([...watch.follow(new Map([[ADA, 0.005]]), 0)]).toEqual([]);
  const speaking = watch.follow(new Map([[ADA, 0.3]]), 100);
  expect([...speaking]).toEqual([ADA]);
  expect(watch.follow(new Map([[ADA, 0]]), 500)).toBe(speaking);
  expect([...watch.follow(new Map([[ADA, 0]]), 700)]).toEqual([]);
});

test('who is hung up on does not speak any more', () => {
  const watch = new SpeakingWatch();
  watch.follow(
    new Map([
      [ADA, 1],
      [BEN, 1],
    ]),
    0,
  );
  expect([...watch.follow(new Map([[BEN, 1]]), 10)]).toEqual([BEN]);
});
