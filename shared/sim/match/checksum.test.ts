import { expect, test } from 'vitest';
import { Lab } from '../../../tests/determinism/lab.ts';
import { hashMatch, hashParts, isCleanMatch } from './checksum.ts';
import { copyMatchState, createMatchState } from '../match-state.ts';

function twoStates(): { lab: Lab; copy: ReturnType<typeof createMatchState> } {
  const lab = new Lab({ discs: [{ pos: [50, 0] }] });
  lab.place(0, 1);
  lab.start();
  const copy = createMatchState(lab.arena.discCount);
  copyMatchState(lab.match, copy);
  return { lab, copy };
}

test('[S70] every single word of the state counts', () => {
  const { lab, copy } = twoStates();
  const hash = hashMatch(lab.match);
  expect(hashMatch(copy)).toBe(hash);
  for (let word = 0; word < copy.words.length; word += 1) {
    copy.words[word]! ^= 1;
    expect(hashMatch(copy)).not.toBe(hash);
    copy.words[word]! ^= 1;
  }
  expect(hash).toBe(hash >>> 0);
});

test('[S70] swapped words change the hash', () => {
  const { lab, copy } = twoStates();
  copy.words.set([5, 6], 0);
  lab.match.words.set([6, 5], 0);
  expect(hashMatch(copy)).not.toBe(hashMatch(lab.match));
});

test.each([
  ['ball', 0],
  ['discs', 8],
  ['players', 16],
  ['score', (2 + 8) * 8],
] as const)('[S72] a change of the %s shows in that part alone', (part, word) => {
  const { lab, copy } = twoStates();
  copy.words[word]! ^= 1;
  const before = hashParts(lab.arena, lab.match);
  const after = hashParts(lab.arena, copy);
  const changed = Object.keys(before).filter(
    (name) => before[name as keyof typeof before] !== after[name as keyof typeof after],
  );
  expect(changed).toEqual([part]);
});

test('[S71] NaN, infinity and −0 are found', () => {
  const { copy } = twoStates();
  expect(isCleanMatch(copy)).toBe(true);
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0]) {
    copy.discs[6] = bad;
    expect(isCleanMatch(copy)).toBe(false);
  }
});
