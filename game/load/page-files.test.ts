import { expect, test } from 'vitest';
import { type PageHead, readPageFiles } from './page-files.ts';

function pageWith(
  build: string | null,
  parts: string | null,
  kept: string | null = null,
): PageHead {
  const texts = new Map([
    ['#parts', parts],
    ['meta[name="peerball-build"]', build],
    ['meta[name="peerball-kept"]', kept],
  ]);
  return {
    querySelector(selector) {
      const text = texts.get(selector) ?? null;
      return text === null ? null : { textContent: text, getAttribute: () => text };
    },
  };
}

test('the build and the files of each part stand in the page', () => {
  const { build, parts } = readPageFiles(pageWith('0123456789abcdef', '{"play":["/assets/a.js"]}'));
  expect(build).toBe('0123456789abcdef');
  expect([...parts]).toEqual([['play', ['/assets/a.js']]]);
});

test('a page in development lists nothing', () => {
  expect(readPageFiles(pageWith(null, null))).toEqual({
    build: null,
    parts: new Map(),
    isKept: false,
  });
});

test('a page that was kept says so', () => {
  expect(readPageFiles(pageWith('0123456789abcdef', '{}', '')).isKept).toBe(true);
});

test('what is no list of addresses of our own is left out', () => {
  for (const text of [
    '',
    '<p>',
    'null',
    '7',
    '[]',
    '{"play":7}',
    '{"play":["//evil.example/x.js"]}',
  ]) {
    expect([...readPageFiles(pageWith(null, text)).parts], text).toEqual([]);
  }
});
