import type { Timeline } from '../../rollback/timeline.ts';
import type { Command } from '../../room/command.ts';
import { type InputBits, NEUTRAL_INPUT, toInputBits } from '../../sim/input.ts';
import type { Seat } from '../../sim/seat.ts';

/**
 * [N4] What a seat holds in the newest ordered tick, whatever ordered it: that is what is played on
 * where an input is missing. Neutral where nothing was ordered yet.
 */
export function lastOrdered(timeline: Timeline<Command>, seat: Seat): InputBits {
  const { start, end } = timeline;
  return end > start ? toInputBits(timeline.inputAt(end - 1, seat)) : NEUTRAL_INPUT;
}
