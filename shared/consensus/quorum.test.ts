import { expect, test } from 'vitest';
import { countMembers } from './members.ts';
import { hasQuorum } from './quorum.ts';

const NONE = { witness: false, ended: 0, parted: 0 };

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

test('[C2] all whose pages are not over are a quorum with the witness, and nobody less', () => {
  const witnessed = { witness: true, parted: 0 };
  expect(hasQuorum(0b11111, { ...witnessed, members: 0b00011, ended: 0b11100 })).toBe(true);
  expect(hasQuorum(0b11111, { ...witnessed, members: 0b00001, ended: 0b11100 })).toBe(false);
  expect(hasQuorum(0b11, { ...witnessed, members: 0, ended: 0b11 })).toBe(false);
  expect(hasQuorum(0b11, { ...NONE, members: 0b01, ended: 0b10 })).toBe(false);
});

test('[C2] without the witness they are one where each of the others took part in nothing unknown', () => {
  const two = { witness: false, members: 0b01, ended: 0b10 };
  expect(hasQuorum(0b11, { ...two, parted: 0b10 })).toBe(true);
  expect(hasQuorum(0b1111, { ...NONE, members: 1, ended: 0b1110, parted: 0b1110 })).toBe(true);
  expect(hasQuorum(0b1111, { ...NONE, members: 1, ended: 0b1110, parted: 0b0110 })).toBe(false);
});

/** More than half of a configuration: where all of it are over by now, nothing of what it decided is left. */
function isMajority(of: number, members: number): boolean {
  return countMembers(of & members) * 2 > countMembers(of);
}

test('[C2] a quorum that some are over of shares a living member or the witness with any later one', () => {
  const apart: string[] = [];
  const subsets = Array.from({ length: 32 }, (_, members) => members);
  for (const of of subsets) {
    for (const ended of subsets) {
      for (const a of subsets) {
        for (const b of subsets) {
          if ((b & ended) !== 0 || (a & b & of) !== 0) continue;
          // Of a tie only one side has the witness.
          const first = hasQuorum(of, { ...NONE, members: a, witness: true });
          const second = hasQuorum(of, { ...NONE, members: b, ended });
          const isLost = (a & of & ~ended) === 0 && isMajority(of, a);
          if (first && second && !isLost) apart.push(`${of}: ${a} and ${b}, without ${ended}`);
        }
      }
    }
  }
  expect(apart).toEqual([]);
});
