import { expect, test } from 'vitest';
import { checkPurity } from '../tools/checks/check-purity.ts';
import { readSourceFiles } from '../tools/project/source-files.ts';

const FOLDERS = [
  'shared/sim',
  'shared/room',
  'shared/rollback',
  'shared/stadium',
  'shared/consensus',
  'shared/bots',
];

test.each(FOLDERS)('%s holds nothing that could differ between two machines', (folder) => {
  const files = readSourceFiles([folder]);
  expect(files.length).toBeGreaterThan(0);
  expect(checkPurity(files)).toEqual([]);
});
