import { SEAT_KEPT_MS } from '../../../shared/base/seat-kept.ts';
import { attempt } from '../../../shared/base/attempt.ts';
import { parseRoomCode, type RoomCode } from '../../../shared/lobby/ids.ts';
import { GUEST_CHARS_MAX } from '../../../shared/lobby/limits.ts';

/** A seat in a match that some page of this browser had a moment ago. */
export type LeftSeat = {
  readonly code: RoomCode;
  /** [L182] The code that newcomers came by then: a link may have this one. */
  readonly door: RoomCode;
  /** The signed id of the guest whose seat it is. */
  readonly guest: string;
  /** As they were then. */
  readonly sun: number;
  readonly wave: number;
};

/** As much of a browser's storage as a person needs. */
export type KeepsTexts = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'peerball.seat';
const GOALS_MAX = 999;

/**
 * [L128] Keeps which seat this browser's person was in, for a page that is opened after another was closed.
 * Storage can be forbidden or full: the lobby keeps the seat all the same, and the link leads back to it.
 */
export class LeftSeatStore {
  readonly #storage: () => KeepsTexts;
  readonly #wallClockMs: () => number;
  readonly #guest: () => string | null;

  /**
   * @param storage may throw, as a browser's does where it is forbidden
   * @param guest the guest that this page is
   */
  constructor(storage: () => KeepsTexts, wallClockMs: () => number, guest: () => string | null) {
    this.#storage = storage;
    this.#wallClockMs = wallClockMs;
    this.#guest = guest;
  }

  save(seat: Omit<LeftSeat, 'guest'>): void {
    const guest = this.#guest();
    if (guest === null) return;
    const text = JSON.stringify({ ...seat, guest, savedMs: this.#wallClockMs() });
    attempt(() => this.#storage().setItem(KEY, text), undefined);
  }

  /** The person left this room, or its match is over. What another page keeps stays. */
  clear(code: RoomCode): void {
    if (this.load()?.code !== code) return;
    attempt(() => this.#storage().removeItem(KEY), undefined);
  }

  /** A seat in this room that another page of the browser left, as another guest; null when there is none. */
  leftByAnother(code: RoomCode): LeftSeat | null {
    const left = this.load();
    const isIt = left?.code === code || left?.door === code;
    return isIt && left.guest !== this.#guest() ? left : null;
  }

  /** Null when there is none, or none that could still be kept. */
  load(): LeftSeat | null {
    const stored = read(attempt(() => this.#storage().getItem(KEY), null));
    if (stored === null) return null;
    const ageMs = this.#wallClockMs() - stored.savedMs;
    return ageMs >= 0 && ageMs < SEAT_KEPT_MS ? stored : null;
  }
}

/** Null for whatever this version of the game would not have written. */
function read(text: string | null): (LeftSeat & { readonly savedMs: number }) | null {
  const fields: Record<string, unknown> = Object(attempt(() => JSON.parse(text ?? ''), null));
  const { guest, sun, wave, savedMs } = fields;
  const [code, door] = [parseRoomCode(fields['code']), parseRoomCode(fields['door'])];
  const isGuest = typeof guest === 'string' && guest.length <= GUEST_CHARS_MAX;
  if (code === null || door === null || !isGuest || !isGoals(sun) || !isGoals(wave)) return null;
  return typeof savedMs === 'number' ? { code, door, guest, sun, wave, savedMs } : null;
}

function isGoals(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= GOALS_MAX;
}
