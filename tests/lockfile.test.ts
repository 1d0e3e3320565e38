import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkLockfile } from '../tools/checks/check-lockfile.ts';
import { PROJECT_ROOT } from '../tools/project/source-files.ts';

test('the lock file pins contents and names no mirror', () => {
  expect(checkLockfile(readFileSync(join(PROJECT_ROOT, 'package-lock.json'), 'utf8'))).toEqual([]);
});
