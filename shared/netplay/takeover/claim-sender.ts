import { toShortTick } from '../../wire/fields.ts';
import type { Claim } from '../election/election.ts';
import type { Remotes } from '../replication/remote-peer.ts';
import { createWindowBuffer, readWindow } from '../engine/timeline-window.ts';
import type { RoomEngine } from '../engine/room-engine.ts';
import type { OwnInputs } from '../timing/own-inputs.ts';

const CLAIM_EVERY_MS = 50;

/** What a claim tells. */
export type ClaimSenderParts = {
  readonly engine: RoomEngine;
  readonly inputs: OwnInputs;
};

/** Tells everybody what this peer holds and whom it wants, again and again. */
export class ClaimSender {
  readonly #parts: ClaimSenderParts;
  readonly #buffer = createWindowBuffer();
  #sentAtMs = Number.NEGATIVE_INFINITY;

  constructor(parts: ClaimSenderParts) {
    this.#parts = parts;
  }

  send(reign: number, own: Claim, nowMs: number, remotes: Remotes): void {
    if (nowMs - this.#sentAtMs < CLAIM_EVERY_MS) return;
    this.#sentAtMs = nowMs;
    const { engine, inputs } = this.#parts;
    const { vote, hidden, from, tailTerm, finalEnd, end } = own;
    const window = readWindow(engine.timeline, from, this.#buffer);
    for (const { channel } of remotes.values()) {
      channel.send(
        {
          type: 'claim',
          reign,
          vote,
          hidden,
          fromTick: toShortTick(from),
          tailTerm,
          ...window,
          pending: end - finalEnd,
          newestTick: toShortTick(Math.max(inputs.next - 1, 0)),
          inputs: inputs.window(finalEnd),
        },
        nowMs,
      );
    }
  }
}
