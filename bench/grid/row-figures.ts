import type { NewsWatch } from './news-watch.ts';
import type { PeerWatch } from './peer-watch.ts';
import type { RowRun } from './run-row.ts';
import { Samples } from './samples.ts';

/** What one square of the grid came to, as it goes to the JSON file. */
export type RowFigures = {
  readonly resimulatedPerFrame: number;
  readonly depth: readonly [p50: number, p95: number, p99: number];
  /** Ticks in which the picture stood still, of the peer that has the trouble and of all others. */
  readonly stalledOwn: number;
  readonly stalledOthers: number;
  /** Of all ticks of all players. */
  readonly stalledShare: number;
  /** Inputs for which another was played, share of all, of the same two. */
  readonly eatenOwn: number;
  readonly eatenOthers: number;
  readonly discErrorMean: number;
  readonly discErrorP99: number;
  readonly ballErrorMean: number;
  readonly ballErrorP99: number;
  readonly popP99: number;
  readonly correctionP99: number;
  readonly inputDelayTicks: number;
  readonly clientKbit: number;
  readonly sequencerKbit: number;
  /** Of each peer to each other, on the wire: acknowledgements and checks of the way among them. */
  readonly packetsPerLink: number;
  /** Of those that carry a message, the message alone. */
  readonly bytesPerPacket: number;
  readonly clockOffsetP95Ms: number;
  readonly oneSidedness: number;
  readonly problems: readonly string[];
};

/** The figures of a row out of what its run measured. */
export function figuresOf(run: RowRun): RowFigures {
  const { watches, troubled, clocks } = run;
  const others = watches.filter((watch) => watch !== troubled);
  const own = troubled === null ? [] : [troubled];
  const depth = pool(others, (watch) => watch.depth);
  const disc = pool(others, (watch) => watch.picture.figures.discError);
  const ball = pool(others, (watch) => watch.picture.figures.ballError);
  const frames = sum(watches, (watch) => watch.freezes.frames);
  const packets = sum(watches, (watch) => watch.counted.packets);
  const links = watches.length * (watches.length - 1);
  const wired = watches.map((watch) => watch.wired);
  const kbit = wired.map(({ bytes }, place) => (bytes * 8) / 1000 / watches[place]!.seconds);
  return {
    resimulatedPerFrame: sum(watches, (watch) => watch.counted.resimulated) / frames,
    depth: [depth.percentile(0.5), depth.percentile(0.95), depth.percentile(0.99)],
    stalledOwn: sum(own, stalledTicks),
    stalledOthers: sum(others, stalledTicks),
    stalledShare: sum(watches, stalledTicks) / frames,
    eatenOwn: eatenShare(own),
    eatenOthers: eatenShare(others),
    discErrorMean: disc.mean,
    discErrorP99: disc.percentile(0.99),
    ballErrorMean: ball.mean,
    ballErrorP99: ball.percentile(0.99),
    popP99: pool(others, (watch) => watch.picture.figures.pop).percentile(0.99),
    correctionP99: pool(others, (watch) => watch.picture.figures.correction).percentile(0.99),
    inputDelayTicks: pool(others, (watch) => watch.delayTicks).mean,
    clientKbit: mean(kbit.slice(1), (each) => each),
    sequencerKbit: kbit[0] ?? Number.NaN,
    packetsPerLink:
      sum(wired, (each) => each.packets) / links / (watches[0]?.seconds ?? Number.NaN),
    bytesPerPacket: sum(watches, (watch) => watch.counted.bytes) / packets,
    clockOffsetP95Ms: clocks.offsetsMs.percentile(0.95),
    oneSidedness: oneSidednessOf(others, run.news),
    problems: run.problems,
  };
}

/** What a netcode says of itself and what is seen from outside: neither may hide a stall. */
function stalledTicks(watch: PeerWatch): number {
  return Math.max(watch.counted.stalled, watch.freezes.frozenTicks);
}

function eatenShare(watches: readonly PeerWatch[]): number {
  const ticks = sum(watches, (watch) => watch.seconds * 60);
  return ticks === 0 ? 0 : sum(watches, (watch) => watch.counted.eaten) / ticks;
}

/**
 * How unequal players are: the mean lateness with which one learns of the others' changes, against
 * that with which they learn of its own. The worst of all players; below a tick nobody is late.
 */
function oneSidednessOf(watches: readonly PeerWatch[], news: NewsWatch): number {
  let worst = 1;
  for (const { seat } of watches) {
    const others = watches.filter((watch) => watch.seat !== seat);
    const learns = pool(others, (other) => news.of(seat, other.seat)).mean;
    const tells = pool(others, (other) => news.of(other.seat, seat)).mean;
    const [less, more] = learns < tells ? [learns, tells] : [tells, learns];
    worst = Math.max(worst, Math.max(1, more) / Math.max(1, less));
  }
  return worst;
}

function pool(watches: readonly PeerWatch[], pick: (watch: PeerWatch) => Samples): Samples {
  const all = new Samples();
  for (const watch of watches) all.addAll(pick(watch));
  return all;
}

function sum<Item>(items: readonly Item[], pick: (item: Item) => number): number {
  return items.reduce((total, item) => total + pick(item), 0);
}

function mean<Item>(items: readonly Item[], pick: (item: Item) => number): number {
  return sum(items, pick) / items.length;
}
