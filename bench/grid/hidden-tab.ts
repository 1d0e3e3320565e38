import type { SimulatedPeer } from '../../tests/simulation/simulated-room.ts';
import { FreezeWatch } from './freeze-watch.ts';
import { GridRoom } from './grid-room.ts';
import { CHANGES_PER_SECOND, type Incident, NETWORK, hasNewTerm, tryOften } from './incidents.ts';

const PATIENCE_MS = 20_000;
const SPAN_MS = 3_000;
const SETTLE_MS = 4_000;
const HIDDEN_MS = 60_000;
/** A hidden tab runs on for a while; then its browser lets it run once a second. */
const THROTTLED_AFTER_MS = 1_000;
const THROTTLED_TICK_MS = 1_000;

export type HiddenTab = {
  /** From the moment that the sequencer's tab is hidden until all others hear from the next one. */
  readonly handoff: Incident;
  /** In the 60 s that it stays hidden: what the others notice. */
  readonly stalledOthers: number;
  readonly eatenOthers: number;
  /** Longest time in which nothing was ordered at one of the others. */
  readonly orderGapMs: number;
};

/** The sequencer's tab is hidden in the middle of a match. */
export function measureHiddenTab(players: number, trials: number, seed: number): HiddenTab {
  const handoff = tryOften(
    trials,
    seed,
    ({ room }, random, problems) => {
      room.run(random() * SPAN_MS);
      const startMs = room.network.nowMs;
      const [sequencer, ...others] = room.peers;
      sequencer!.session.setHidden(true);
      if (!room.run(PATIENCE_MS, () => others.every(hasNewTerm))) problems.push('no handoff');
      const tookMs = room.network.nowMs - startMs;
      room.run(SETTLE_MS);
      problems.push(...room.witness.differences);
      return tookMs;
    },
    { players, conditions: NETWORK },
  );
  return { handoff, ...stayHidden(players, seed) };
}

function stayHidden(players: number, seed: number): Omit<HiddenTab, 'handoff'> {
  const grid = new GridRoom({
    seed,
    players,
    changesPerSecond: CHANGES_PER_SECOND,
    conditions: NETWORK,
  });
  const { room } = grid;
  if (!grid.begin()) throw new Error('the match never began');
  room.run(SPAN_MS);
  const [sequencer, ...others] = room.peers;
  const watches = new Map(
    others.map((peer) => [peer, new OtherWatch(peer, room.network.nowMs)] as const),
  );
  grid.onAfter = (peer, nowMs) => watches.get(peer)?.take(nowMs);
  sequencer!.session.setHidden(true);
  room.run(THROTTLED_AFTER_MS);
  sequencer!.tickMs = THROTTLED_TICK_MS;
  room.run(HIDDEN_MS - THROTTLED_AFTER_MS);
  const seen = [...watches.values()];
  return {
    stalledOthers: seen.reduce((sum, watch) => sum + watch.stalled, 0),
    eatenOthers: seen.reduce((sum, watch) => sum + watch.eaten, 0),
    orderGapMs: Math.max(...seen.map((watch) => watch.orderGapMs)),
  };
}

/** What one of the others notices. */
class OtherWatch {
  orderGapMs = 0;
  readonly #peer: SimulatedPeer;
  readonly #freezes: FreezeWatch;
  readonly #start: { readonly stalled: number; readonly eaten: number };
  #end: number;
  #orderedMs: number;

  constructor(peer: SimulatedPeer, nowMs: number) {
    const { counts, engine, world } = peer.session;
    this.#peer = peer;
    this.#freezes = new FreezeWatch(nowMs, world.tick);
    this.#start = { stalled: counts.stalledTicks, eaten: counts.eatenInputs };
    this.#end = engine.timeline.end;
    this.#orderedMs = nowMs;
  }

  get stalled(): number {
    const own = this.#peer.session.counts.stalledTicks - this.#start.stalled;
    return Math.max(own, this.#freezes.frozenTicks);
  }

  get eaten(): number {
    return this.#peer.session.counts.eatenInputs - this.#start.eaten;
  }

  take(nowMs: number): void {
    const { engine, world } = this.#peer.session;
    this.#freezes.take(nowMs, world.tick);
    if (engine.timeline.end === this.#end) return;
    this.orderGapMs = Math.max(this.orderGapMs, nowMs - this.#orderedMs);
    this.#end = engine.timeline.end;
    this.#orderedMs = nowMs;
  }
}
