import * as z from 'zod/mini';
import { attempt } from '../../shared/base/attempt.ts';
import { ROOM_MEMBERS_MAX, ROOM_MEMBERS_MIN } from '../../shared/base/room-limits.ts';
import { NOBODY } from '../../shared/consensus/members.ts';
import { counter, nonce, pageNumber, peerId, roomCode } from '../../shared/lobby/fields.ts';
import { REMOVED_MAX, WITNESS_LIFE_MAX, WITNESS_TERM_MAX } from '../../shared/lobby/limits.ts';
import { roomAccess, roomKey } from '../../shared/lobby/room-access.ts';
import { memberName } from '../../shared/lobby/room.ts';
import type { GuestId, RoomRecord } from '../store/room-store.ts';
import { REMOVED_NAMES_MAX } from './remove-member.ts';
import type { TicketSeal } from './ticket-seal.ts';
import type { WitnessPast } from './witness-desk.ts';

/** [L129] What a server forgets when it ends, as its rooms' members carry it. */
export type RoomTicket = {
  /** Without connections. */
  readonly room: RoomRecord;
  readonly witness: WitnessPast;
};

/** s: longer than members stay away for whom a seat is kept, and than an operator needs for an update. */
export const TICKET_LIFE_S = 30 * 60;

/** Raised when a ticket means something else: those of before are as good as none. */
const FORMAT = 2;

const guestId = z.custom<GuestId>(
  (value) => typeof value === 'string' && /^[\w-]{22}$/.test(value),
);
const hash = z.string().check(z.regex(/^[\d+/A-Za-z]{1,128}={0,2}$/));

const seat = z.strictObject({
  guest: guestId,
  id: peerId,
  name: memberName,
  page: nonce,
  session: counter,
  pageNumber,
  connection: z.null(),
});

const room = z.strictObject({
  code: roomCode,
  door: roomCode,
  id: nonce,
  sequencer: peerId,
  max: z.int().check(z.minimum(ROOM_MEMBERS_MIN), z.maximum(ROOM_MEMBERS_MAX)),
  quick: z.boolean(),
  closed: z.boolean(),
  revision: counter,
  nextSession: counter,
  versions: z.strictObject({ sim: counter, wire: counter }),
  hasMet: z.boolean(),
  seats: z.array(seat).check(z.minLength(1), z.maxLength(ROOM_MEMBERS_MAX)),
  endedPages: z.array(pageNumber),
  founder: guestId,
  lapsedId: z.nullable(peerId),
  host: peerId,
  access: roomAccess,
  password: z.nullable(z.strictObject({ salt: hash, hash })),
  key: z.nullable(roomKey),
  removed: z.array(guestId).check(z.maxLength(REMOVED_MAX)),
  removedNames: z
    .array(z.strictObject({ guest: guestId, name: memberName }))
    .check(z.maxLength(REMOVED_NAMES_MAX)),
});

const content = z.strictObject({
  format: z.literal(FORMAT),
  untilS: counter,
  room,
  witness: z.strictObject({
    life: z.int().check(z.minimum(0), z.maximum(WITNESS_LIFE_MAX)),
    term: z.int().check(z.minimum(0), z.maximum(WITNESS_TERM_MAX)),
    votedFor: z.union([pageNumber, z.literal(NOBODY)]),
  }),
});

/** [L129] The ticket of all members of a room, good for half an hour from `nowS` (seconds since 1970). */
export function writeTicket(
  seal: TicketSeal,
  { room: now, witness }: RoomTicket,
  nowS: number,
): string {
  const seats = now.seats.map((one) => ({ ...one, connection: null }));
  const told = { format: FORMAT, untilS: nowS + TICKET_LIFE_S, room: { ...now, seats }, witness };
  return seal.seal(JSON.stringify(told));
}

/** [L130] Null for one that this server did not make, that is too old, or that another version made. */
export function readTicket(seal: TicketSeal, text: string, nowS: number): RoomTicket | null {
  const opened = seal.open(text);
  const read = content.safeParse(attempt(() => JSON.parse(opened ?? ''), null));
  if (!read.success || read.data.untilS < nowS) return null;
  const { room: kept, witness } = read.data;
  return { room: kept, witness };
}
