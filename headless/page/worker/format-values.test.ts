import { expect, test } from 'vitest';
import { formatValues } from './format-values.ts';

test.each([
  [['a', 1, null, undefined, true], 'a 1 null undefined true'],
  [[{ a: [1, { b: 2n }] }], '{"a":[1,{"b":"2"}]}'],
  [[new Error('bad')], 'Error: bad'],
  [[new Map([['a', 1]])], '[["a",1]]'],
])('a line says values as a person reads them', (values, line) => {
  expect(formatValues(...(values as unknown[]))).toBe(line);
});

test('what goes round in itself, throws or is endless is a line all the same', () => {
  const round: Record<string, unknown> = {};
  round['self'] = round;
  const thrower = {
    get a() {
      throw new Error('no');
    },
  };
  expect(formatValues(round)).toContain('…');
  expect(formatValues(thrower)).toBe('[object Object]');
  expect(formatValues('x'.repeat(100_000)).length).toBeLessThan(5_000);
});
