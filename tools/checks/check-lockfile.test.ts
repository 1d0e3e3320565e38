import { expect, test } from 'vitest';
import { checkLockfile } from './check-lockfile.ts';

function lockfile(entry: object): string {
  return JSON.stringify({ packages: { '': { name: 'peerball' }, 'node_modules/a': entry } });
}

test('an entry with a checksum and without an address is fine', () => {
  expect(checkLockfile(lockfile({ version: '1.0.0', integrity: 'sha512-a' }))).toEqual([]);
});

test('a download address is found', () => {
  const entry = { integrity: 'sha512-a', resolved: 'https://mirror.example/a.tgz' };
  expect(checkLockfile(lockfile(entry))).toEqual(['node_modules/a: has a download address']);
});

test('a missing checksum is found', () => {
  expect(checkLockfile(lockfile({}))).toEqual(['node_modules/a: has no checksum']);
});

test('a lock file without packages is found', () => {
  expect(checkLockfile('{"packages":{"":{}}}')).toHaveLength(1);
});
