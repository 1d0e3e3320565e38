import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import type { PasswordHash } from '../store/room-store.ts';

const SALT_BYTES = 16;
const HASH_BYTES = 32;
/** Some ten milliseconds on a thread of its own; guessing is limited by how often one may try. */
const COST = { N: 4096, r: 8, p: 1 } as const;

/** [L93] What is kept of a password in place of it. */
export async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt);
  return { salt: salt.toString('base64'), hash: hash.toString('base64') };
}

/** [L93] What a given password proves beside the one that is kept; compare with `isProof`. */
export async function proofOf(password: string, kept: PasswordHash): Promise<string> {
  return (await derive(password, Buffer.from(kept.salt, 'base64'))).toString('base64');
}

/** True for the proof of the very password that is kept. Takes as long for any other. */
export function isProof(proof: string | null, { hash }: PasswordHash): boolean {
  const given = Buffer.from(proof ?? '', 'base64');
  const kept = Buffer.from(hash, 'base64');
  return given.length === kept.length && timingSafeEqual(given, kept);
}

function derive(password: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, HASH_BYTES, COST, (problem, key) => {
      if (problem === null) resolve(key);
      else reject(problem);
    });
  });
}
