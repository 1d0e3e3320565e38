import {
  createHmac,
  createSecretKey,
  type KeyObject,
  randomFillSync,
  timingSafeEqual,
} from 'node:crypto';
import type { GuestId } from '../store/room-store.ts';

const ID_BYTES = 16;
/** Bytes of chance that are asked for at once: for sixteen alone that takes twenty times as long. */
const POOL_BYTES = 64 * ID_BYTES;
const TOKEN = /^([\w-]{22})\.([\w-]{43})$/;

/** [L5] Guest ids that only this server can make: `<id>.<HMAC-SHA-256 of it>`. */
export class GuestIds {
  /** Not text, which would be made into a key at each use. */
  readonly #secret: KeyObject;
  readonly #pool = Buffer.alloc(POOL_BYTES);
  #used = POOL_BYTES;

  constructor(secret: string) {
    this.#secret = createSecretKey(secret, 'utf8');
  }

  make(): GuestId {
    if (this.#used === POOL_BYTES) {
      randomFillSync(this.#pool);
      this.#used = 0;
    }
    const from = this.#used;
    this.#used += ID_BYTES;
    return this.#pool.toString('base64url', from, this.#used) as GuestId;
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
