import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { Times } from '../limits/limits.ts';
import type { GuestId, RoomRecord } from '../store/room-store.ts';
import type { Timers } from '../timers.ts';
import { findSeat } from './room-record.ts';

/** Since when somebody is away: without a word, or with a goodbye. */
export type Absence = { readonly lostMs: number; readonly how: 'lost' | 'bye' };

type Kept = Absence & { readonly untilMs: number; readonly cancel: () => void };

export type KeptSeatsPorts = {
  readonly timers: Timers;
  readonly times: Times;
  /** A guest did not come back in time. */
  readonly onOver: (code: RoomCode, guest: GuestId, absence: Absence) => void;
};

/** [L15] How long the seats of those who are away are kept. */
export class KeptSeats {
  readonly #ports: KeptSeatsPorts;
  readonly #kept = new Map<string, Kept>();

  constructor(ports: KeptSeatsPorts) {
    this.#ports = ports;
  }

  /** From now on; what was said of this seat before does not count any more. */
  begin(code: RoomCode, guest: GuestId, how: Absence['how']): void {
    const { timers, times } = this.#ports;
    const ms = how === 'bye' ? times.byeGraceMs : times.seatGraceMs;
    this.#keep(code, guest, { lostMs: timers.now(), how }, ms);
  }

  /** [L66] [L67] The room waits for nobody else: once more, until its own time is over. False when it is. */
  extend(code: RoomCode, guest: GuestId, absence: Absence): boolean {
    const { timers, times } = this.#ports;
    const keptMs = absence.how === 'bye' ? times.byeAloneMs : times.roomKeptMs;
    const leftMs = absence.lostMs + keptMs - timers.now();
    if (leftMs <= 0) return false;
    this.#keep(code, guest, absence, leftMs);
    return true;
  }

  /** [L67] A member is back in a room that waited for any: the others have their time anew, but not who said goodbye. */
  renew({ code, seats }: RoomRecord): void {
    for (const { guest } of seats) {
      const kept = this.#kept.get(keyOf(code, guest));
      if (kept === undefined) continue;
      const { timers, times } = this.#ports;
      const byeMs = kept.lostMs + times.byeGraceMs - timers.now();
      this.#keep(code, guest, kept, kept.how === 'lost' ? times.seatGraceMs : Math.max(0, byeMs));
    }
  }

  /** [L131] A room is what a ticket says: whoever is away in it since now is waited for. */
  follow(before: RoomRecord | null, after: RoomRecord): void {
    const { code } = after;
    for (const { guest } of before?.seats ?? []) {
      if (!findSeat(after, guest)) this.end(code, guest);
    }
    for (const { guest, connection } of after.seats) {
      const known = before === null ? undefined : findSeat(before, guest);
      if (connection === null && known?.connection !== null) this.begin(code, guest, 'lost');
    }
  }

  /** How long the seat is kept from now on; null for one that is not waited for. */
  leftMs(code: RoomCode, guest: GuestId): number | null {
    const kept = this.#kept.get(keyOf(code, guest));
    return kept ? Math.max(0, Math.round(kept.untilMs - this.#ports.timers.now())) : null;
  }

  end(code: RoomCode, guest: GuestId): void {
    const key = keyOf(code, guest);
    this.#kept.get(key)?.cancel();
    this.#kept.delete(key);
  }

  close(): void {
    for (const { cancel } of this.#kept.values()) cancel();
    this.#kept.clear();
  }

  #keep(code: RoomCode, guest: GuestId, { lostMs, how }: Absence, ms: number): void {
    this.end(code, guest);
    const cancel = this.#ports.timers.after(ms, () => {
      this.#kept.delete(keyOf(code, guest));
      this.#ports.onOver(code, guest, { lostMs, how });
    });
    const untilMs = this.#ports.timers.now() + ms;
    this.#kept.set(keyOf(code, guest), { lostMs, how, untilMs, cancel });
  }
}

function keyOf(code: RoomCode, guest: GuestId): string {
  return `${code} ${guest}`;
}
