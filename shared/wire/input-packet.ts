import { type Decoded, flag, history, optional, struct, uint } from './codec.ts';
import { inputBits, shortTick } from './fields.ts';
import { packetHeader } from './packet-header.ts';

/** Half a second at 60 Hz: what is older was ordered without us. */
export const MAX_INPUTS_PER_PACKET = 32;

/** Final ticks between two hashes of the state. */
export const HASH_EVERY_TICKS = 60;

const AHEAD_BITS = 10;
/** `ahead` of a sender that lacks so much that it acknowledges nothing. */
export const AHEAD_TOO_FAR = 2 ** AHEAD_BITS - 1;

/**
 * A member's recent inputs, newest first; to the sequencer and, as a hint, to everybody else.
 *
 * [W4] Each packet repeats the inputs that are not ordered yet, so a lost packet costs latency but
 * never an input, and the channel needs no retransmission.
 */
export const inputPacket = struct({
  ...packetHeader,
  /** Tick of the first entry in `inputs`; the rest go back one by one. */
  newestTick: shortTick,
  /**
   * `newestTick` minus the first tick that the sender does not hold as the sequencer of this term
   * ordered it. Acknowledges CONFIRMs.
   */
  ahead: uint(AHEAD_BITS),
  inputs: history(inputBits, MAX_INPUTS_PER_PACKET),
  /** The sender's page is hidden, so it had better not be the sequencer. */
  hidden: flag,
  /**
   * Now and then: hash of the sender's final state at tick `index * HASH_EVERY_TICKS`, index modulo 256;
   * and the life of the witness that the sequencer told last.
   */
  hash: optional(struct({ index: uint(8), value: uint(32), life: uint(8) })),
});

export type InputPacket = Decoded<typeof inputPacket>;
