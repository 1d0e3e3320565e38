import { command } from './command-codec.ts';
import { type Decoded, flag, history, int, list, optional, struct, uint } from './codec.ts';
import { fullTerm, inputBits, seat, shortTick } from './fields.ts';
import { inputRows } from './input-rows.ts';
import { packetHeader } from './packet-header.ts';

export const MAX_COMMANDS_PER_CONFIRM = 8;
/** The longest deadline, and behind it what a bot of the slowest level has thought of ([N52]). */
export const MAX_TAIL_INPUTS = 64;
/** Parts of a tick that `nowPhase` counts: about a millisecond. */
export const PHASES_PER_TICK = 16;
/** Parts of a tick that `slack` counts. */
export const SLACK_PER_TICK = 4;
export const SLACK_LIMIT = 127;
/** As many as `PENDING_TICKS_MAX` of the timeline. */
export const PENDING_BITS = 11;

/**
 * What the sequencer ordered, to each peer, from the first tick that the peer has not
 * acknowledged: a lost CONFIRM is repeated by the next.
 */
export const confirmPacket = struct({
  ...packetHeader,
  /** First tick of `rows`. */
  fromTick: shortTick,
  rows: inputRows,
  /** Commands by the index of their row, in the order of their application. */
  commands: list(struct({ row: uint(6), command }), MAX_COMMANDS_PER_CONFIRM),
  /** How many of the ticks up to the last row are ordered but not final. */
  pending: uint(PENDING_BITS),
  /** The sequencer's clock when it sent this: ticks after `fromTick`, and the part of a tick. */
  nowAhead: uint(10),
  nowPhase: uint(4),
  /** How early your newest input came, in quarter ticks; negative is late. */
  slack: int(8),
  /** The sequencer's page is hidden: it may be silent for a second at a time. */
  hidden: flag,
  /** Ticks that the sequencer waits for inputs before it goes on without. */
  deadline: uint(5),
  /**
   * The term in full, and the life of the witness that the sequencer knows of: until the peer shows that
   * it heard of them, and now and then.
   */
  told: optional(struct({ term: fullTerm, life: uint(8) })),
  /** Inputs that came in but are not ordered yet, from the tick behind the last row on. */
  tails: list(struct({ seat, inputs: history(inputBits, MAX_TAIL_INPUTS) }), 8),
});

export type ConfirmPacket = Decoded<typeof confirmPacket>;
