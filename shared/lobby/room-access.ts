import * as z from 'zod/mini';
import { cleanText } from '../base/clean-text.ts';
import { ROOM_MEMBERS_MAX, ROOM_MEMBERS_MIN } from '../base/room-limits.ts';
import { peerId, roomCode } from './fields.ts';
import { PASSWORD_CHARS_MAX, ROOM_TITLE_BYTES_MAX, ROOM_TITLE_GRAPHEMES_MAX } from './limits.ts';

const TITLE = { graphemes: ROOM_TITLE_GRAPHEMES_MAX, bytes: ROOM_TITLE_BYTES_MAX } as const;

/** [L93] Returns what a room is called as everybody shall see it, or what is wrong with it. */
export function checkRoomTitle(text: string): ReturnType<typeof cleanText> {
  return cleanText(text, TITLE);
}

export const roomTitle = z.string().check(
  z.refine((text) => {
    const checked = checkRoomTitle(text);
    return checked.ok && checked.value === text;
  }),
);

/** Goes to the lobby and is not kept there: what is kept is its salted hash. */
export const password = z.string().check(z.minLength(1), z.maxLength(PASSWORD_CHARS_MAX));

/** [L94] 96 bits that open a private room to who has its link. */
export const roomKey = z.string().check(z.regex(/^[\w-]{16}$/));

/** [L92] The host's wish as to who may come in. */
export const roomAccess = z.strictObject({
  /**
   * `public`: in the list. `unlisted`: open to who has the code. `private`: the code alone only
   * knocks, and only the link opens.
   */
  visibility: z.enum(['private', 'unlisted', 'public']),
  /** Null: the room has none, and is called by its host. */
  title: z.nullable(roomTitle),
  locked: z.boolean(),
  /** Each newcomer waits until the host lets it in. */
  knock: z.boolean(),
  /** False: the room is full with `places` members. */
  spectators: z.boolean(),
  /** [L157] People may talk to each other; in a public room they never do. */
  voice: z.boolean(),
  /** [L184] Links are made over TURN and the lobby alone. */
  relayOnly: z.boolean(),
  places: z.int().check(z.minimum(ROOM_MEMBERS_MIN), z.maximum(ROOM_MEMBERS_MAX)),
});

/** What members hear of it. */
export const accessNews = z.strictObject({
  code: roomCode,
  /** [L182] The code that newcomers come by: of links, and to be read aloud. */
  door: roomCode,
  /** The member that runs the room, as far as the lobby knows. */
  host: peerId,
  access: roomAccess,
  hasPassword: z.boolean(),
  /** This lobby has a TURN server for its members. */
  turn: z.boolean(),
  /** For links, while the room is private. */
  key: z.nullable(roomKey),
});

export type RoomAccess = Readonly<z.infer<typeof roomAccess>>;
export type AccessNews = Readonly<z.infer<typeof accessNews>>;

/** [L92] As rooms are opened: by their code, as the link says it. */
export const OPEN_ACCESS: RoomAccess = {
  visibility: 'unlisted',
  title: null,
  locked: false,
  knock: false,
  spectators: true,
  voice: true,
  relayOnly: false,
  places: ROOM_MEMBERS_MAX,
};
