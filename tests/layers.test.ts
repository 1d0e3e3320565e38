import { expect, test } from 'vitest';
import { checkLayers } from '../tools/checks/check-layers.ts';
import { LAYERS } from '../tools/layers.ts';
import { readSourceFiles } from '../tools/project/source-files.ts';

const files = readSourceFiles(['shared', 'game', 'lobby-server', 'headless']);

test('there is something to judge in every side of the project', () => {
  for (const side of ['shared/', 'game/', 'lobby-server/', 'headless/']) {
    expect(files.filter(({ path }) => path.startsWith(side)).length, side).toBeGreaterThan(5);
  }
});

test('every import follows the table of layers', () => {
  expect(checkLayers(files)).toEqual([]);
});

test('every entry of the table holds a file', () => {
  const unused = Object.keys(LAYERS).filter(
    (entry) => !files.some(({ path }) => path === entry || path.startsWith(`${entry}/`)),
  );
  expect(unused).toEqual([]);
});
