import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT_ROOT, readSourceFiles } from '../tools/project/source-files.ts';

/** A folder with more files has a page that says where to begin. */
const FILES_WITHOUT_README = 12;

test('a folder of more than a dozen files says where to begin', () => {
  const counts = new Map<string, number>();
  for (const { path } of readSourceFiles(FOLDERS)) {
    counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  }
  const big = [...counts].flatMap(([folder, count]) =>
    count > FILES_WITHOUT_README ? folder : [],
  );
  expect(big.length).toBeGreaterThan(10);
  expect(big.filter((folder) => !existsSync(join(PROJECT_ROOT, folder, 'README.md')))).toEqual([]);
});

const FOLDERS = ['shared', 'game', 'lobby-server', 'headless', 'tests', 'tools', 'bench'];
