import { ok, type Result } from '../../shared/base/result.ts';
import type { Refusal } from '../../shared/lobby/lobby-events.ts';
import type { RoomRecord } from '../store/room-store.ts';

/** [L131] Of two tickets the one of the higher revision is the newer: whatever changes a room raises it. */
export function raiseRevision(
  before: RoomRecord | null,
  changed: Result<RoomRecord, Refusal>,
): Result<RoomRecord, Refusal> {
  if (!changed.ok || changed.value === before) return changed;
  return ok({ ...changed.value, revision: changed.value.revision + 1 });
}
