import { uint } from './codec.ts';

const SEQ_BITS = 12;

/** Sequence numbers count packets of one link in one direction and wrap here. */
export const SEQ_MODULO = 2 ** SEQ_BITS;
/** `holdMs` of a packet whose `ack` was held longer, or that acknowledges nothing. */
export const HOLD_UNKNOWN_MS = 255;
const TERM_BITS = 8;
export const TERM_MODULO = 2 ** TERM_BITS;

/** [W2] What every packet but the greeting begins with, behind its type: 48 bits. */
export const packetHeader = {
  /** Low bits of the sender's term: what rides on packets of play counts in one term alone. */
  term: uint(TERM_BITS),
  /** Hash of the room: a packet of another room is dropped. */
  room: uint(8),
  seq: uint(SEQ_BITS),
  /** Newest `seq` heard from the other side. */
  ack: uint(SEQ_BITS),
  /** Milliseconds between hearing `ack` and sending this: the round trip without the waiting. */
  holdMs: uint(8),
};

export type PacketHeader = {
  readonly term: number;
  readonly room: number;
  readonly seq: number;
  readonly ack: number;
  readonly holdMs: number;
};
