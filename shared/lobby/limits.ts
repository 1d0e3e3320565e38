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

/** Relayed frames have 16 bits for it. */
export const LINK_GENERATION_MAX = 0xffff;

/** A relayed datagram of 1100 bytes (shared/netplay/link/link.ts) and what pages add to it. */
export const RELAY_FRAME_BYTES_MAX = 1104;
/** Frames and bytes of them that travel together over long polling: as text they fit one message. */
export const RELAY_BATCH_FRAMES_MAX = 128;
export const RELAY_BATCH_BYTES_MAX = 8 * 1024;

export const ICE_SERVERS_MAX = 8;
export const ICE_URLS_MAX = 8;
export const ICE_TEXT_CHARS_MAX = 256;
