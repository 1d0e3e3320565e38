import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SECRET_BYTES = 32;
/** As the setting asks for. */
const SECRET_CHARS_MIN = 16;
const FILE = 'secret';

/**
 * The key that signs guest ids and tickets. Made at the first start and kept in a file that only its owner can
 * read, so that a restarted server still knows its guests.
 */
export function loadSecret(dataFolder: string): string {
  const path = join(dataFolder, FILE);
  const kept = read(path);
  if (kept !== null) {
    // One that was written on a full disk is no secret: whoever guesses it makes rooms and guests.
    if (kept.length < SECRET_CHARS_MIN) throw new Error(`${path} holds no secret: remove it`);
    return kept;
  }
  mkdirSync(dataFolder, { recursive: true });
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  writeFileSync(path, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  return secret;
}

/** Null when there is no such file. */
function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (problem) {
    if (isMissing(problem)) return null;
    throw problem;
  }
}

function isMissing(problem: unknown): boolean {
  return problem instanceof Error && 'code' in problem && problem.code === 'ENOENT';
}
