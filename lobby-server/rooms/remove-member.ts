import { assert } from '../../shared/base/assert.ts';
import type { PeerId } from '../../shared/base/peer-id.ts';
import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { Refusal } from '../../shared/lobby/lobby-events.ts';
import type { GuestId, RoomRecord, LobbySeat } from '../store/room-store.ts';
import { findSeat, freeSeat } from './room-record.ts';

/** Guests: four rooms full of people. An attacker that makes up more could make up more still. */
export const REMOVED_MAX = 64;

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
  const removed = [...room.removed, seat.guest].slice(-REMOVED_MAX);
  return ok({ room: { ...without, removed }, seat });
}

/** [L9] True for a guest that was removed from this room. */
export function isRemoved(room: RoomRecord, guest: GuestId): boolean {
  return room.removed.includes(guest);
}
