import { isContentHash } from '../../base/content-hash.ts';
import type { PeerId } from '../../base/peer-id.ts';
import { isCommandAllowed } from '../../room/rights.ts';
import { isStopped } from '../../room/world.ts';
import { BY_SEQUENCER, type MemberId, type RoomRequest } from '../../room/command.ts';
import type { Seat } from '../../sim/seat.ts';
import { findMemberOf } from '../../room/room-state.ts';
import type { RemotePeer, Remotes } from '../replication/remote-peer.ts';
import type { RoomEngine } from '../engine/room-engine.ts';
import type { Sequencer } from '../replication/sequencer.ts';
import type { StadiumExchange } from './stadium-exchange.ts';

/** After this the stadium changes without those who do not hold it: they get it late. */
const SPREAD_MAX_MS = 20_000;
const OFFER_EVERY_MS = 250;
/** No match begins meanwhile: a stadium of which nothing comes in for so long is given up. */
const FETCH_MAX_MS = 10_000;
/** What is ordered is in the room by then, or did not count. */
const ORDER_AGAIN_TICKS = 30;

/** What has to be on every machine before it can be. */
export type TravellingRequest = Extract<RoomRequest, { readonly type: 'stadium' | 'playOn' }>;

type AskedStadium = {
  readonly stadium: string;
  /** Null: it is here. */
  readonly from: PeerId | null;
  readonly by: MemberId;
  readonly seat: Seat | null;
};

type Journey = {
  readonly stadium: string;
  readonly sinceMs: number;
  spreadSinceMs: number | null;
  offeredAtMs: number;
};

/**
 * [N16] The sequencer's care for a change of stadium: says in the timeline that it is on its way,
 * fetches it from whoever asked, brings it to every member that is present, and only then changes
 * to it. What is on its way stands in the room, so that the next sequencer goes on with it.
 */
export class StadiumChange {
  readonly #engine: RoomEngine;
  readonly #exchange: StadiumExchange;
  readonly #sequencer: Sequencer;
  readonly #takeNumbers: () => readonly MemberId[];
  #journey: Journey | null = null;
  /** The newest that has to travel, and who asked for it. */
  #asked: AskedStadium | null = null;
  /** When what ends the journey was ordered last. */
  #endedAtTick = Number.NEGATIVE_INFINITY;

  /** @param takeNumbers gives numbers of members that nobody has */
  constructor(
    engine: RoomEngine,
    exchange: StadiumExchange,
    sequencer: Sequencer,
    takeNumbers: () => readonly MemberId[],
  ) {
    this.#takeNumbers = takeNumbers;
    this.#engine = engine;
    this.#exchange = exchange;
    this.#sequencer = sequencer;
  }

  /**
   * A member asks for a stadium, or [N80] for a moment to play on from; the newest wish counts. `from` can send it,
   * null = it is here.
   */
  request(by: MemberId, request: TravellingRequest, from: PeerId | null): void {
    const { room, predicted } = this.#engine;
    const stadium = request.type === 'playOn' ? request.moment : request.stadium;
    const isAllowed = isCommandAllowed(room, { type: 'stadium', stadium, by });
    if (!isAllowed || !isStopped(predicted)) return;
    // Everybody stands on it: whoever asks for it takes another wish back.
    const isHere = stadium === room.stadium;
    const isEverybodys = this.#exchange.has(stadium) && !this.#exchange.mustTravel(stadium);
    this.#asked = null;
    if (isHere || isEverybodys) this.#sequencer.order({ type: 'stadium', stadium, by });
    else if (isContentHash(stadium)) {
      this.#sequencer.order({ type: 'coming', stadium, by });
      this.#exchange.retry(stadium);
      this.#asked = { stadium, from, by, seat: request.type === 'playOn' ? request.seat : null };
    }
  }

  /** At every call of the session's `advance`. */
  advance(nowMs: number, remotes: Remotes): void {
    const { coming } = this.#engine.room;
    if (this.#journey?.stadium !== coming) {
      this.#endedAtTick = Number.NEGATIVE_INFINITY;
      this.#journey = coming === null ? null : beginJourney(coming, nowMs);
    }
    if (this.#journey) this.#bring(this.#journey, nowMs, remotes);
  }

  #bring(journey: Journey, nowMs: number, remotes: Remotes): void {
    const { stadium } = journey;
    if (!this.#exchange.has(stadium)) {
      this.#exchange.want(stadium, this.#asked?.stadium === stadium ? this.#asked.from : null);
      const heardAtMs = Math.max(journey.sinceMs, this.#exchange.heardAtMs);
      const isLost = this.#exchange.hasFailed(stadium) || nowMs - heardAtMs > FETCH_MAX_MS;
      if (isLost) this.#end(null);
      return;
    }
    journey.spreadSinceMs ??= nowMs;
    // [R46] What the room goes back to may be one that everybody has.
    if (!this.#exchange.mustTravel(stadium)) return this.#end(stadium);
    const lacking = this.#findLacking(stadium, remotes);
    if (lacking.length === 0 || nowMs - journey.spreadSinceMs > SPREAD_MAX_MS) {
      this.#end(stadium);
    } else if (nowMs - journey.offeredAtMs >= OFFER_EVERY_MS) {
      journey.offeredAtMs = nowMs;
      for (const remote of lacking) this.#exchange.offer(remote, stadium, nowMs);
    }
  }

  /** It is there, or (null) will not be. Not while the same order is on its way. */
  #end(stadium: string | null): void {
    const { end: tick } = this.#engine.timeline;
    if (tick - this.#endedAtTick < ORDER_AGAIN_TICKS) return;
    this.#endedAtTick = tick;
    const by = BY_SEQUENCER;
    if (stadium === null) this.#sequencer.order({ type: 'coming', stadium, by });
    else if (this.#exchange.isMoment(stadium)) this.#playOn(stadium);
    else this.#sequencer.order({ type: 'stadium', stadium, by });
  }

  /** By the one that asked, as long as it has the right to; a sequencer that came later does not know who did. */
  #playOn(moment: string): void {
    const asked = this.#asked?.stadium === moment ? this.#asked : null;
    const numbers = this.#takeNumbers();
    const command = { type: 'playOn', moment, seat: asked?.seat ?? null, numbers } as const;
    const isOrdered = asked && this.#sequencer.order({ ...command, by: asked.by });
    if (!isOrdered) this.#sequencer.order({ ...command, by: BY_SEQUENCER });
  }

  #findLacking(stadium: string, remotes: Remotes): readonly RemotePeer[] {
    const { room } = this.#engine;
    return [...remotes.values()].filter((remote) => {
      const member = findMemberOf(room, remote.peer);
      return member && !member.absent && !this.#exchange.isHeldBy(remote, stadium);
    });
  }
}

function beginJourney(stadium: string, nowMs: number): Journey {
  return { stadium, sinceMs: nowMs, spreadSinceMs: null, offeredAtMs: Number.NEGATIVE_INFINITY };
}
