import { expect, test } from 'vitest';
import {
  checkWords,
  glossaryWords,
  homesOfTypes,
  mentions,
  sharedNames,
  unusedExceptions,
} from '../tools/checks/check-words.ts';
import { checkSentences } from '../tools/checks/check-sentences.ts';
import { readTable } from '../tools/checks/read-table.ts';
import { isTestFile, readProjectFile, readSourceFiles } from '../tools/project/source-files.ts';
import { SHARED_NAMES, UNUSED_IN_TEXTS, UNUSED_WORDS } from '../tools/words.ts';

/** The tables themselves, and the test of what reads them. */
const ABOUT_WORDS = new Set(['tools/words.ts', 'tools/checks/check-words.test.ts']);

const code = readSourceFiles([
  'shared',
  'game',
  'lobby-server',
  'headless',
  'tests',
  'tools',
  'bench',
]).filter(({ path }) => !ABOUT_WORDS.has(path));
const pages = [
  ...readSourceFiles(['docs/spec', 'docs/guides'], ['.md']),
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md'].map(readProjectFile),
];

const glossary = readProjectFile('ARCHITECTURE.md');
const everything = [...code, ...pages.filter(({ path }) => path !== glossary.path)];

/** Types of one name matter where the product could confuse them. */
const product = code.filter(
  ({ path }) => /^(?:shared|game|lobby-server)\//.test(path) && !isTestFile(path),
);

test('names, comments and specifications keep to the words of the project', () => {
  expect(everything.length).toBeGreaterThan(500);
  expect(checkWords(everything, UNUSED_WORDS)).toEqual([]);
});

test('every exception to that is one', () => {
  expect(unusedExceptions(everything, UNUSED_WORDS)).toEqual([]);
});

test('what players read has none of the words that only developers know', () => {
  const texts = code
    .filter(({ path }) => /^game\/i18n\/en\/(?!en-debug)[\w-]+\.ts$/.test(path))
    .map(({ path, text }) => ({ path, text: valuesOf(text) }));
  expect(texts.length).toBeGreaterThan(5);
  expect(checkWords(texts, UNUSED_IN_TEXTS)).toEqual([]);
});

test('two types of one name are two ideas of one name', () => {
  expect(sharedNames(product, SHARED_NAMES)).toEqual([]);
});

test('every exception to that stands in two files', () => {
  const homes = homesOfTypes(product);
  const needless = Object.keys(SHARED_NAMES).filter((name) => (homes.get(name) ?? []).length < 2);
  expect(needless).toEqual([]);
});

test('every word of the glossary is in use, and stands there once', () => {
  const words = glossaryWords(readTable(glossary.text, 'Words'));
  expect(words.length).toBeGreaterThan(40);
  expect(words.filter((word) => !mentions(everything, word))).toEqual([]);
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual(['final']);
});

test('every sentence of a comment or a page names who acts', () => {
  expect(checkSentences([...code, ...pages])).toEqual([]);
});

/** A file of messages with nothing left but the texts: names of messages are for developers. */
function valuesOf(source: string): string {
  return source
    .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*|^import .*$/gm, '')
    .replaceAll(/\b\w+(?=:[ \n])/g, '');
}
