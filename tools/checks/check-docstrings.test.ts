import { expect, test } from 'vitest';
import { checkDocstrings } from './check-docstrings.ts';

function check(text: string): readonly string[] {
  return checkDocstrings([{ path: 'game/a.ts', text }]);
}

test('an exported function or class without a docstring is named with its line', () => {
  expect(check('const a = 1;\nexport function go(): void {}')).toEqual([
    'game/a.ts:2: go has no docstring',
  ]);
  expect(check('export abstract class Base {}')).toHaveLength(1);
  expect(check('export async function* walk() {}')).toHaveLength(1);
});

test('a docstring of one or more lines is one, also above a mark for the linter', () => {
  expect(check('/** Goes. */\nexport function go(): void {}')).toEqual([]);
  expect(check('/**\n * Goes.\n */\nexport class Go {}')).toEqual([]);
  expect(check('/** Goes. */\n// oxlint-disable-next-line a\nexport function go() {}')).toEqual([]);
});

test('any other comment, or the docstring of something else, is none', () => {
  expect(check('// Goes.\nexport function go(): void {}')).toHaveLength(1);
  expect(check('/* Goes. */\nexport function go(): void {}')).toHaveLength(1);
  expect(check('/** One. */\nconst one = 1;\nexport function go(): void {}')).toHaveLength(1);
});

test('signatures of one function need one docstring, and what is private or a text none', () => {
  const two = 'export function go(a: 1): 1;\nexport function go(a: 2): 2;';
  expect(check(`/** Goes. */\n${two}`)).toEqual([]);
  expect(check(two)).toHaveLength(1);
  expect(check('function go(): void {}')).toEqual([]);
  expect(check('const text = `\nexport function go() {}`;')).toEqual([]);
});
