import { expect, test } from 'vitest';
import { writeWebmLength } from './webm-length.ts';

const EBML = '1a45dfa38442868101';
const SCALE = '2ad7b1830f4240';
const INFO = `1549a96687${SCALE}`;
const CLUSTER = '1f43b67501ffffffffffffffe78100';
const SEGMENT = '1853806701ffffffffffffff';

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

test('[V36] the length stands first in what a recording says of itself, and the rest is as it was', () => {
  const file = bytesOf(EBML + SEGMENT + INFO + CLUSTER);
  // 8 000 as a number of eight bytes.
  const duration = '44898840bf400000000000';
  const info = `1549a9660100000000000012${duration}${SCALE}`;
  const made = writeWebmLength(file, 8000);
  expect(hexOf(made)).toBe(EBML + SEGMENT + info + CLUSTER);
  expect(writeWebmLength(made, 5)).toBe(made);
});

test.each([
  ['nothing', ''],
  ['no WebM', '0000001866747970'],
  ['a file without what it says of itself', EBML + SEGMENT + CLUSTER],
  ['a file that states its whole size', `${EBML}185380678c${INFO}`],
  ['what stops in its middle', EBML + SEGMENT + INFO.slice(0, 16)],
  ['zeros', '00'.repeat(64)],
])('%s comes back as it is', (_name, hex) => {
  const file = bytesOf(hex);
  expect(writeWebmLength(file, 8000)).toBe(file);
});

test('whatever the bytes are, nothing is thrown and at most the length is added', () => {
  const file = bytesOf(EBML + SEGMENT + INFO + CLUSTER);
  for (let at = 0; at < file.length; at += 1) {
    for (const value of [0, 1, 0x7f, 0x80, 0xff]) {
      const broken = Uint8Array.from(file);
      broken[at] = value;
      expect(writeWebmLength(broken, 8000).length).toBeLessThanOrEqual(file.length + 32);
    }
    expect(() => writeWebmLength(file.slice(0, at), 8000)).not.toThrow();
  }
});
