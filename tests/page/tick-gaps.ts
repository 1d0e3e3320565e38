/** What a page showed at one moment of its own clock. */
export type TickSample = readonly [
  atMs: number,
  tick: number,
  /** Of the last tick. */
  rollbackDepth: number,
  /** So far, as the netcode counts them. */
  stalledTicks: number,
];

export type TickGap = {
  /** How long the tick stood still. */
  readonly ms: number;
  /** The part of it in which not even the sampler ran as it should: the page got no processor. */
  readonly starvedMs: number;
};

export type TickFigures = {
  readonly longest: TickGap;
  /** Longest standstill beyond what the page slept through: this is what a stall of the netcode shows. */
  readonly longestAwakeMs: number;
  /** The most that the page slept within any gap. */
  readonly longestStarvedMs: number;
  readonly ticksPerSecond: number;
  /** Ticks in which the netcode would not go on, and when, in seconds since the first sample. */
  readonly stalledTicks: number;
  readonly stalledAtS: readonly number[];
  /** Times that the tick went back. */
  readonly retreats: number;
  readonly deepestRollback: number;
};

/** A page that is well looks at least this often; what goes beyond is time that it did not have. */
const LOOK_MS = 20;

/**
 * How steadily ticks went by. A busy machine stops whole pages now and then; that is told apart by
 * the sampler itself, which stands still too.
 */
export function measureTicks(samples: readonly TickSample[]): TickFigures {
  const [first] = samples;
  const last = samples.at(-1);
  if (!first || !last || last === first) throw new Error('too few samples to measure anything');
  const gaps = findGaps(samples);
  const longest = gaps.reduce((most, gap) => (gap.ms > most.ms ? gap : most));
  const seconds = (last[0] - first[0]) / 1000;
  return {
    longest,
    longestAwakeMs: Math.max(...gaps.map(({ ms, starvedMs }) => ms - starvedMs)),
    longestStarvedMs: Math.max(...gaps.map(({ starvedMs }) => starvedMs)),
    stalledTicks: last[3] - first[3],
    stalledAtS: samples
      .filter(([, , , stalled], at) => stalled > (samples[at - 1]?.[3] ?? stalled))
      .map(([atMs]) => (atMs - first[0]) / 1000),
    ticksPerSecond: (last[1] - first[1]) / seconds,
    retreats: samples.filter(([, tick], at) => tick < (samples[at - 1]?.[1] ?? tick)).length,
    deepestRollback: Math.max(...samples.map(([, , depth]) => depth)),
  };
}

/** From each change of the tick to the next one, or to the end. */
function findGaps(samples: readonly TickSample[]): TickGap[] {
  const gaps: TickGap[] = [];
  let sinceMs = samples[0]?.[0] ?? 0;
  let starvedMs = 0;
  samples.forEach(([atMs, tick], at) => {
    const before = samples[at - 1];
    if (!before) return;
    starvedMs += Math.max(0, atMs - before[0] - LOOK_MS);
    const isLast = at === samples.length - 1;
    if (tick === before[1] && !isLast) return;
    gaps.push({ ms: atMs - sinceMs, starvedMs });
    sinceMs = atMs;
    starvedMs = 0;
  });
  return gaps;
}
