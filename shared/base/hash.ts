const SEED = 0x811c9dc5;

/** Continues a 32-bit hash with one 32-bit word (murmur3's mixing step). */
export function mixHash(hash: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = (k << 15) | (k >>> 17);
  const mixed = hash ^ Math.imul(k, 0x1b873593);
  return (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0;
}

/** Ends a hash: spreads the last words over all bits (murmur3's finaliser). Unsigned 32 bits. */
export function finishHash(hash: number, length: number): number {
  let h = hash ^ length;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The hash of nothing, to be fed by `mixHash`. */
export function startHash(): number {
  return SEED | 0;
}

/** Hash of a text's UTF-16 code units. */
export function hashText(text: string): number {
  let hash = startHash();
  for (let index = 0; index < text.length; index++) hash = mixHash(hash, text.charCodeAt(index));
  return finishHash(hash, text.length);
}

/** Hash of bytes, for integrity against accidents only. */
export function hashBytes(bytes: Uint8Array): number {
  let hash = startHash();
  for (const byte of bytes) hash = mixHash(hash, byte);
  return finishHash(hash, bytes.length);
}
