import JSON5 from 'json5';
import { expect, test } from 'vitest';
import { fixtureTexts } from '../../tests/determinism/all-arenas.ts';
import { readJson5 } from './read-json5.ts';
import { toPlainJson } from './relaxed-json.ts';

test.each(fixtureTexts())('[F3] $name reads the same as plain JSON and as JSON5', ({ text }) => {
  const read = readJson5(text);
  expect(read.ok).toBe(true);
  const plain: unknown = JSON.parse(toPlainJson(text.replace(/^\uFEFF/, '')));
  expect(plain).toEqual(read.ok && read.value);
});

test.each([
  [`{a:1,}`, { a: 1 }],
  [`[1,2, /* ] */ ]`, [1, 2]],
  [`{ // , }\n $b_2 : 'it\\'s "x"', }`, { $b_2: `it's "x"` }],
  [`['a\nb', 'c\\\nd', "e\\"f", 'http://x', "\t"]`, ['a\nb', 'cd', 'e"f', 'http://x', '\n']],
  [`{ "e": 1e5, e: -2.5E-3, true: true }`, { e: -0.0025, true: true }],
])('[F3] %j is rewritten as plain JSON', (text, value) => {
  expect(JSON.parse(toPlainJson(text))).toEqual(value);
});

test('[F3] both ways agree wherever the common liberties are all that is taken', () => {
  const text = `{ x: [1.5, -2, {y: 'z', w: null}, [], {},], 'k': "v", /* c */ n: false }`;
  expect(JSON.parse(toPlainJson(text))).toEqual(JSON5.parse(text));
});
