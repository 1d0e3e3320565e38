import { hashBytes, mixHash, startHash } from '../../shared/base/hash.ts';
import type { Timeline } from '../../shared/rollback/timeline.ts';
import type { Command } from '../../shared/room/command.ts';
import { rankOfLineage } from '../../shared/consensus/term-state.ts';
import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import type { World } from '../../shared/room/world.ts';
import { command } from '../../shared/wire/command-codec.ts';
import { encodeMessage } from '../../shared/wire/packets.ts';

/**
 * Sees every final tick of every peer, and says afterwards where two peers hold different ones in one lineage: what
 * is final in a part that went on without a quorum may differ from that elsewhere ([C15]).
 */
export class TimelineWitness {
  /** By lineage and tick: who holds which row, as its hash. */
  readonly #rows = new Map<string, Map<number, Set<string>>>();
  readonly #seen = new Map<string, number>();
  /** In which each peer's newest final tick is. */
  readonly #terms = new Map<string, number>();
  readonly #row = new Uint8Array(MAX_SEATS);

  /** Ticks that are final in two ways, a line for each two sides. */
  get differences(): readonly string[] {
    const bySides = new Map<string, string[]>();
    for (const [place, kinds] of this.#rows) {
      const sides = [...kinds.values()].filter((by) => by.size > 0);
      if (sides.length < 2) continue;
      const text = sides.map((by) => [...by].join('+')).join(' against ');
      bySides.set(text, [...(bySides.get(text) ?? []), place]);
    }
    return [...bySides].map(
      ([text, places]) => `${places.length} ticks differ from ${places[0]} on: ${text}`,
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

  /** @param final what the peer has folded of it so far */
  watch(peer: string, timeline: Timeline<Command>, final: World): void {
    const seen = this.#seen.get(peer) ?? 0;
    const isRestarted = timeline.finalEnd < seen || timeline.start > seen;
    let term = (isRestarted ? undefined : this.#terms.get(peer)) ?? final.room.term;
    const known = Math.min(seen, timeline.finalEnd);
    for (let tick = Math.max(known, timeline.start); tick < timeline.finalEnd; tick++) {
      term = termFrom(timeline.commandsAt(tick)) ?? term;
      const place = `${tick} of lineage ${rankOfLineage(term)}`;
      const kinds = this.#rows.get(place) ?? new Map<number, Set<string>>();
      const hash = this.#hashRow(timeline, tick);
      const by = kinds.get(hash) ?? new Set();
      by.add(peer);
      this.#rows.set(place, kinds.set(hash, by));
    }
    this.#seen.set(peer, timeline.finalEnd);
    this.#terms.set(peer, term);
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

/** The term that begins with these commands. */
function termFrom(commands: readonly Command[]): number | null {
  let term = null;
  for (const one of commands) if (one.type === 'mark') ({ term } = one);
  return term;
}
