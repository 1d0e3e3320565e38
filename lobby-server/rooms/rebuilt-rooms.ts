import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { Times } from '../limits/limits.ts';
import type { RoomRecord } from '../store/room-store.ts';
import type { Timers } from '../timers.ts';
import { followRemoved, followNewer, type Restored } from './rebuild-room.ts';
import { TICKET_LIFE_S } from './room-ticket.ts';

type Rebuilt = {
  /** The newest that a ticket told of it. */
  readonly base: RoomRecord;
  readonly untilMs: number;
};

/** A guest that has opened and ended more rooms than this may see one again, by its own ticket. */
const ENDED_MAX = 10_000;

/** [L131] Which rooms were made anew a moment ago, and which have ended for good. */
export class RebuiltRooms {
  readonly #timers: Timers;
  readonly #rebuildMs: number;
  readonly #rebuilt = new Map<RoomCode, Rebuilt>();
  /** Until when a ticket of such a room could be shown, oldest first. */
  readonly #ended = new Map<RoomRecord['id'], number>();

  constructor(timers: Timers, { rebuildMs }: Pick<Times, 'rebuildMs'>) {
    this.#timers = timers;
    this.#rebuildMs = rebuildMs;
  }

  /** ms for which only those come in that have a seat on a connected page; 0 for any other room. */
  leftMs(code: RoomCode): number {
    const { untilMs = 0 } = this.#rebuilt.get(code) ?? {};
    return Math.max(0, Math.ceil(untilMs - this.#timers.now()));
  }

  /** The room by what a ticket tells; null when that room has ended, or its code is another's. */
  restore(now: RoomRecord | null, told: RoomRecord): Restored | null {
    if (this.#ended.has(told.id) || (now !== null && now.id !== told.id)) return null;
    if (now === null) return { room: told, out: [] };
    const rebuilt = this.leftMs(told.code) > 0 ? this.#rebuilt.get(told.code) : undefined;
    if (rebuilt === undefined) return followRemoved(now, told);
    const isNewer = told.revision > rebuilt.base.revision;
    return isNewer ? followNewer(now, rebuilt.base, told) : { room: now, out: [] };
  }

  /** What `restore` gave was kept. */
  note(before: RoomRecord | null, told: RoomRecord): void {
    const untilMs =
      this.#timers.now() + (before === null ? this.#rebuildMs : this.leftMs(told.code));
    if (untilMs > this.#timers.now()) this.#rebuilt.set(told.code, { base: told, untilMs });
  }

  /** The room is elsewhere. */
  forget(code: RoomCode): void {
    this.#rebuilt.delete(code);
  }

  /** There is no such room any more: no ticket brings it back. */
  end(code: RoomCode, id: RoomRecord['id']): void {
    this.#rebuilt.delete(code);
    const nowMs = this.#timers.now();
    this.#ended.set(id, nowMs + TICKET_LIFE_S * 1000);
    for (const [ended, untilMs] of this.#ended) {
      if (untilMs > nowMs && this.#ended.size <= ENDED_MAX) break;
      this.#ended.delete(ended);
    }
  }
}
