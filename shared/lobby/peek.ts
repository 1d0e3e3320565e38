import * as z from 'zod/mini';
import { ROOM_MEMBERS_MAX, ROOM_MEMBERS_MIN } from '../base/room-limits.ts';
import { counter, roomCode } from './fields.ts';
import { GUEST_CHARS_MAX } from './limits.ts';
import { roomCard } from './public-room.ts';
import { roomKey } from './room-access.ts';
import { memberName } from './room.ts';

/** [L126] Of somebody who has an invitation, or had a seat, and is not in the room. */
export const peekRequest = z.strictObject({
  code: roomCode,
  /** Of a private room's link. */
  key: z.optional(roomKey),
  /** The signed id of the guest whose seat is asked for; default: the guest that asks. */
  guest: z.optional(z.string().check(z.maxLength(GUEST_CHARS_MAX))),
});

/** [L126] What the lobby says of a room to those before its door. */
export const peek = z.strictObject({
  /** The one that runs it. */
  host: memberName,
  /** Those who are there, in order of arrival; null where the host decides who comes in. */
  members: z.nullable(z.readonly(z.array(memberName).check(z.maxLength(ROOM_MEMBERS_MAX)))),
  max: z.int().check(z.minimum(ROOM_MEMBERS_MIN), z.maximum(ROOM_MEMBERS_MAX)),
  /** As the host's page said last; null without a match, and where nobody is told. */
  match: roomCard.shape.match,
  /** ms for which the seat of an absent guest is still kept; null when that guest has none. */
  seatMs: z.nullable(counter),
});

export type PeekRequest = Readonly<z.infer<typeof peekRequest>>;
export type Peek = Readonly<z.infer<typeof peek>>;
