import { expect, test } from 'vitest';
import { type Holdings, findCommit } from './commit.ts';
import type { Log, Mark } from './log.ts';
import { RULES } from './rules.ts';

function log(commit: number, end: number, marks: readonly Mark[]): Log {
  return { commit, end, base: 0, marks: [...marks] };
}

function held(matches: readonly number[], witnessEnd = 0, ended = 0): Holdings {
  const all = new Int32Array(31).fill(-1);
  all.set(matches);
  return { matches: all, witnessEnd, ended, parted: ended };
}

const three: Mark = { at: 0, term: 63, members: 0b111 };

test.each([
  [[10, 4, 4], 4],
  [[10, 7, 2], 7],
  [[10, 10, 10], 10],
  [[10, -1, -1], 1],
])('[C4] of three that hold %j, all before tick %i is final', (matches, end) => {
  expect(findCommit(log(1, 10, [three]), 63, held(matches), RULES)).toBe(end);
});

test('[C4] ticks of an older term become final behind one of the present term', () => {
  const marks = [three, { at: 6, term: 95, members: 0b111 }];
  expect(findCommit(log(1, 7, marks), 95, held([7, 6, 0]), RULES)).toBe(1);
  expect(findCommit(log(1, 7, marks), 95, held([7, 7, 0]), RULES)).toBe(7);
});

test('[C3] a change of configuration needs a quorum before and behind it', () => {
  const marks = [three, { at: 5, term: 63, members: 0b11000 }];
  expect(findCommit(log(1, 6, marks), 63, held([6, 6, 6]), RULES)).toBe(5);
  expect(findCommit(log(1, 6, marks), 63, held([6, 6, -1, 6]), RULES)).toBe(5);
  expect(findCommit(log(1, 6, marks), 63, held([6, 6, -1, 6, 6]), RULES)).toBe(6);
});

test('[C8] the witness decides a tie up to the configuration that it keeps, and no further', () => {
  const two: Mark = { at: 0, term: 63, members: 0b11 };
  const marks = [two, { at: 5, term: 63, members: 0b01 }];
  expect(findCommit(log(1, 9, marks), 63, held([9, 2]), RULES)).toBe(2);
  expect(findCommit(log(1, 9, marks), 63, held([9, 2], 6), RULES)).toBe(6);
  expect(findCommit(log(6, 9, marks), 63, held([9, 2], 6), RULES)).toBe(9);
});
