import { expect, test } from 'vitest';
import { contentHash, isContentHash } from './content-hash.ts';

test('a content hash is the same for all time', () => {
  expect(contentHash('')).toMatchInlineSnapshot(`"58ea69b0267ba9f94526a72683840b20"`);
  expect(contentHash('Peerball')).toMatchInlineSnapshot(`"47bd31f4f5c05c9f810c695735783abf"`);
});

test('texts that differ in little have names that differ in every part', () => {
  const texts = ['a', 'b', 'ab', 'ba', 'aa', 'a\0', '\0a', 'Ā', '', '\0'];
  const hashes = texts.map(contentHash);
  for (let part = 0; part < 32; part += 8) {
    const parts = hashes.map((hash) => hash.slice(part, part + 8));
    expect(new Set(parts).size).toBe(texts.length);
  }
});

test('a hundred thousand texts have a hundred thousand names, and half of each bit', () => {
  const seen = new Set<string>();
  const ones = new Int32Array(128);
  for (let index = 0; index < 100_000; index += 1) {
    const hash = contentHash(`{"x":${index}}`);
    seen.add(hash);
    if (index % 10 !== 0) continue;
    for (let digit = 0; digit < 32; digit += 1) {
      const bits = Number.parseInt(hash[digit]!, 16);
      for (let bit = 0; bit < 4; bit += 1) ones[digit * 4 + bit]! += (bits >> bit) & 1;
    }
  }
  expect(seen.size).toBe(100_000);
  for (const count of ones) expect(Math.abs(count - 5_000)).toBeLessThan(300);
});

test('only 32 small hexadecimal digits are a content hash', () => {
  expect(isContentHash(contentHash('x'))).toBe(true);
  for (const id of ['', 'classic', 'A'.repeat(32), 'a'.repeat(31), `${'a'.repeat(32)}\n`]) {
    expect(isContentHash(id)).toBe(false);
  }
});
