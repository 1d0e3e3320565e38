import type { EventBuffer, EventKind, MatchEvent } from '../sim/events.ts';

/** A re-simulated bounce may move by a few ticks; within this it is the same bounce. */
const SAME_WITHIN_TICKS = 8;
const REMEMBERED_KEYS = 256;
/** In place of a tick: as things look now, this did not happen. */
const NOWHERE = -1;

/** Tells each event of a match once, however often its tick is simulated again. */
export class EventJournal {
  readonly #keys = new Int32Array(REMEMBERED_KEYS).fill(-1);
  /** The tick that each was told of, and the one that it has by the newest simulation. */
  readonly #ticks = new Int32Array(REMEMBERED_KEYS);
  readonly #present = new Int32Array(REMEMBERED_KEYS).fill(NOWHERE);
  #next = 0;
  #untold: MatchEvent[] = [];

  /** Takes in the events of a simulated tick. */
  record(tick: number, events: EventBuffer): void {
    for (let index = 0; index < REMEMBERED_KEYS; index++) {
      if (this.#present[index] === tick) this.#present[index] = NOWHERE;
    }
    for (let index = 0; index < events.count; index++) {
      const kind = (events.kind[index] ?? 0) as EventKind;
      const subject = events.subject[index] ?? 0;
      const object = events.object[index] ?? 0;
      if (!this.#isNew(keyOf(kind, subject, object), tick)) continue;
      this.#untold.push({
        tick,
        kind,
        subject,
        object,
        x: events.x[index] ?? 0,
        y: events.y[index] ?? 0,
        strength: events.strength[index] ?? 0,
      });
    }
  }

  take(): readonly MatchEvent[] {
    if (this.#untold.length === 0) return this.#untold;
    const told = this.#untold;
    this.#untold = [];
    return told;
  }

  /** Whether an event that was told has not been taken back by a later simulation. */
  holds({ tick, kind, subject, object }: MatchEvent): boolean {
    const key = keyOf(kind, subject, object);
    for (let index = 0; index < REMEMBERED_KEYS; index++) {
      if (this.#keys[index] !== key || this.#ticks[index] !== tick) continue;
      if (this.#present[index] !== NOWHERE) return true;
    }
    return false;
  }

  #isNew(key: number, tick: number): boolean {
    for (let index = 0; index < REMEMBERED_KEYS; index++) {
      if (this.#keys[index] !== key) continue;
      if (Math.abs((this.#ticks[index] ?? 0) - tick) > SAME_WITHIN_TICKS) continue;
      this.#present[index] = tick;
      return false;
    }
    this.#keys[this.#next] = key;
    this.#ticks[this.#next] = tick;
    this.#present[this.#next] = tick;
    this.#next = (this.#next + 1) % REMEMBERED_KEYS;
    return true;
  }
}

function keyOf(kind: number, subject: number, object: number): number {
  return (kind * 4096 + (subject + 1)) * 4096 + (object + 1);
}
