import { command } from './command-codec.ts';
import { MAX_COMMANDS_PER_CONFIRM } from './confirm-packet.ts';
import { type Decoded, list, optional, struct, uint, variants } from './codec.ts';
import { fullTerm, longTick, pageNumber, pageNumbers } from './fields.ts';
import { inputRows } from './input-rows.ts';
import { packetHeader } from './packet-header.ts';

/** Ticks of a log, as many as one packet holds; the configurations among them are `mark` commands. */
const heldRows = {
  /** First tick of `rows`. */
  fromTick: longTick,
  rows: inputRows,
  /** Commands by the index of their row, in the order of their application. */
  commands: list(struct({ row: uint(6), command }), MAX_COMMANDS_PER_CONFIRM),
};

/** Where the log of a peer stands that asks to be elected. */
const stands = {
  /** First tick that is not final at the sender. */
  commit: longTick,
  /** The term of its final configuration: a log of another lineage cannot go on there. */
  finalTerm: fullTerm,
};

/** The messages of docs/spec/consensus.md that do not ride on packets of play. */
export const electionMessage = variants(3, {
  /** A peer that hears no sequencer would be a candidate of the term after this one. */
  ask: struct({ term: fullTerm, ...stands }),
  /** The answer: I would vote for you. */
  would: struct({ term: fullTerm }),
  /** The sender is a candidate of this term; or its sequencer hands over to `heir`. */
  elect: struct({ term: fullTerm, ...stands, heir: optional(pageNumber) }),
  /** The vote, with what the voter holds from the candidate's `commit` on; in several packets if need be. */
  vote: struct({
    term: fullTerm,
    /** First tick that the voter tells, and the first that it does not hold. */
    voteFrom: longTick,
    voteEnd: longTick,
    /** The term of the last tick that it holds. */
    lastTerm: fullTerm,
    ...heldRows,
  }),
  /** The sequencer's vote for its heir in `term`, and the last that it ordered in the term before. */
  handover: struct({
    term: fullTerm,
    lastTerm: fullTerm,
    commit: longTick,
    life: uint(8),
    ...heldRows,
  }),
  /** The answer to anything of an older term. */
  stale: struct({ term: fullTerm }),
  /** The pages with these numbers are over. */
  ended: struct({ pages: pageNumbers }),
  /** In this term I voted for this page, or follow it; without a page it asks for such a word. */
  vouch: struct({ term: fullTerm, page: optional(pageNumber) }),
});

/**
 * What an election says, from peer to peer. Each is sent a few times, since nothing of it counts twice.
 */
export const electionPacket = struct({ ...packetHeader, said: electionMessage });

export type ElectionPacket = Decoded<typeof electionPacket>;
export type ElectionMessage = Decoded<typeof electionMessage>;
