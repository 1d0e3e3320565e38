import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { GuestId, RoomRecord } from '../store/room-store.ts';

/** How a person's wait for others ended: with company, or by going. */
export const WAIT_ENDS = ['met', 'left'] as const;
export type WaitEnd = (typeof WAIT_ENDS)[number];

/** [L140] How long people in quick rooms are without others. A place that is kept counts as somebody. */
export class QuickWaits {
  readonly #onEnd: (end: WaitEnd, waitedMs: number) => void;
  readonly #sinceMs = new Map<GuestId, number>();
  /** Where each guest came last: one that was sent to another room waits on in that one. */
  readonly #places = new Map<GuestId, RoomCode>();
  readonly #rooms = new Map<RoomCode, ReadonlySet<GuestId>>();

  /** @param onEnd gets ms: 0 for one that came to others */
  constructor(onEnd: (end: WaitEnd, waitedMs: number) => void) {
    this.#onEnd = onEnd;
  }

  /** How many people are known. */
  get size(): number {
    return this.#places.size;
  }

  /** A quick room is not what it was. */
  follow({ code, seats }: Pick<RoomRecord, 'code' | 'seats'>, nowMs: number): void {
    const before = this.#rooms.get(code) ?? new Set();
    const now = new Set(seats.map(({ guest }) => guest));
    this.#rooms.set(code, now);
    for (const guest of before) if (!now.has(guest)) this.#leave(guest, code, nowMs);
    for (const guest of now) {
      if (!before.has(guest)) {
        this.#places.set(guest, code);
        if (!this.#sinceMs.has(guest)) this.#sinceMs.set(guest, nowMs);
      } else if (now.size === 1 && !this.#sinceMs.has(guest)) this.#sinceMs.set(guest, nowMs);
    }
    if (now.size > 1) for (const guest of now) this.#end('met', guest, nowMs);
  }

  /** The room is gone. */
  forget(code: RoomCode, nowMs: number): void {
    for (const guest of this.#rooms.get(code) ?? []) this.#leave(guest, code, nowMs);
    this.#rooms.delete(code);
  }

  #leave(guest: GuestId, code: RoomCode, nowMs: number): void {
    if (this.#places.get(guest) !== code) return;
    this.#places.delete(guest);
    this.#end('left', guest, nowMs);
  }

  #end(end: WaitEnd, guest: GuestId, nowMs: number): void {
    const sinceMs = this.#sinceMs.get(guest);
    if (sinceMs === undefined) return;
    this.#sinceMs.delete(guest);
    this.#onEnd(end, nowMs - sinceMs);
  }
}
