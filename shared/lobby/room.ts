import * as z from 'zod/mini';
import { checkName } from './check-name.ts';
import { iceConfig } from './ice-config.ts';
import { counter, pageNumber, peerId, roomCode } from './fields.ts';
import { ROOM_MEMBERS_MAX, ROOM_MEMBERS_MIN } from '../base/room-limits.ts';

/** A name as `checkName` leaves it. */
export const memberName = z.string().check(
  z.refine((text) => {
    const checked = checkName(text);
    return checked.ok && checked.value === text;
  }),
);

export const member = z.strictObject({
  id: peerId,
  name: memberName,
  /**
   * Number of the page this member plays from, counted through the room: a reload gets a new one,
   * a lost and regained lobby connection does not. Of two members the one with the higher session
   * knew the other when it came, so it opens the link.
   */
  session: counter,
  /** [L87] What the consensus knows this page by: given anew with the session, below 31, and reused. */
  pageNumber,
  /** False while the lobby has lost this member; its links may well be alive. */
  online: z.boolean(),
});

export const room = z.strictObject({
  code: roomCode,
  /** [L14] The member that sequences the room, as far as the lobby knows. */
  sequencer: peerId,
  max: z.int().check(z.minimum(ROOM_MEMBERS_MIN), z.maximum(ROOM_MEMBERS_MAX)),
  /** [L110] Strangers who pressed PLAY are sent here: nobody is asked to be ready. */
  quick: z.boolean(),
  /** Raised at each change: an older state never replaces a newer one. */
  revision: counter,
  /** In order of arrival. */
  members: z.readonly(z.array(member).check(z.maxLength(ROOM_MEMBERS_MAX))),
});

export const joinedRoom = z
  .strictObject({
    self: peerId,
    room,
    ice: iceConfig,
    /** The lobby hands frames on between pages that find no other way. */
    relay: z.boolean(),
  })
  .check(z.refine((joined) => joined.room.members.some(({ id }) => id === joined.self)));

export type LobbyMember = Readonly<z.infer<typeof member>>;
export type Room = Readonly<z.infer<typeof room>>;

/** What a member gets at joining: enough to open links without asking again. */
export type JoinedRoom = Readonly<z.infer<typeof joinedRoom>>;
