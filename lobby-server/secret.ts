import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SECRET_BYTES = 32;
const FILE = 'secret';

/**
 * The key that signs guest ids. Made at the first start and kept in a file that only its owner can
 * read, so that a restarted server still knows its guests.
 */
export function loadSecret(dataFolder: string): string {
  const path = join(dataFolder, FILE);
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (problem) {
    if (!isMissing(problem)) throw problem;
  }
  mkdirSync(dataFolder, { recursive: true });
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  writeFileSync(path, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  return secret;
}

function isMissing(problem: unknown): boolean {
  return problem instanceof Error && 'code' in problem && problem.code === 'ENOENT';
}
