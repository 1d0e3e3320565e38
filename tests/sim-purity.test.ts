import { expect, test } from 'vitest';
import { checkPurity } from '../tools/check-purity.ts';
import { readSourceFiles } from '../tools/source-files.ts';

const FOLDERS = ['shared/sim', 'shared/rollback', 'shared/stadium'];

test.each(FOLDERS)('%s holds nothing that could differ between two machines', (folder) => {
  const files = readSourceFiles([folder]);
  expect(files.length).toBeGreaterThan(0);
  expect(checkPurity(files)).toEqual([]);
});
