import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { Timers } from '../timers.ts';

/** Rooms are looked through this often in the time after which one counts as idle. */
const LOOKS = 15;

/** [L19] Tells which rooms nothing was heard from for a while. Knows no rooms, only their codes. */
export class IdleRooms {
  readonly #timers: Timers;
  readonly #idleMs: number;
  readonly #onIdle: (code: RoomCode) => void;
  readonly #heardMs = new Map<RoomCode, number>();
  #cancel: () => void = () => {};

  constructor(timers: Timers, idleMs: number, onIdle: (code: RoomCode) => void) {
    this.#timers = timers;
    this.#idleMs = idleMs;
    this.#onIdle = onIdle;
    this.#lookLater();
  }

  get size(): number {
    return this.#heardMs.size;
  }

  heard(code: RoomCode): void {
    this.#heardMs.set(code, this.#timers.now());
  }

  close(): void {
    this.#cancel();
  }

  #lookLater(): void {
    this.#cancel = this.#timers.after(this.#idleMs / LOOKS, () => {
      this.#look();
      this.#lookLater();
    });
  }

  /** Every code is told of once: if its room goes on, the next that is heard begins anew. */
  #look(): void {
    const beforeMs = this.#timers.now() - this.#idleMs;
    for (const [code, heardMs] of this.#heardMs) {
      if (heardMs > beforeMs) continue;
      this.#heardMs.delete(code);
      this.#onIdle(code);
    }
  }
}
