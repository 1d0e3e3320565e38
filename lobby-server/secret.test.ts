import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadSecret } from './secret.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'peerball-secret-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

test('[L41] the secret is made once and only its owner can read it', () => {
  const data = join(folder, 'new', 'data');
  const first = loadSecret(data);
  expect(first).toMatch(/^[\w-]{43}$/);
  expect(loadSecret(data)).toBe(first);
  expect(statSync(join(data, 'secret')).mode & 0o777).toBe(0o600);
});

test('[L41] a secret that cannot be kept is an error, not a new secret at each start', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => loadSecret(join(folder, 'file'))).toThrow();
});

test.each(['', '\n', 'too short'])('[L41] a file that holds %j is no secret', (text) => {
  writeFileSync(join(folder, 'secret'), text);
  expect(() => loadSecret(folder)).toThrow('holds no secret');
});
