import type { TimelineWindow } from '../engine/timeline-window.ts';
import type { RoomEngine } from '../engine/room-engine.ts';
import type { SessionCounts } from '../session/session-counts.ts';

/** The timeline, and the count of what is taken back from it. */
export type TimelineParts = { readonly engine: RoomEngine; readonly counts: SessionCounts };

/**
 * Makes the timeline here go on as `rows` say, from tick `from` on, which must not be beyond its end:
 * what was ordered differently is taken back. False, and nothing happens, when that is final here.
 */
export function replaceRows(
  { engine, counts }: TimelineParts,
  from: number,
  { rows, commands }: TimelineWindow,
): boolean {
  const { timeline } = engine;
  const differsAt = engine.findDifference(from, rows, commands);
  if (differsAt !== null && differsAt < timeline.finalEnd) return false;
  if (differsAt !== null) {
    counts.takenBackTicks += timeline.end - differsAt;
    engine.takeBack(differsAt);
  }
  engine.appendRows(from, rows, commands);
  return true;
}
