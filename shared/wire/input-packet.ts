import { type Decoded, flag, history, optional, struct, uint } from './codec.ts';
import { inputBits, shortTick } from './fields.ts';
import { packetHeader } from './packet-header.ts';

/** Half a second at 60 Hz: what is older was made final without us. */
export const MAX_INPUTS_PER_PACKET = 32;

/** Final ticks between two hashes of the state. */
export const HASH_EVERY_TICKS = 60;

export const BEHIND_MAX = 255;

/**
 * A member's recent inputs, newest first; to the sequencer and, as a hint, to everybody else.
 *
 * [W4] Each packet repeats the inputs that are not final yet, so a lost packet costs latency but
 * never an input, and the channel needs no retransmission.
 */
export const inputPacket = struct({
  ...packetHeader,
  /** Tick of the first entry in `inputs`; the rest go back one by one. */
  newestTick: shortTick,
  /** `newestTick` minus the first tick that is not final at the sender. Acknowledges CONFIRMs. */
  behind: uint(8),
  inputs: history(inputBits, MAX_INPUTS_PER_PACKET),
  /** Nobody looks at the sender's page, so it had better not be the sequencer. */
  hidden: flag,
  /** Hash of the sender's final state at tick `index * HASH_EVERY_TICKS`, index modulo 256. */
  hash: optional(struct({ index: uint(8), value: uint(32) })),
});

export type InputPacket = Decoded<typeof inputPacket>;
