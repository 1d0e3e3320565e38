import { expect, test } from 'vitest';
import { hashPassword, isProof, proofOf } from './password.ts';

test('[L93] of a password nothing is kept that says it, and twice the same looks different', async () => {
  const first = await hashPassword('open sesame');
  const second = await hashPassword('open sesame');
  expect(JSON.stringify(first)).not.toContain('sesame');
  expect(first.salt).not.toBe(second.salt);
  expect(first.hash).not.toBe(second.hash);
});

test('[L93] only the very password proves itself, in whichever form its letters come', async () => {
  const kept = await hashPassword('caf\u00e9');
  expect(isProof(await proofOf('cafe\u0301', kept), kept)).toBe(true);
  expect(isProof(await proofOf('cafe', kept), kept)).toBe(false);
  expect(isProof(null, kept)).toBe(false);
  expect(isProof('', kept)).toBe(false);
  expect(isProof('no base64 at all', kept)).toBe(false);
});
