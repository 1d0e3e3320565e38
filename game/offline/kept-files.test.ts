import { expect, test } from 'vitest';
import { digestOf, keptAnswer, markPage, readFileList } from './kept-files.ts';

const BUILD = '0123456789abcdef';
const DIGEST = 'a'.repeat(64);

function listOf(build: unknown, files: unknown): string {
  return JSON.stringify({ build, files });
}

test('a list names the build and the digest of each file', () => {
  const list = readFileList(listOf(BUILD, { '/assets/play-1.js': DIGEST }));
  expect(list?.build).toBe(BUILD);
  expect([...(list?.files ?? [])]).toEqual([['/assets/play-1.js', DIGEST]]);
});

test('what names anything but built files is no list, and neither is one without end', () => {
  const many = Object.fromEntries(
    Array.from({ length: 401 }, (_file, index) => [`/assets/${index}.js`, DIGEST]),
  );
  for (const text of [
    '',
    'null',
    '[]',
    '<!doctype html>',
    listOf('', { '/assets/a.js': DIGEST }),
    listOf(BUILD, {}),
    listOf(BUILD, null),
    listOf(BUILD, ['/assets/a.js']),
    listOf(BUILD, { '/socket.io/': DIGEST }),
    listOf(BUILD, { '/operator': DIGEST }),
    listOf(BUILD, { '//elsewhere.example/assets/a.js': DIGEST }),
    listOf(BUILD, { '/assets/../metrics': DIGEST }),
    listOf(BUILD, { '/assets/a.js': 'short' }),
    listOf(BUILD, { '/assets/a.js': 7 }),
    listOf(BUILD, many),
    ' '.repeat(70_000) + listOf(BUILD, { '/assets/a.js': DIGEST }),
  ]) {
    expect(readFileList(text), text.slice(0, 60)).toBeNull();
  }
});

test('a digest is SHA-256 in hexadecimal digits', async () => {
  const bytes = new TextEncoder().encode('abc');
  expect(await digestOf(bytes.buffer)).toBe(
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
});

test('a page that is kept says so, and only that of its build is', () => {
  const html = `<html><head><meta name="peerball-build" content="${BUILD}">`;
  expect(markPage(html, BUILD)).toBe(
    `<html><head><meta name="peerball-kept"><meta name="peerball-build" content="${BUILD}">`,
  );
  expect(markPage(html, 'fedcba9876543210')).toBeNull();
  expect(markPage('<title>Hotel: log in</title>', BUILD)).toBeNull();
});

test('a kept answer keeps the rules of the page, and says nothing of how it was packed', async () => {
  const answer = new Response('x', {
    headers: {
      'Content-Type': 'text/html',
      'Content-Security-Policy': "default-src 'none'",
      'Content-Encoding': 'br',
      'Content-Length': '3',
      Vary: 'Accept-Encoding',
    },
  });
  const kept = keptAnswer('page', answer);
  expect(await kept.text()).toBe('page');
  expect(Object.fromEntries(kept.headers)).toEqual({
    'content-type': 'text/html',
    'content-security-policy': "default-src 'none'",
  });
});
