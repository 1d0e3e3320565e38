import { TICK_RATE } from '../../../shared/sim/tick.ts';
import { MOMENT_TICKS } from '../../../shared/wire/moment.ts';
import type { ClipRange } from '../../ui/model/replays-model.ts';

/** [V70] A video is held in memory until it is saved: at most a minute of it, some 45 megabytes. */
export const CLIP_MAX_TICKS = 60 * TICK_RATE;
/** Less is a picture. */
export const CLIP_MIN_TICKS = TICK_RATE;

/**
 * [V70] The range with one of its ends put at a place. The other end stays where that is a range; a first
 * end, and one on the wrong side of the other, has eight seconds; what is longer than a minute gives way at
 * the other end.
 *
 * @param position ticks from the beginning of the replay
 * @param length of the replay, in ticks
 */
export function markRange(
  range: ClipRange | null,
  edge: 'from' | 'to',
  position: number,
  length: number,
): ClipRange {
  const least = Math.min(CLIP_MIN_TICKS, length);
  if (edge === 'from') {
    const from = Math.max(0, Math.min(position, length - least));
    const kept = range && range.to - from >= least ? range.to : from + MOMENT_TICKS;
    return { from, to: Math.min(kept, from + CLIP_MAX_TICKS, length) };
  }
  const to = Math.min(length, Math.max(position, least));
  const kept = range && to - range.from >= least ? range.from : to - MOMENT_TICKS;
  return { from: Math.max(kept, to - CLIP_MAX_TICKS, 0), to };
}
