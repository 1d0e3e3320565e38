import { command } from './command-codec.ts';
import { MAX_COMMANDS_PER_CONFIRM, PENDING_BITS } from './confirm-packet.ts';
import { type Decoded, flag, history, list, optional, struct, uint } from './codec.ts';
import { inputBits, longTerm, memberId, shortTick } from './fields.ts';
import { MAX_INPUTS_PER_PACKET } from './input-packet.ts';
import { inputRows } from './input-rows.ts';
import { packetHeader } from './packet-header.ts';

/**
 * After the sequencer fell silent: what the sender holds, and whom it wants to follow.
 * Sent to everybody until somebody reigns.
 */
export const claimPacket = struct({
  ...packetHeader,
  /** The reign that is to begin. */
  reign: longTerm,
  /** The sender's choice; none yet while it listens. It does not change within a reign. */
  vote: optional(memberId),
  /** As in INPUT: others come before it. */
  hidden: flag,
  /** The reign that ordered the last of `rows`. */
  tailTerm: longTerm,
  /** First tick of `rows`; the first tick that is not ordered at the sender is behind the last row. */
  fromTick: shortTick,
  rows: inputRows,
  commands: list(struct({ row: uint(6), command }), MAX_COMMANDS_PER_CONFIRM),
  /** How many of the ticks up to the last row are ordered but not final at the sender. */
  pending: uint(PENDING_BITS),
  /** The sender's own inputs, newest first, as in INPUT. */
  newestTick: shortTick,
  inputs: history(inputBits, MAX_INPUTS_PER_PACKET),
});

export type ClaimPacket = Decoded<typeof claimPacket>;
