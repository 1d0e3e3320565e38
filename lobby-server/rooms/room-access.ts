import { timingSafeEqual } from 'node:crypto';
import type { PeerId } from '../../shared/base/peer-id.ts';
import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { LobbyRefusal } from '../../shared/lobby/lobby-error.ts';
import type { Refusal } from '../../shared/lobby/lobby-events.ts';
import type { AccessNews, RoomAccess } from '../../shared/lobby/room-access.ts';
import type { GuestId, LobbySeat, PasswordHash, RoomRecord } from '../store/room-store.ts';
import { isProof } from './password.ts';
import { findSeat } from './room-record.ts';

/** What an arrival has to show at the entrance. */
export type Credentials = {
  /** Of the password that it gave, by `proofOf`; null when it gave none. */
  readonly proof: string | null;
  readonly key: string | null;
  /** The host let it in when it knocked. */
  readonly isLetIn: boolean;
};

export const NO_CREDENTIALS: Credentials = { proof: null, key: null, isLetIn: false };

/** [L92] What keeps a guest that has no seat out of the room; null when nothing does. */
export function whatKeepsOut(
  room: RoomRecord,
  guest: GuestId,
  credentials: Credentials,
): LobbyRefusal | null {
  const { access, password, key, seats, max } = room;
  const places = access.spectators ? max : Math.min(max, access.places);
  if (seats.length >= places) return 'FULL';
  // The one that made the room comes back to it.
  if (guest === room.founder) return null;
  if (access.locked) return 'LOCKED';
  if (password !== null && !isProof(credentials.proof, password)) return 'BAD_PASSWORD';
  const hasKey = access.visibility !== 'private' || isKey(credentials.key, key);
  if ((access.knock || !hasKey) && !credentials.isLetIn) return 'KNOCK_PENDING';
  return null;
}

/**
 * [L92] The room with other access, if it is the host that asks. Strangers get one answer whether there is a
 * room or not.
 *
 * @param password undefined: the one that is stays
 * @param newKey used when the room is private for the first time
 */
export function changeAccess(
  room: RoomRecord | null,
  by: Pick<LobbySeat, 'guest' | 'page'>,
  access: RoomAccess,
  password: PasswordHash | null | undefined,
  newKey: string,
): Result<RoomRecord, Refusal> {
  const hosted = findHosted(room, by);
  if (!hosted.ok) return hosted;
  const { value } = hosted;
  const key = value.key ?? (access.visibility === 'private' ? newKey : null);
  return ok({
    ...value,
    access,
    password: password === undefined ? value.password : password,
    key,
  });
}

/** [L92] The room run by another member, by the word of the host or of the sequencer. */
export function nameHost(
  room: RoomRecord | null,
  by: Pick<LobbySeat, 'guest' | 'page'>,
  peer: PeerId,
): Result<RoomRecord, Refusal> {
  const seat = room === null ? undefined : findSeat(room, by.guest);
  if (room === null || seat?.page !== by.page) return fail({ code: 'NOT_MEMBER' });
  if (seat.id !== room.host && seat.id !== room.sequencer) return fail({ code: 'NOT_HOST' });
  if (!room.seats.some(({ id }) => id === peer)) return fail({ code: 'NO_PEER' });
  return ok(room.host === peer ? room : { ...room, host: peer });
}

/** The room that the page of its host asks about, or why it may not. */
export function findHosted(
  room: RoomRecord | null,
  by: Pick<LobbySeat, 'guest' | 'page'>,
): Result<RoomRecord, Refusal> {
  const seat = room === null ? undefined : findSeat(room, by.guest);
  if (room === null || seat?.page !== by.page) return fail({ code: 'NOT_MEMBER' });
  return seat.id === room.host ? ok(room) : fail({ code: 'NOT_HOST' });
}

/** What members hear of who may come in. */
export function toAccessNews(room: RoomRecord, turn: boolean): AccessNews {
  const { code, door, host, access, password, key } = room;
  const isPrivate = access.visibility === 'private';
  return {
    code,
    door,
    host,
    access,
    hasPassword: password !== null,
    turn,
    key: isPrivate ? key : null,
  };
}

function isKey(given: string | null, kept: string | null): boolean {
  if (given === null || kept === null) return false;
  const [a, b] = [Buffer.from(given), Buffer.from(kept)];
  return a.length === b.length && timingSafeEqual(a, b);
}
