import { assert } from '../../shared/base/assert.ts';
import type { PeerId } from '../../shared/base/peer-id.ts';
import { fail, ok, type Result } from '../../shared/base/result.ts';
import { REMOVED_MAX } from '../../shared/lobby/limits.ts';
import type { Refusal } from '../../shared/lobby/lobby-events.ts';
import type { GuestId, RoomRecord, LobbySeat } from '../store/room-store.ts';
import { findSeat, freeSeat } from './room-record.ts';

/** [L183] Names: a ticket that tells more of them would not fit where it has to travel. */
export const REMOVED_NAMES_MAX = 16;

export type Removed = { readonly room: RoomRecord; readonly seat: LobbySeat };

/**
 * [L9] The sequencer sends a member away: its seat is free, and the room knows the guest from now on.
 * Strangers get one answer whether there is a room or not: asking must not be a way to find codes.
 */
export function removeMember(
  room: RoomRecord | null,
  by: Pick<LobbySeat, 'guest' | 'page'>,
  peer: PeerId,
): Result<Removed, Refusal> {
  const sequencer = room === null ? undefined : findSeat(room, by.guest);
  if (room === null || sequencer?.page !== by.page) return fail({ code: 'NOT_MEMBER' });
  if (room.sequencer !== sequencer.id) return fail({ code: 'NOT_SEQUENCER' });
  const seat = room.seats.find(({ id }) => id === peer);
  if (seat === undefined || seat === sequencer) return fail({ code: 'NO_PEER' });
  const without = freeSeat(room, seat);
  assert(without !== null, 'the sequencer has a seat');
  return ok({ room: keepOut(without, seat), seat });
}

/** [L167] The operator sends a member away, whoever sequences; not the last one, with whom the room ends. */
export function sendAway(room: RoomRecord | null, peer: PeerId): Result<Removed, Refusal> {
  const seat = room?.seats.find(({ id }) => id === peer);
  const without = room === null || seat === undefined ? null : freeSeat(room, seat);
  if (seat === undefined || without === null) return fail({ code: 'NO_PEER' });
  return ok({ room: keepOut(without, seat), seat });
}

function keepOut(room: RoomRecord, { guest, name }: LobbySeat): RoomRecord {
  const removed = [...room.removed, guest].slice(-REMOVED_MAX);
  return {
    ...room,
    removed,
    removedNames: namesOf(removed, [...room.removedNames, { guest, name }]),
  };
}

/** [L183] Of these names, oldest first, those that are kept of guests who are kept out. */
export function namesOf(
  removed: readonly GuestId[],
  names: RoomRecord['removedNames'],
): RoomRecord['removedNames'] {
  const newest = new Map(names.map((one) => [one.guest, one]));
  return [...newest.values()]
    .filter(({ guest }) => removed.includes(guest))
    .slice(-REMOVED_NAMES_MAX);
}

/** [L9] True for a guest that was removed from this room. */
export function isRemoved(room: RoomRecord, guest: GuestId): boolean {
  return room.removed.includes(guest);
}
