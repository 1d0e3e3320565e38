import type { RoomEngine } from '../engine/room-engine.ts';
import { type HeldRows, cutRows, endOf } from './held-rows.ts';

/** [N17] Only up to a change to a stadium that is not here: the timeline could not be folded. */
export function cutAtMissing(engine: RoomEngine, held: HeldRows): HeldRows {
  for (const { row, command } of held.commands) {
    const missing = engine.findMissing([command]);
    if (missing === null) continue;
    engine.missingStadium = missing;
    return cutRows(held, held.from, held.from + row);
  }
  return held;
}

/** Whether a stadium is missing for some of these rows. */
export function lacksStadium(engine: RoomEngine, held: HeldRows): boolean {
  return endOf(cutAtMissing(engine, held)) !== endOf(held);
}
