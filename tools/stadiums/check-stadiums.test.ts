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
    'changed by a limit: 0',
    'a kick moves the ball: 5 of 5',
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

test('what a limit changed is told, in the file and in its products', () => {
  write(
    'far.hbs',
    `${HEAD}, discs: [{ pos: [0, 7e12], invMass: 0 }, { pos: [900, 0], speed: [1, 0], damping: 1e300 }],
      playerPhysics: { kickStrength: 3e300 }, ballPhysics: { invMass: 1e300 }, name: '${'x'.repeat(140)}' }`,
  );
  const { lines, ok } = checkStadiums(folder);
  expect(ok).toBe(true);
  expect(lines.filter((line) => line.startsWith('limit'))).toEqual([
    'limit      far.hbs: discs[0].pos[1]: 7000000000000 → 1000000000000',
    'limit      far.hbs: name.length: 140 → 100',
    'limit      far.hbs: playerPhysics.kickStrength × invMass of disc 0: Infinity → 1000000000000',
    expect.stringMatching(/^limit {6}far\.hbs: disc .*2.* at the edge of the world$/),
  ]);
  expect(lines).toContain('changed by a limit: 1');
});

test('a ball that a kick does not move is told with what the file says against it', () => {
  write('calm.hbs', `${HEAD}, playerPhysics: { kickStrength: 0 } }`);
  write('loose.hbs', `${HEAD}, ballPhysics: 'disc0', discs: [{ cGroup: ['ball'] }] }`);
  write(
    'tiny.hbs',
    `${HEAD}, playerPhysics: { kickStrength: 2.25e301 }, ballPhysics: { invMass: 1e-300 } }`,
  );
  const { lines, ok } = checkStadiums(folder);
  expect(ok).toBe(true);
  expect(lines.filter((line) => line.startsWith('no kick'))).toEqual([
    'no kick    calm.hbs: kickStrength × invMass is 0',
    'no kick    loose.hbs: the ball is not of the group kick',
  ]);
  expect(lines).toContain('a kick moves the ball: 1 of 3');
});

test('a ball that should move and does not is a failure', () => {
  const box = ['[1, 0]', '[-1, 0]', '[0, 1]', '[0, -1]'];
  const planes = box.map((normal) => `{ normal: ${normal}, dist: -10, bCoef: 0, cMask: ['ball'] }`);
  write('held.hbs', `${HEAD}, planes: [${planes.join()}] }`);
  const { lines, ok } = checkStadiums(folder);
  expect(ok).toBe(false);
  expect(lines).toContain('no kick    held.hbs: the ball should move and does not');
});

test('a folder without stadium files fails, and one that is not there throws', () => {
  write('readme.md', '');
  expect(checkStadiums(folder)).toMatchObject({ ok: false });
  expect(() => checkStadiums(join(folder, 'nowhere'))).toThrow(/ENOENT/);
});
