import type { RoleContext } from '../takeover/role.ts';
import type { TimelineWindow } from '../engine/timeline-window.ts';

/**
 * Makes the timeline here go on as `rows` say, from tick `from` on, which must not be beyond its end:
 * what was ordered differently is taken back. False, and nothing happens, when that is final here.
 */
export function replaceRows(
  { engine, counts }: Pick<RoleContext, 'engine' | 'counts'>,
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
