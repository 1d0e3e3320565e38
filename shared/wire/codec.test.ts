import { expect, test } from 'vitest';
import { BitReader } from './bit-reader.ts';
import { BitWriter } from './bit-writer.ts';
import {
  type Codec,
  below,
  bytes,
  decodeAll,
  flag,
  history,
  int,
  list,
  optional,
  struct,
  text,
  uint,
  variants,
} from './codec.ts';

function roundTrip<Value>(codec: Codec<Value>, value: Value): Value | null {
  const writer = new BitWriter(4096);
  codec.write(writer, value);
  return decodeAll(codec, new BitReader(writer.finish()));
}

test('integers of every width keep their extremes', () => {
  for (let width = 1; width <= 32; width++) {
    for (const value of [0, 1, 2 ** width - 1]) expect(roundTrip(uint(width), value)).toBe(value);
  }
  for (const value of [-128, -1, 0, 127]) expect(roundTrip(int(8), value)).toBe(value);
});

test('a value that does not fit is our own bug and throws', () => {
  expect(() => roundTrip(uint(4), 16)).toThrow('does not fit');
  expect(() => roundTrip(uint(4), -1)).toThrow('does not fit');
  expect(() => roundTrip(uint(4), 1.5)).toThrow('does not fit');
  expect(() => roundTrip(below(5), 5)).toThrow('is not below');
  expect(() => roundTrip(bytes(2), new Uint8Array(3))).toThrow('are over');
});

test('a value over its limit from outside fails instead of throwing', () => {
  expect(decodeAll(below(5), new BitReader(Uint8Array.of(0b1110_0000)))).toBeNull();
  expect(decodeAll(list(flag, 2), new BitReader(Uint8Array.of(0b1100_0000)))).toBeNull();
});

test('text that is no UTF-8 fails', () => {
  expect(roundTrip(text(20), 'Ağ ⚽')).toBe('Ağ ⚽');
  const writer = new BitWriter(4);
  bytes(20).write(writer, Uint8Array.of(0xff, 0xfe));
  expect(decodeAll(text(20), new BitReader(writer.finish()))).toBeNull();
});

test('a history of one value, many equal and all different comes back', () => {
  const codec = history(uint(6), 32);
  for (const values of [
    [5],
    [5, 5, 5, 5],
    [1, 2, 3, 4, 5, 6],
    Array.from({ length: 32 }, () => 63),
  ]) {
    expect(roundTrip(codec, values)).toEqual(values);
  }
});

test('variants, options and lists come back as they were', () => {
  const codec = list(
    variants(2, { none: struct({}), some: struct({ a: optional(uint(3)), b: flag }) }),
    4,
  );
  const values = [
    { type: 'none' },
    { type: 'some', a: null, b: true },
    { type: 'some', a: 7, b: false },
  ] as const;
  expect(roundTrip(codec, values)).toEqual(values);
});

test('an unknown variant, a missing bit and a left-over byte all fail', () => {
  const codec = variants(2, { none: struct({}), some: struct({ value: uint(8) }) });
  expect(decodeAll(codec, new BitReader(Uint8Array.of(0b1100_0000)))).toBeNull();
  expect(decodeAll(codec, new BitReader(Uint8Array.of(0b0100_0000)))).toBeNull();
  expect(decodeAll(codec, new BitReader(Uint8Array.of(0b0000_0000, 0)))).toBeNull();
  expect(decodeAll(codec, new BitReader(Uint8Array.of(0b0000_0001)))).toBeNull();
  expect(decodeAll(codec, new BitReader(new Uint8Array()))).toBeNull();
});
