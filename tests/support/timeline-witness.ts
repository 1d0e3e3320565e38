import { hashBytes, mixHash, startHash } from '../../shared/base/hash.ts';
import type { Timeline } from '../../shared/rollback/timeline.ts';
import type { Command } from '../../shared/sim/command.ts';
import { MAX_SEATS } from '../../shared/sim/seat.ts';
import { command } from '../../shared/wire/command-codec.ts';
import { encodeMessage } from '../../shared/wire/packets.ts';

/** Sees every final tick of every peer, and says afterwards where two peers hold different ones. */
export class TimelineWitness {
  /** By tick: who holds which row, as its hash. */
  readonly #rows = new Map<number, Map<number, Set<string>>>();
  readonly #seen = new Map<string, number>();
  #voided = 0;
  readonly #row = new Uint8Array(MAX_SEATS);

  /** Ticks that are final in two ways. */
  get differences(): readonly string[] {
    return [...this.#rows]
      .filter(([, kinds]) => [...kinds.values()].filter((by) => by.size > 0).length > 1)
      .map(([tick, kinds]) => {
        const sides = [...kinds.values()].map((by) => [...by].join('+'));
        return `tick ${tick} differs: ${sides.join(' against ')}`;
      });
  }

  /** Ticks that somebody held in another way than those who went on, and gave up. */
  get voided(): number {
    return this.#voided;
  }

  /** Forgets all that it saw. */
  clear(): void {
    this.#rows.clear();
  }

  /** What this peer has seen final counts no more: it crashed, or was the smaller part. */
  forget(peer: string): void {
    for (const kinds of this.#rows.values()) for (const by of kinds.values()) by.delete(peer);
  }

  /** The same for a peer that lives on: what it holds now is void and will be replaced. */
  retract(peer: string, timeline: Timeline<Command>): void {
    for (const kinds of this.#rows.values()) {
      const sides = [...kinds.values()].filter((by) => by.size > 0);
      if (sides.length > 1 && sides.some((by) => by.size === 1 && by.has(peer))) this.#voided += 1;
    }
    this.forget(peer);
    this.#seen.set(peer, timeline.end);
  }

  watch(peer: string, timeline: Timeline<Command>): void {
    const known = Math.min(this.#seen.get(peer) ?? 0, timeline.end);
    for (let tick = Math.max(known, timeline.start); tick < timeline.end; tick++) {
      const kinds = this.#rows.get(tick) ?? new Map<number, Set<string>>();
      const hash = this.#hashRow(timeline, tick);
      const by = kinds.get(hash) ?? new Set();
      by.add(peer);
      this.#rows.set(tick, kinds.set(hash, by));
    }
    this.#seen.set(peer, timeline.end);
  }

  #hashRow(timeline: Timeline<Command>, tick: number): number {
    timeline.copyInputs(tick, this.#row, 0);
    let hash = startHash();
    for (const bits of this.#row) hash = mixHash(hash, bits);
    for (const entry of timeline.commandsAt(tick)) {
      hash = mixHash(hash, hashBytes(encodeMessage(command, entry)));
    }
    return hash;
  }
}
