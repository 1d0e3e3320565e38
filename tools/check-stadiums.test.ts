import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkStadiums } from './check-stadiums.ts';

const HEAD = "{ name: 'X', width: 400, height: 200, spawnDistance: 100";
const CLOSED = `${HEAD}, planes: [{ normal: [1, 0], dist: -400 }, { normal: [-1, 0], dist: -400 },
  { normal: [0, 1], dist: -200 }, { normal: [0, -1], dist: -200 }] }`;

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stadiums-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

test('files of every extension are played, also in folders below', () => {
  mkdirSync(join(folder, 'more', 'still'), { recursive: true });
  for (const name of ['a.hbs', 'b.JSON', 'c.json5', 'more/d.txt', 'more/still/e.stadium']) {
    write(name, CLOSED);
  }
  write('notes.md', 'no stadium');
  const { lines, ok } = checkStadiums(folder);
  expect(ok).toBe(true);
  expect(lines).toEqual([
    'loaded: 5 of 5 (100.0 %)',
    'refused: 0',
    'NaN/Infinity found: 0',
    'exceptions: 0',
    expect.stringMatching(/^µs per tick: median \d+\.\d, worst \d+\.\d \(.+\)$/),
    'discs that left the world: ball 0, player 0, other 0',
    'passed',
  ]);
});

test('what is refused is named with the reason and fails nothing', () => {
  write('broken.hbs', '{ name: ');
  write('large.hbs', ' '.repeat(1_048_577));
  write('empty.txt', '');
  write('many.hbs', "{ name: 'X', width: 1, discs: [7] }");
  symlinkSync(join(folder, 'nowhere'), join(folder, 'gone.hbs'));
  write('good.hbs', CLOSED);
  const { lines, ok } = checkStadiums(folder);
  expect(ok).toBe(true);
  expect(lines.slice(0, 6)).toEqual([
    expect.stringMatching(/^refused {4}broken\.hbs: the file ends/),
    expect.stringMatching(/^refused {4}empty\.txt: the file ends/),
    expect.stringMatching(/^refused {4}gone\.hbs: cannot be read: .*ENOENT/),
    expect.stringMatching(/^refused {4}large\.hbs: the file is larger than 1 MiB/),
    expect.stringMatching(/^refused {4}many\.hbs: height: is missing \(and 1 more\)/),
    'loaded: 1 of 6 (16.7 %)',
  ]);
});

test('discs that left the world are counted by what they are', () => {
  write(
    'open.hbs',
    `${HEAD}, ballPhysics: { gravity: [2, 0] }, playerPhysics: { gravity: [0, 9] }, discs: [
      { speed: [-9, 0], damping: 1 }, { pos: [90000, 0], speed: [1, 0] }, { pos: [0, 99] }] }`,
  );
  const { lines } = checkStadiums(folder);
  expect(lines[0]).toBe('left       open.hbs: ball 1, player 4, other 1');
  expect(lines).toContain('discs that left the world: ball 1, player 4, other 1');
});

test('a folder without stadium files fails, and one that is not there throws', () => {
  write('readme.md', '');
  expect(checkStadiums(folder)).toMatchObject({ ok: false });
  expect(() => checkStadiums(join(folder, 'nowhere'))).toThrow(/ENOENT/);
});
