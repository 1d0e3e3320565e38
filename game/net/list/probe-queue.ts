import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { Timers } from '../../time/timers.ts';

/** Ways measured at once. More would measure one another. */
const AT_ONCE = 2;
/** A way is measured again after this long, if it is still looked at; one that failed later. */
const AGAIN_MS = 20_000;
const AGAIN_FAILED_MS = 40_000;

/** What is known of the way to one room. */
export type Measured =
  | { readonly state: 'measuring' }
  | { readonly state: 'measured'; readonly ms: number }
  /** No link opened: a firewall, or the host had no time. */
  | { readonly state: 'failed' };

export type ProbeQueuePorts = {
  readonly measure: (code: RoomCode) => Promise<number | null>;
  readonly timers: Timers;
  readonly onMeasured: (ways: ReadonlyMap<RoomCode, Measured>) => void;
};

/** [L99] Decides which ways are measured when: those in view, a few at a time. */
export class ProbeQueue {
  readonly #ports: ProbeQueuePorts;
  readonly #ways = new Map<RoomCode, Measured>();
  readonly #dueMs = new Map<RoomCode, number>();
  readonly #running = new Set<RoomCode>();
  #view: readonly RoomCode[] = [];
  #isClosed = false;
  #cancel: () => void = () => {};

  constructor(ports: ProbeQueuePorts) {
    this.#ports = ports;
  }

  /** The rooms that are looked at, the most wanted first. Others are measured no more. */
  look(codes: readonly RoomCode[]): void {
    this.#view = codes;
    this.#next();
  }

  /** What is known of a room that is gone. */
  forget(isGone: (code: RoomCode) => boolean): void {
    for (const code of this.#ways.keys()) {
      if (!isGone(code)) continue;
      this.#ways.delete(code);
      this.#dueMs.delete(code);
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#cancel();
  }

  #next(): void {
    if (this.#isClosed) return;
    this.#cancel();
    const nowMs = this.#ports.timers.now();
    for (const code of this.#view) {
      if (this.#running.size >= AT_ONCE) return;
      const dueMs = this.#dueMs.get(code) ?? 0;
      if (!this.#running.has(code) && dueMs <= nowMs) void this.#measure(code);
    }
    const waits = this.#view
      .filter((code) => !this.#running.has(code))
      .map((code) => (this.#dueMs.get(code) ?? nowMs) - nowMs);
    if (waits.length === 0) return;
    const waitMs = Math.max(1, Math.min(...waits));
    this.#cancel = this.#ports.timers.after(waitMs, () => this.#next());
  }

  async #measure(code: RoomCode): Promise<void> {
    const { measure, timers } = this.#ports;
    this.#running.add(code);
    // What was measured before is shown until it is known better.
    if (this.#ways.get(code)?.state !== 'measured') this.#set(code, { state: 'measuring' });
    const ms = await measure(code);
    this.#running.delete(code);
    if (this.#isClosed) return;
    this.#dueMs.set(code, timers.now() + (ms === null ? AGAIN_FAILED_MS : AGAIN_MS));
    this.#set(code, ms === null ? { state: 'failed' } : { state: 'measured', ms: Math.round(ms) });
    this.#next();
  }

  #set(code: RoomCode, measured: Measured): void {
    this.#ways.set(code, measured);
    this.#ports.onMeasured(new Map(this.#ways));
  }
}
