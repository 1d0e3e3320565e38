import { hashBytes, mixHash, startHash } from '../../shared/base/hash.ts';
import type { Timeline } from '../../shared/rollback/timeline.ts';
import type { Command } from '../../shared/sim/command.ts';
import { MAX_SEATS } from '../../shared/sim/seat.ts';
import { command } from '../../shared/wire/command-codec.ts';
import { encodeMessage } from '../../shared/wire/packets.ts';

/** Sees every final tick of every peer, and complains when two peers hold different ones. */
export class TimelineWitness {
  readonly differences: string[] = [];
  readonly #rows = new Map<number, { hash: number; readonly by: Set<string> }>();
  readonly #seen = new Map<string, number>();
  readonly #row = new Uint8Array(MAX_SEATS);

  /** What only this peer has seen final counts no more: it crashed, or was the smaller part. */
  forget(peer: string): void {
    for (const [tick, row] of this.#rows) {
      row.by.delete(peer);
      if (row.by.size === 0) this.#rows.delete(tick);
    }
  }

  watch(peer: string, timeline: Timeline<Command>): void {
    const from = Math.max(Math.min(this.#seen.get(peer) ?? 0, timeline.end), timeline.start);
    for (let tick = from; tick < timeline.end; tick++) {
      timeline.copyInputs(tick, this.#row, 0);
      let hash = startHash();
      for (const bits of this.#row) hash = mixHash(hash, bits);
      for (const entry of timeline.commandsAt(tick)) {
        hash = mixHash(hash, hashBytes(encodeMessage(command, entry)));
      }
      const known = this.#rows.get(tick);
      if (!known) this.#rows.set(tick, { hash, by: new Set([peer]) });
      else if (known.hash === hash) known.by.add(peer);
      else
        this.differences.push(`tick ${tick} differs between ${[...known.by].join()} and ${peer}`);
    }
    this.#seen.set(peer, timeline.end);
  }
}
