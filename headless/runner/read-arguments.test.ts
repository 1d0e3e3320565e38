import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readArguments } from './read-arguments.ts';

test('a script alone runs in the lobby of this machine', () => {
  expect(readArguments(['league.js'])).toEqual({
    ok: true,
    value: {
      scripts: [resolve('league.js')],
      lobbyUrl: 'http://localhost:3000',
      dataFolder: resolve('.data/rooms'),
      name: null,
      isWatched: false,
      isRestarted: false,
    },
  });
});

test.each([
  [[], 'name a script'],
  [['a.js', '--lobby', 'nowhere'], '--lobby nowhere is no address'],
  [['a/x.js', 'b/x.js'], 'two scripts are called x.js: what they keep would mix'],
])('%j is refused with a sentence', (words, problem) => {
  expect(readArguments(words)).toEqual({ ok: false, error: problem });
});

test('an option that there is not is named', () => {
  const read = readArguments(['a.js', '--loby', 'x']);
  expect(!read.ok && read.error).toContain('--loby');
});
