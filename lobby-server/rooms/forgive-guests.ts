import { ok, type Result } from '../../shared/base/result.ts';
import type { Refusal } from '../../shared/lobby/lobby-events.ts';
import type { GuestId, LobbySeat, RoomRecord } from '../store/room-store.ts';
import { namesOf } from './remove-member.ts';
import { findHosted } from './room-access.ts';

/**
 * [L149] The room that lets guests in again whom it removed, if it is the host that asks; the same record
 * where none of them is meant.
 */
export function forgiveGuests(
  room: RoomRecord | null,
  by: Pick<LobbySeat, 'guest' | 'page'>,
  isMeant: (guest: GuestId) => boolean,
): Result<RoomRecord, Refusal> {
  const hosted = findHosted(room, by);
  if (!hosted.ok) return hosted;
  const removed = hosted.value.removed.filter((guest) => !isMeant(guest));
  const isSame = removed.length === hosted.value.removed.length;
  const removedNames = namesOf(removed, hosted.value.removedNames);
  return ok(isSame ? hosted.value : { ...hosted.value, removed, removedNames });
}
