import type { PeerId } from '../../base/peer-id.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import type { Mark } from '../../consensus/log.ts';
import { BY_SEQUENCER } from '../../room/command.ts';
import { findMemberOf } from '../../room/room-state.ts';
import { SEATS } from '../../sim/seat.ts';
import { lastOrdered } from '../engine/last-ordered.ts';
import type { RoomEngine } from '../engine/room-engine.ts';
import { type HeldRows, cutRows } from './held-rows.ts';

const row = new Uint8Array(MAX_SEATS);

/** A tick at once, before any other: with what is known of the inputs, and the configuration. */
export function orderMark(
  engine: RoomEngine,
  self: PeerId,
  { term, members: pages }: Pick<Mark, 'term' | 'members'>,
): void {
  const { timeline, hints } = engine;
  const tick = timeline.end;
  for (const seat of SEATS) {
    row[seat] = hints.has(tick, seat) ? hints.get(tick, seat) : lastOrdered(timeline, seat);
  }
  const member = findMemberOf(engine.room, self)?.id ?? engine.room.sequencer;
  timeline.append(row, 0, [{ type: 'mark', member, term, pages, by: BY_SEQUENCER }]);
}

/**
 * Makes the timeline what the log is by now, between these ticks.
 *
 * @returns how many ordered ticks were taken back
 */
export function replaceRows(
  engine: RoomEngine,
  source: HeldRows,
  from: number,
  end: number,
): number {
  const { timeline } = engine;
  const held = cutRows(source, from, end);
  const differsAt = engine.findDifference(from, held.rows, held.commands) ?? end;
  const keptEnd = Math.min(differsAt, end, timeline.end);
  const takenBack = Math.max(timeline.end - keptEnd, 0);
  if (takenBack > 0) engine.takeBack(keptEnd);
  engine.appendRows(from, held.rows, held.commands);
  return takenBack;
}
