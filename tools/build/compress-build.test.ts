import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compressFolder } from './compress-build.ts';

const SCRIPT = 'export const kick = 1;\n'.repeat(100);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'peerball-compress-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'assets', 'main-abc.js'), SCRIPT);
});

afterEach(() => rmSync(folder, { recursive: true }));

test('a script gets a brotli and a gzip form that say the same', async () => {
  await compressFolder(folder);
  const read = (ending: string): Buffer =>
    readFileSync(join(folder, 'assets', `main-abc${ending}`));
  expect(brotliDecompressSync(read('.js.br')).toString()).toBe(SCRIPT);
  expect(gunzipSync(read('.js.gz')).toString()).toBe(SCRIPT);
});

test('what would grow, is a picture or font, or a map, stays alone', async () => {
  writeFileSync(join(folder, 'tiny.js'), '1');
  for (const name of ['font.woff2', 'main.js.map', 'old.js.br']) {
    writeFileSync(join(folder, name), SCRIPT);
  }
  await compressFolder(folder);
  expect(readdirSync(folder).toSorted()).toEqual(
    ['assets', 'font.woff2', 'main.js.map', 'old.js.br', 'tiny.js'].toSorted(),
  );
});
