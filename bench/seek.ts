import { RecordedMatch } from '../tests/simulation/recorded-match.ts';
import { createRandom } from '../shared/base/seeded-random.ts';
import { MAX_SEATS } from '../shared/base/room-limits.ts';
import { ReplayTrack } from '../shared/replay/replay-track.ts';
import { TICK_RATE } from '../shared/sim/tick.ts';
import { decodeReplay, encodeReplay } from '../shared/wire/replay-file.ts';

export type SeekFigures = {
  readonly bytes: number;
  readonly decodeMs: number;
  readonly readMs: number;
  /** One call of `readOn` as the page makes it. */
  readonly longestSliceMs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly worstMs: number;
};

const MINUTES = 10;
const SEEKS = 500;
/** As `game/match/replay/watch-session.ts` reads. */
const SLICE_TICKS = 60;

/** [V7] Opening and seeking in ten minutes of four against four by scripts, at random places. */
export function benchSeek(): SeekFigures {
  const match = new RecordedMatch(MAX_SEATS, 5);
  match.request({ type: 'start' });
  match.run(MINUTES * 60 * TICK_RATE);
  const bytes = encodeReplay(match.recorder.take('all', 0)!);
  const [decoded, decodeMs] = timed(() => decodeReplay(bytes));
  if (!decoded.ok) throw new Error(decoded.error.type);
  const track = ReplayTrack.open(decoded.value, match.stadiums.arena);
  if (!track) throw new Error('nothing to play');
  const slices: number[] = [];
  while (!track.isRead) slices.push(timed(() => track.readOn(SLICE_TICKS))[1]);
  const random = createRandom(11);
  const seeks = Array.from({ length: SEEKS }, () => {
    const position = Math.floor(random() * track.length);
    return timed(() => track.at(position))[1];
  }).toSorted((a, b) => a - b);
  return {
    bytes: bytes.length,
    decodeMs,
    readMs: slices.reduce((sum, ms) => sum + ms, 0),
    longestSliceMs: Math.max(...slices),
    p50Ms: seeks[SEEKS / 2]!,
    p95Ms: seeks[Math.floor(SEEKS * 0.95)]!,
    worstMs: seeks.at(-1)!,
  };
}

function timed<T>(run: () => T): [T, number] {
  const from = performance.now();
  const result = run();
  return [result, performance.now() - from];
}
