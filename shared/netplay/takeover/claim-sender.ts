import { toShortTick } from '../../wire/fields.ts';
import type { Claim } from '../election/election.ts';
import type { Remotes } from '../replication/remote-peer.ts';
import type { RoleContext } from './role.ts';
import { createWindowBuffer, readWindow } from '../engine/timeline-window.ts';

const CLAIM_EVERY_MS = 50;

/** Tells everybody what this peer holds and whom it wants, again and again. */
export class ClaimSender {
  readonly #context: RoleContext;
  readonly #buffer = createWindowBuffer();
  #sentAtMs = Number.NEGATIVE_INFINITY;

  constructor(context: RoleContext) {
    this.#context = context;
  }

  send(reign: number, own: Claim, nowMs: number, remotes: Remotes): void {
    if (nowMs - this.#sentAtMs < CLAIM_EVERY_MS) return;
    this.#sentAtMs = nowMs;
    const { engine, inputs } = this.#context;
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
