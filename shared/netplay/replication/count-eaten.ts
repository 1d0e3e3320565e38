import { MAX_SEATS } from '../../base/room-limits.ts';
import type { Seat } from '../../sim/seat.ts';
import type { RoomEngine } from '../engine/room-engine.ts';
import type { SessionCounts } from '../session/session-counts.ts';
import type { InputDelay } from '../timing/input-delay.ts';
import type { OwnInputs } from '../timing/own-inputs.ts';

/** What an own input that came too late changes. */
export type EatenParts = {
  readonly engine: RoomEngine;
  readonly inputs: OwnInputs;
  readonly delay: InputDelay;
  readonly counts: SessionCounts;
};

/** My input was ordered as something else: it came too late. */
export function countEaten(parts: EatenParts, seat: Seat, from: number, rows: Uint8Array): void {
  const { engine, inputs, delay, counts } = parts;
  const end = Math.min(from + rows.length / MAX_SEATS, inputs.next);
  for (let tick = engine.timeline.end; tick < end; tick++) {
    if (rows[(tick - from) * MAX_SEATS + seat] === inputs.at(tick)) continue;
    delay.eat();
    counts.eatenInputs += 1;
  }
}
