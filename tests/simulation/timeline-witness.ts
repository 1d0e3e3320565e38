import { hashBytes, mixHash, startHash } from '../../shared/base/hash.ts';
import type { Timeline } from '../../shared/rollback/timeline.ts';
import type { Command } from '../../shared/room/command.ts';
import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import { command } from '../../shared/wire/command-codec.ts';
import { encodeMessage } from '../../shared/wire/packets.ts';

/** Sees every final tick of every peer, and says afterwards where two peers hold different ones. */
export class TimelineWitness {
  /** By tick: who holds which row, as its hash. */
  readonly #rows = new Map<number, Map<number, Set<string>>>();
  readonly #seen = new Map<string, number>();
  readonly #row = new Uint8Array(MAX_SEATS);

  /** Ticks that are final in two ways, a line for each two sides. */
  get differences(): readonly string[] {
    const bySides = new Map<string, number[]>();
    for (const [tick, kinds] of this.#rows) {
      const sides = [...kinds.values()].filter((by) => by.size > 0);
      if (sides.length < 2) continue;
      const text = sides.map((by) => [...by].join('+')).join(' against ');
      bySides.set(text, [...(bySides.get(text) ?? []), tick]);
    }
    return [...bySides].map(
      ([text, ticks]) => `${ticks.length} ticks differ from ${ticks[0]} on: ${text}`,
    );
  }

  /** Forgets all that it saw. */
  clear(): void {
    this.#rows.clear();
  }

  /** What this peer has seen final counts no more: it crashed, and nobody is left who saw it. */
  forget(peer: string): void {
    for (const kinds of this.#rows.values()) for (const by of kinds.values()) by.delete(peer);
  }

  watch(peer: string, timeline: Timeline<Command>): void {
    const known = Math.min(this.#seen.get(peer) ?? 0, timeline.finalEnd);
    for (let tick = Math.max(known, timeline.start); tick < timeline.finalEnd; tick++) {
      const kinds = this.#rows.get(tick) ?? new Map<number, Set<string>>();
      const hash = this.#hashRow(timeline, tick);
      const by = kinds.get(hash) ?? new Set();
      by.add(peer);
      this.#rows.set(tick, kinds.set(hash, by));
    }
    this.#seen.set(peer, timeline.finalEnd);
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
