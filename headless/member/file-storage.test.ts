import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FileStorage } from './file-storage.ts';

let folder: string;
let file: string;
const problems: unknown[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'peerball-'));
  file = join(folder, 'deep', 'texts.json');
  problems.length = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () => new FileStorage(file, (problem) => problems.push(problem));
const nextTurn = () => new Promise((resolve) => void setImmediate(resolve));

test('texts are on the disk a turn later, for the next process', async () => {
  const storage = open();
  storage.setItem('wins', '3');
  storage.setItem('name', 'Zoë');
  storage.removeItem('name');
  await nextTurn();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ wins: '3' });
  const next = open();
  expect([next.getItem('wins'), next.getItem('name'), next.length]).toEqual(['3', null, 1]);
  expect(problems).toEqual([]);
});

test('a file that is broken is told of, and begins empty', () => {
  open().setItem('a', 'b');
  const storage = open();
  storage.setItem('a', 'b');
  storage.flush();
  writeFileSync(file, '{"a":');
  expect(open().getItem('a')).toBeNull();
  expect(problems.length).toBe(1);
});

test('what cannot be written lasts in memory, and is told of', () => {
  writeFileSync(join(folder, 'deep'), 'a file where the folder should be');
  const storage = open();
  storage.setItem('a', 'b');
  storage.flush();
  expect(storage.getItem('a')).toBe('b');
  expect(problems.length).toBe(2);
});
