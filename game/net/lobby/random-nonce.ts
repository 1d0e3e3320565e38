const NONCE_BYTES = 12;

/** 24 hex digits. `crypto.randomUUID` is missing on plain http, which is how a LAN is played. */
export function randomNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
