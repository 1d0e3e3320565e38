import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { GuestId } from '../store/room-store.ts';

const ID_BYTES = 16;
const TOKEN = /^([\w-]{22})\.([\w-]{43})$/;

/** [L5] Guest ids that only this server can make: `<id>.<HMAC-SHA-256 of it>`. */
export class GuestIds {
  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = secret;
  }

  make(): GuestId {
    return randomBytes(ID_BYTES).toString('base64url') as GuestId;
  }

  sign(guest: GuestId): string {
    return `${guest}.${this.#mac(guest).toString('base64url')}`;
  }

  /** Null for anything that this server did not sign. */
  verify(token: string): GuestId | null {
    const [, id, mac] = TOKEN.exec(token) ?? [];
    if (id === undefined || mac === undefined) return null;
    const given = Buffer.from(mac, 'base64url');
    const right = this.#mac(id);
    return given.length === right.length && timingSafeEqual(given, right) ? (id as GuestId) : null;
  }

  /** [L147] What hosts know a guest by: the same on every server with this secret, and no way back from it. */
  nameOf(guest: GuestId): string {
    return createHmac('sha256', this.#secret).update(`name ${guest}`).digest('base64url');
  }

  #mac(id: string): Buffer {
    return createHmac('sha256', this.#secret).update(`guest ${id}`).digest();
  }
}
