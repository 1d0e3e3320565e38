import { isContentHash } from '../base/content-hash.ts';
import type { PeerId } from '../base/peer-id.ts';
import { isCommandAllowed } from '../sim/apply-command.ts';
import type { MemberId } from '../sim/command.ts';
import { MATCH, PHASE } from '../sim/match-state.ts';
import { findMemberOf } from '../sim/room-state.ts';
import type { RemotePeer, Remotes } from './remote-peer.ts';
import type { RoomEngine } from './room-engine.ts';
import type { Sequencer } from './sequencer.ts';
import type { StadiumExchange } from './stadium-exchange.ts';

/** After this the stadium changes without those who do not hold it: they get it late. */
const SPREAD_MAX_MS = 20_000;
const OFFER_EVERY_MS = 250;

type Pending = {
  readonly stadium: string;
  readonly by: MemberId;
  spreadSinceMs: number | null;
  offeredAtMs: number;
};

/**
 * [N16] The sequencer's care for a change of stadium: fetches it from whoever asked, brings it to
 * every member that is present, and only then puts the command into the timeline.
 */
export class StadiumChange {
  readonly #engine: RoomEngine;
  readonly #exchange: StadiumExchange;
  readonly #sequencer: Sequencer;
  #pending: Pending | null = null;

  constructor(engine: RoomEngine, exchange: StadiumExchange, sequencer: Sequencer) {
    this.#engine = engine;
    this.#exchange = exchange;
    this.#sequencer = sequencer;
  }

  /** A member asks for a stadium; the newest wish counts. `from` can send it, null = it is here. */
  request(by: MemberId, stadium: string, from: PeerId | null): void {
    const isAllowed = isCommandAllowed(this.#engine.room, { type: 'stadium', stadium, by });
    if (!isAllowed || !this.#isStopped) return;
    this.#pending = null;
    if (this.#exchange.has(stadium) && !this.#exchange.mustTravel(stadium)) {
      this.#sequencer.order({ type: 'stadium', stadium, by });
    } else if (isContentHash(stadium)) {
      this.#pending = { stadium, by, spreadSinceMs: null, offeredAtMs: Number.NEGATIVE_INFINITY };
      this.#exchange.retry(stadium);
      if (from !== null) this.#exchange.want(stadium, from);
    }
  }

  /** At every call of the session's `advance`. */
  advance(nowMs: number, remotes: Remotes): void {
    const pending = this.#pending;
    if (!pending) return;
    const { stadium, by } = pending;
    if (!this.#isStopped || this.#exchange.hasFailed(stadium)) this.#pending = null;
    if (!this.#pending || !this.#exchange.has(stadium)) return;
    pending.spreadSinceMs ??= nowMs;
    const lacking = this.#findLacking(stadium, remotes);
    if (lacking.length === 0 || nowMs - pending.spreadSinceMs > SPREAD_MAX_MS) {
      this.#pending = null;
      this.#sequencer.order({ type: 'stadium', stadium, by });
    } else if (nowMs - pending.offeredAtMs >= OFFER_EVERY_MS) {
      pending.offeredAtMs = nowMs;
      for (const remote of lacking) this.#exchange.offer(remote, stadium, nowMs);
    }
  }

  #findLacking(stadium: string, remotes: Remotes): readonly RemotePeer[] {
    const { room } = this.#engine;
    return [...remotes.values()].filter((remote) => {
      const member = findMemberOf(room, remote.peer);
      return member && !member.absent && !this.#exchange.isHeldBy(remote, stadium);
    });
  }

  get #isStopped(): boolean {
    return this.#engine.final.match.ints[MATCH.phase] === PHASE.stopped;
  }
}
