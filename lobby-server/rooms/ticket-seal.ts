import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { TICKET_CHARS_MAX } from '../../shared/lobby/limits.ts';

const CIPHER = 'aes-256-ctr';
const KEY_BYTES = 32;
const IV_BYTES = 16;
const MAC_BYTES = 32;
const BASE64URL = /^[\w-]+$/;

/**
 * [L129] Text that only a server with this secret can make or read: encrypted, then signed with
 * HMAC-SHA-256 (RFC 7366). Members carry it and learn nothing from it: it holds guest ids of others.
 */
export class TicketSeal {
  readonly #cipherKey: Buffer;
  readonly #macKey: Buffer;

  /** @param secret the server's own; keys are derived from it by HKDF, so that no other use shares them */
  constructor(secret: string) {
    const keys = Buffer.from(hkdfSync('sha256', secret, '', 'peerball ticket', 2 * KEY_BYTES));
    this.#cipherKey = keys.subarray(0, KEY_BYTES);
    this.#macKey = keys.subarray(KEY_BYTES);
  }

  seal(content: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.#cipherKey, iv);
    const body = Buffer.concat([iv, cipher.update(content, 'utf8'), cipher.final()]);
    return Buffer.concat([this.#mac(body), body]).toString('base64url');
  }

  /** Null for anything that no server with this secret sealed. */
  open(text: string): string | null {
    if (text.length > TICKET_CHARS_MAX || !BASE64URL.test(text)) return null;
    const bytes = Buffer.from(text, 'base64url');
    const [mac, body] = [bytes.subarray(0, MAC_BYTES), bytes.subarray(MAC_BYTES)];
    // The length of a signature is no secret; two of one length are compared in constant time.
    if (body.length < IV_BYTES || !timingSafeEqual(mac, this.#mac(body))) return null;
    const decipher = createDecipheriv(CIPHER, this.#cipherKey, body.subarray(0, IV_BYTES));
    const content = Buffer.concat([decipher.update(body.subarray(IV_BYTES)), decipher.final()]);
    return content.toString('utf8');
  }

  #mac(body: Buffer): Buffer {
    return createHmac('sha256', this.#macKey).update(body).digest();
  }
}
