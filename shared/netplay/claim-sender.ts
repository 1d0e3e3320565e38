import type { MemberId } from '../sim/command.ts';
import { toShortTick } from '../wire/fields.ts';
import type { Remotes } from './remote-peer.ts';
import type { RoleContext } from './role.ts';
import { createWindowBuffer, findTailStart, readWindow } from './timeline-window.ts';

const CLAIM_EVERY_MS = 50;

/** Tells everybody what this peer holds and whom it wants, again and again. */
export class ClaimSender {
  readonly #context: RoleContext;
  readonly #buffer = createWindowBuffer();
  #sentAtMs = Number.NEGATIVE_INFINITY;

  constructor(context: RoleContext) {
    this.#context = context;
  }

  send(reign: number, vote: MemberId | null, nowMs: number, remotes: Remotes): void {
    if (nowMs - this.#sentAtMs < CLAIM_EVERY_MS) return;
    this.#sentAtMs = nowMs;
    const { engine, inputs, visibility } = this.#context;
    const { timeline, room } = engine;
    const from = findTailStart(timeline);
    const window = readWindow(timeline, from, this.#buffer);
    for (const { channel } of remotes.values()) {
      channel.send(
        {
          type: 'claim',
          reign,
          vote,
          hidden: visibility.isHidden,
          fromTick: toShortTick(from),
          tailTerm: room.term,
          ...window,
          pending: timeline.end - timeline.finalEnd,
          newestTick: toShortTick(Math.max(inputs.next - 1, 0)),
          inputs: inputs.window(timeline.finalEnd),
        },
        nowMs,
      );
    }
  }
}
