import { TERM_MODULO } from '../../wire/packet-header.ts';
import { INHERIT_WITHIN_MS } from './handoff.ts';
import type { RoomEngine } from '../engine/room-engine.ts';
import type { Reign } from '../election/reign.ts';

/** A reign that was given away: its number, and the first tick that was not ordered there. */
export type Heirloom = { readonly term: number; readonly end: number };

/** What has to be here before a reign goes on. */
export type InheritanceParts = {
  readonly engine: RoomEngine;
  readonly reign: Reign;
};

/** [N21] A reign that was given to this peer, until it can begin or is too late. */
export class Inheritance {
  readonly #parts: InheritanceParts;
  #heirloom: (Heirloom & { untilMs: number | null }) | null = null;

  constructor(parts: InheritanceParts) {
    this.#parts = parts;
  }

  take({ term, end }: Heirloom): void {
    const { reign } = this.#parts;
    const isNext = term > reign.term && term - reign.term < TERM_MODULO / 2;
    if (!isNext || this.#heirloom?.term === term) return;
    this.#heirloom = { term, end, untilMs: null };
  }

  /** What can be gone on with now: all that was ordered there is here. */
  findDue(nowMs: number): Heirloom | null {
    const heirloom = this.#heirloom;
    if (heirloom === null) return null;
    heirloom.untilMs ??= nowMs + INHERIT_WITHIN_MS;
    const { engine, reign } = this.#parts;
    if (nowMs > heirloom.untilMs || heirloom.term <= reign.term) this.#heirloom = null;
    const isWhole = engine.missingStadium === null && engine.timeline.agreedEnd >= heirloom.end;
    return isWhole ? this.#heirloom : null;
  }
}
