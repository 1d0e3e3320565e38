import { type Decoded, flag, struct, uint } from './codec.ts';

/** First four bits of a greeting, where every other packet has its type. */
export const HELLO_TYPE = 15;

export const HELLO_MAGIC = 0x5042;

/**
 * The greeting, before anything else on a link.
 *
 * [W3] These bytes never change, whatever the versions do: both sides can always read who has to
 * reload. New fields go behind the last one; more bytes than known are ignored.
 */
export const helloPacket = struct({
  type: uint(4),
  /** The sender has read the other's greeting. */
  heard: flag,
  /** The sender does not know yet whether its own was read: answer this. */
  wantsAnswer: flag,
  spare: uint(2),
  magic: uint(16),
  sim: uint(16),
  wire: uint(16),
});

export type HelloPacket = Decoded<typeof helloPacket>;
