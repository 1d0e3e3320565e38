import type { ControlMessage } from '../../wire/control-packet.ts';
import { HASH_EVERY_TICKS } from '../../wire/input-packet.ts';
import { type DesyncPart, type WorldParts, DESYNC_PARTS } from '../engine/world-parts.ts';
import { unwrapHashIndex } from '../engine/hash-history.ts';
import type { RoomEngine } from '../engine/room-engine.ts';

/** Seen at a checkpoint: this peer's state was not the others'. */
export type DesyncReport = {
  readonly tick: number;
  /** Empty when the two could not be compared part by part. */
  readonly parts: readonly DesyncPart[];
  /** It happened so often that this peer only watches now. */
  readonly isBenched: boolean;
};

const REPORTS_MAX = 16;

/** Keeps the newest reports, oldest first. */
export function addReport(reports: DesyncReport[], report: DesyncReport): void {
  reports.push(report);
  if (reports.length > REPORTS_MAX) reports.shift();
}

/** What the sequencer's word of its state says beside ours. */
export function reportOf(
  { final, hashes }: RoomEngine,
  theirs: Extract<ControlMessage, { type: 'diverged' }>,
): DesyncReport {
  const index = unwrapHashIndex(theirs.index, Math.floor(final.tick / HASH_EVERY_TICKS));
  const own = hashes.partsAt(index);
  return {
    tick: index * HASH_EVERY_TICKS,
    parts: own ? differingParts(own, theirs) : [],
    isBenched: theirs.benched,
  };
}

function differingParts(a: WorldParts, b: WorldParts): readonly DesyncPart[] {
  return DESYNC_PARTS.filter((part) => a[part] !== b[part]);
}
