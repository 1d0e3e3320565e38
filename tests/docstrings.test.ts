import { expect, test } from 'vitest';
import { checkDocstrings } from '../tools/checks/check-docstrings.ts';
import { isTestFile, readSourceFiles } from '../tools/project/source-files.ts';

test('every exported function and class says what it is for', () => {
  const folders = ['shared', 'game', 'lobby-server', 'headless', 'tests', 'tools', 'bench'];
  const files = readSourceFiles(folders).filter(({ path }) => !isTestFile(path));
  expect(files.length).toBeGreaterThan(500);
  expect(checkDocstrings(files)).toEqual([]);
});
