import { expect, test } from 'vitest';
import {
  flag,
  history,
  list,
  optional,
  struct,
  text,
  uint,
  variants,
} from '../../shared/wire/codec.ts';
import { describeCodec, describeVariants } from './describe-codec.ts';
import { rowsOf } from '../../shared/wire/input-rows.ts';
import { readTable } from './read-table.ts';

test('a struct is its fields in their order, each with its bits', () => {
  expect(describeCodec(struct({ a: uint(4), b: flag }))).toBe('a 4, b 1');
  expect(describeCodec(struct({ b: flag, a: uint(4) }))).toBe('b 1, a 4');
});

test('what holds other values says how, and what they are', () => {
  const pair = struct({ a: uint(4), b: flag });
  expect(describeCodec(list(pair, 3))).toBe('2 × (a 4, b 1)');
  expect(describeCodec(text(24))).toBe('5 × 8');
  expect(describeCodec(history(uint(6), 16))).toBe('4 ~ 6');
  expect(describeCodec(optional(pair))).toBe('? (a 4, b 1)');
  expect(describeCodec(struct({ pair, name: text(24) }))).toBe('pair (a 4, b 1), name 5 × 8');
  expect(describeCodec(struct({ rows: rowsOf(6), one: variants(4, { pair }) }))).toBe(
    'rows 6 rows, one 4 …',
  );
});

test('a union is a row for each choice, without what all begin with', () => {
  const head = { seq: uint(8) };
  const union = variants(4, { x: struct({ ...head }), y: struct({ ...head, a: uint(3) }) });
  expect(describeVariants(union, head)).toEqual([
    ['0', 'x', ''],
    ['1', 'y', 'a 3'],
  ]);
  expect(() => describeVariants(union, { a: uint(3) })).toThrow('does not begin');
});

test('a table is read from below its own heading, cell by cell', () => {
  const page = '## One\n\ntext\n\n| a | b |\n|---|---|\n| 1 | `x` |\n| 2 |  |\n\n## Two\n\nnone\n';
  expect(readTable(page, 'One')).toEqual([
    ['1', 'x'],
    ['2', ''],
  ]);
  expect(() => readTable(page, 'Two')).toThrow('no table');
  expect(() => readTable(page, 'Three')).toThrow('no heading');
});
