import { expect, test } from 'vitest';
import { hasQuorum } from './quorum.ts';

const NONE = { witness: false, ended: 0 };

test.each([
  { of: 0b1, by: 0b1, alone: true, tied: true },
  { of: 0b11, by: 0b01, alone: false, tied: true },
  { of: 0b11, by: 0b11, alone: true, tied: true },
  { of: 0b111, by: 0b001, alone: false, tied: false },
  { of: 0b111, by: 0b110, alone: true, tied: true },
  { of: 0b1111, by: 0b0011, alone: false, tied: true },
  { of: 0b1111, by: 0b0111, alone: true, tied: true },
  { of: 0b11111, by: 0b00011, alone: false, tied: false },
  { of: 0b11, by: 0b100, alone: false, tied: false },
  { of: 0b11, by: 0, alone: false, tied: false },
])('[C2] of $of, $by is a quorum: $alone, with the witness: $tied', ({ of, by, alone, tied }) => {
  expect(hasQuorum(of, { ...NONE, members: by })).toBe(alone);
  expect(hasQuorum(of, { ...NONE, members: by, witness: true })).toBe(tied);
});

test('[C2] all whose pages are not over are a quorum, and nobody less', () => {
  expect(hasQuorum(0b11, { members: 0b01, witness: false, ended: 0b10 })).toBe(true);
  expect(hasQuorum(0b11111, { members: 0b00011, witness: false, ended: 0b11100 })).toBe(true);
  expect(hasQuorum(0b11111, { members: 0b00001, witness: false, ended: 0b11100 })).toBe(false);
  expect(hasQuorum(0b11, { members: 0, witness: true, ended: 0b11 })).toBe(false);
});

test('[C2] any two quorums of up to five members share a member or the witness', () => {
  const apart: string[] = [];
  const subsets = Array.from({ length: 32 }, (_, members) => members);
  for (const of of subsets) {
    for (const ended of subsets) {
      for (const a of subsets) {
        for (const b of subsets) {
          if (((a | b) & ended) !== 0 || (a & b & of) !== 0) continue;
          const first = hasQuorum(of, { members: a, witness: true, ended });
          // Of a tie only one side has the witness.
          const second = hasQuorum(of, { members: b, witness: false, ended });
          if (first && second) apart.push(`${of}: ${a} and ${b}, without ${ended}`);
        }
      }
    }
  }
  expect(apart).toEqual([]);
});
