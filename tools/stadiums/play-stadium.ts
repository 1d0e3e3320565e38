import { isCleanMatch } from '../../shared/sim/match/checksum.ts';
import type { Arena } from '../../shared/sim/physics/arena.ts';
import { BALL_DISC, DISC_STRIDE, DISC_X, DISC_Y } from '../../shared/sim/match-state.ts';
import { WORLD_LIMIT } from '../../shared/sim/tuning.ts';
import type { Stadium } from '../../shared/stadium/format/stadium.ts';
import { ScriptedMatch } from './scripted-match.ts';
import { type KickTrial, tryKick } from './try-kick.ts';

const BATCHES = 12;
const BATCH_TICKS = 100;
const SEED = 20;

/** Discs further out than this many camera rectangles have left the world. */
const FAR = 4;
/** Some files say a camera of nothing. */
const LEAST_HALF_SIZE = 200;

export type DiscCounts = { readonly ball: number; readonly player: number; readonly other: number };

export type Played = {
  /** Of the middle batch, so that neither warm-up nor whatever else the machine does decides. */
  readonly microsPerTick: number;
  /** First tick after which a number of the state is NaN, infinite or −0; null = none. */
  readonly uncleanTick: number | null;
  readonly left: DiscCounts;
  /** Discs that were put back on the edge of the world, or slowed down to its limit [S16]. */
  readonly stoppedDiscs: readonly number[];
  readonly kick: KickTrial;
};

/** Twenty seconds of two scripted players a side, and a kick. */
export function playStadium(arena: Arena, stadium: Stadium): Played {
  const scripted = new ScriptedMatch(arena, 2, SEED);
  const batches: number[] = [];
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const started = performance.now();
    for (let tick = 0; tick < BATCH_TICKS; tick += 1) scripted.step();
    batches.push(((performance.now() - started) * 1000) / BATCH_TICKS);
  }
  return {
    microsPerTick: median(batches),
    left: countLeft(scripted, stadium),
    ...watchMatch(arena),
    kick: tryKick(arena),
  };
}

/** The same match again, looked at after every tick: that would have spoilt the time of a tick. */
function watchMatch(arena: Arena): Pick<Played, 'uncleanTick' | 'stoppedDiscs'> {
  const scripted = new ScriptedMatch(arena, 2, SEED);
  const stopped = new Set<number>();
  let uncleanTick: number | null = null;
  for (let tick = 1; tick <= BATCHES * BATCH_TICKS; tick += 1) {
    scripted.step();
    if (!isCleanMatch(scripted.match)) uncleanTick ??= tick;
    for (const [at, value] of scripted.match.discs.entries()) {
      if (Math.abs(value) >= WORLD_LIMIT) stopped.add(Math.floor(at / DISC_STRIDE));
    }
  }
  return { uncleanTick, stoppedDiscs: [...stopped].toSorted((a, b) => a - b) };
}

/** The median of a list, of two the larger; 0 for an empty one. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Files park unused discs far out on purpose: those have not left, they never were here. */
function countLeft({ arena, match }: ScriptedMatch, stadium: Stadium): DiscCounts {
  const farX = Math.max(Math.abs(stadium.width), LEAST_HALF_SIZE) * FAR;
  const farY = Math.max(Math.abs(stadium.height), LEAST_HALF_SIZE) * FAR;
  const isFar = (discs: Float64Array, disc: number): boolean =>
    Math.abs(discs[disc * DISC_STRIDE + DISC_X]!) > farX ||
    Math.abs(discs[disc * DISC_STRIDE + DISC_Y]!) > farY;
  const left = { ball: 0, player: 0, other: 0 };
  for (let disc = 0; disc < arena.discCount; disc += 1) {
    if (!isFar(match.discs, disc) || isFar(arena.startDiscs, disc)) continue;
    if (disc === BALL_DISC) left.ball += 1;
    else if (disc >= arena.firstPlayerDisc) left.player += 1;
    else left.other += 1;
  }
  return left;
}
