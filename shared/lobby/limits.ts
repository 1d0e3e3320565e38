/** Sizes both sides agree on. How often something may be done is the server's own affair. */

/** Terms of the consensus; 27 bits of it count elections. */
export const WITNESS_TERM_MAX = 0xffff_ffff;

/** The witness' life has eight bits between peers. */
export const WITNESS_LIFE_MAX = 0xff;

/** One Socket.IO message, whatever is in it. */
export const MESSAGE_BYTES_MAX = 16_384;

/** A description of a data channel alone is under 1 KB; candidates travel by themselves. */
export const SDP_CHARS_MAX = 4096;
export const CANDIDATE_CHARS_MAX = 512;
export const CANDIDATES_OF_SIGNAL_MAX = 16;
/** Of the medium that a candidate is for. */
export const M_LINE_INDEX_MAX = 7;
export const MID_CHARS_MAX = 32;

/** Relayed frames have 16 bits for it. */
export const LINK_GENERATION_MAX = 0xffff;

/** A relayed datagram of 1100 bytes (shared/netplay/link/link.ts) and what pages add to it. */
export const RELAY_FRAME_BYTES_MAX = 1104;
/** Frames and bytes of them that travel together over long polling: as text they fit one message. */
export const RELAY_BATCH_FRAMES_MAX = 128;
export const RELAY_BATCH_BYTES_MAX = 8 * 1024;

/** [L129] A sealed room of sixteen with all that was sent away from it is two thirds of that. */
export const TICKET_CHARS_MAX = 12_000;

/** A signed guest id. */
export const GUEST_CHARS_MAX = 128;

export const ICE_SERVERS_MAX = 8;
export const ICE_URLS_MAX = 8;
export const ICE_TEXT_CHARS_MAX = 256;

/** What a public room is called, as people count and as bytes travel. */
export const ROOM_TITLE_GRAPHEMES_MAX = 32;
export const ROOM_TITLE_BYTES_MAX = 96;
export const PASSWORD_CHARS_MAX = 64;

/** Of a room's card. A match of the room's rules has less of each. */
export const CARD_GOALS_MAX = 99;
export const CARD_MINUTES_MAX = 99;
export const CARD_CLOCK_S_MAX = 5999;
export const MAP_NAME_GRAPHEMES_MAX = 32;

/** [L97] A host renews its card this often; one that was not renewed for as long is no more listed. */
export const CARD_RENEW_MS = 8000;
export const CARD_KEPT_MS = 18_000;

/** Rooms that a page of the list has, and that one delta tells of. */
export const LIST_PAGE_CARDS = 50;
export const LIST_DELTA_CARDS_MAX = 50;
export const LIST_DELTA_GONE_MAX = 200;

/** [L9] Guests that a room keeps out: four rooms full of people. An attacker that makes up more could make up more still. */
export const REMOVED_MAX = 64;

/** [L94] A host has this long to let in who knocks, of whom this many may wait. */
export const KNOCK_MS = 30_000;
export const KNOCKS_MAX = 8;
/** What a page may say of itself to the queue; 1000 is the middle of the rating. */
export const QUICK_SKILL_MAX = 4000;
export const QUICK_RTT_MS_MAX = 5000;
/** [L134] Rooms to which a page measures the way before it has a place. */
export const QUICK_NEAR_MAX = 8;
