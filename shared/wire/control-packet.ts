import { MEMBER_NUMBERS } from '../base/room-limits.ts';
import { roomRequest } from './command-codec.ts';
import {
  type Decoded,
  below,
  bytes,
  flag,
  list,
  oneOf,
  optional,
  struct,
  text,
  uint,
  variants,
} from './codec.ts';
import {
  ANNOUNCEMENT_SOUNDS,
  ANNOUNCEMENT_STYLES,
  ANNOUNCEMENT_TEXT_MAX_BYTES,
} from './announcement.ts';
import { fullTerm, longTick, memberId, memberName, pageNumbers, peerId, rgb } from './fields.ts';
import { packetHeader } from './packet-header.ts';
import {
  PANEL_BUTTON_ID_MAX_BYTES,
  PANEL_BUTTON_MAX_BYTES,
  PANEL_BUTTONS_MAX,
  PANEL_LINE_MAX_BYTES,
  PANEL_LINES_MAX,
  PANEL_TITLE_MAX_BYTES,
} from './panel.ts';

export const PIECE_BYTES = 200;
export const MAX_PIECES_PER_PACKET = 4;
export const PIECE_ID_MODULO = 256;

/** A few pieces of the reliable, ordered lane. */
export const controlPacket = struct({
  ...packetHeader,
  /** Id of the next piece that the sender of this packet waits for. */
  expected: uint(8),
  pieces: list(
    struct({ id: uint(8), endsMessage: flag, bytes: bytes(PIECE_BYTES) }),
    MAX_PIECES_PER_PACKET,
  ),
});

/** Leaving for good. Sent a few times, because nobody is left to resend it. */
export const byePacket = struct({
  ...packetHeader,
  /** [C2] The newest configuration that the sender held: its tick and its term. Zeros: it held no world. */
  mark: struct({ at: longTick, term: fullTerm }),
});
export type Goodbye = Decoded<typeof byePacket>;

export const JOIN_REFUSALS = ['room-full', 'removed', 'not-sequencer'] as const;
export type JoinRefusal = (typeof JOIN_REFUSALS)[number];

/** Longest line: 120 graphemes (shared/netplay/chat/chat-text.ts) of four bytes on average. */
export const CHAT_TEXT_MAX_BYTES = 480;

/** [W10] How a line of chat came here. Its author is the peer at the other end of the link, unless: */
const chatRoute = {
  /** The sequencer passes on what this member said to one that it has no link to. */
  author: optional(memberId),
  /** The author asks the sequencer to pass it on to these; empty: it is for the reader alone. */
  relayTo: list(memberId, MEMBER_NUMBERS),
};

/** The lines of an author are counted, modulo 256. */
export const LINE_MARKS = 256;
const lineMark = below(LINE_MARKS);

const WAY_RTT_BITS = 10;
const WAY_WAIT_BITS = 8;
export const WAY_RTT_MAX_MS = 2 ** WAY_RTT_BITS - 1;
export const WAY_WAIT_MAX_MS = 2 ** WAY_WAIT_BITS - 1;

const buttonId = text(PANEL_BUTTON_ID_MAX_BYTES);

/** [N69] What a script shows beside the pitch. */
const panel = struct({
  title: text(PANEL_TITLE_MAX_BYTES),
  lines: list(struct({ text: text(PANEL_LINE_MAX_BYTES), color: optional(rgb) }), PANEL_LINES_MAX),
  buttons: list(struct({ id: buttonId, text: text(PANEL_BUTTON_MAX_BYTES) }), PANEL_BUTTONS_MAX),
});

/** [N69] A panel, or none. */
export const shownPanel = struct({ panel: optional(panel) });

/** Messages of the lane. */
export const controlMessage = variants(4, {
  /** To the sequencer: let me in. `fresh`: I have no world yet, send me one. */
  join: struct({ name: memberName, fresh: flag }),
  /** You are this member. */
  welcome: struct({ member: memberId }),
  /** `code` is the place in JOIN_REFUSALS; `sequencer` is whom to ask instead. */
  refused: struct({ code: uint(3), sequencer: optional(peerId) }),
  request: struct({ request: roomRequest }),
  chat: struct({ ...chatRoute, mark: lineMark, toTeam: flag, text: text(CHAT_TEXT_MAX_BYTES) }),
  /** One of the lines that everybody reads in their own language, or of the emotes. */
  quickChat: struct({ ...chatRoute, mark: lineMark, id: uint(5) }),
  /** From the sequencer: your state was not ours at this checkpoint; these are the parts of ours. */
  diverged: struct({
    /** The checkpoint's index modulo 256, as in INPUT. */
    index: uint(8),
    players: uint(32),
    ball: uint(32),
    discs: uint(32),
    score: uint(32),
    random: uint(32),
    room: uint(32),
    /** It happened too often: you only watch from now on. */
    benched: flag,
  }),
  /**
   * [N58] From the sequencer without an answer: is your way better than mine? `waitMs` is how long packets wait on
   * all links to others, `rttMs` their median round trip, `reached` the pages with a link that works both ways.
   */
  way: struct({
    answer: optional(
      struct({ waitMs: uint(WAY_WAIT_BITS), rttMs: uint(WAY_RTT_BITS), reached: pageNumbers }),
    ),
  }),
  /** [N63] From one that runs the room. */
  announcement: struct({
    ...chatRoute,
    text: text(ANNOUNCEMENT_TEXT_MAX_BYTES),
    color: optional(rgb),
    style: oneOf(ANNOUNCEMENT_STYLES),
    sound: oneOf(ANNOUNCEMENT_SOUNDS),
    isPrivate: flag,
  }),
  /** [N61] From the script that filters: your line is shown to nobody. */
  hidden: struct({ mark: lineMark }),
  /** [N69] From the script that is the host: show this, or none. */
  panel: struct({ ...chatRoute, panel: optional(panel) }),
  /** [N70] To the script: the panel with this hash stands here; 0: none does. */
  panelHeld: struct({ ...chatRoute, hash: uint(32) }),
  /** [N71] To the script: a person pressed this button of the panel. */
  press: struct({ ...chatRoute, button: buttonId }),
});

export type ControlPacket = Decoded<typeof controlPacket>;
export type ControlMessage = Decoded<typeof controlMessage>;
