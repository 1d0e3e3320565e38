import { MEMBER_NUMBERS } from '../../base/room-limits.ts';
import type { MemberId } from '../../room/command.ts';
import type { RoomState } from '../../room/room-state.ts';

/**
 * How long everybody listens before voting without those who are silent: long enough for a claim to
 * come from whoever noticed the silence a little later, or votes would be split.
 */
export function voteAfterMs(worstRttMs: number): number {
  return 150 + 1.5 * worstRttMs;
}

/** How long a majority waits for the rest. */
export const MAJORITY_AFTER_MS = 300;
/** A reign that nobody began in this time is given up for the next. */
export const ELECTION_TIMEOUT_MS = 1_200;

/** What one member says after the sequencer fell silent. */
export type Claim = {
  readonly member: MemberId;
  readonly vote: MemberId | null;
  readonly hidden: boolean;
  /** The reign that ordered the last tick that is ordered at that member. */
  readonly tailTerm: number;
  /** First tick that its claim tells, first that is not final there, first that is not ordered there. */
  readonly from: number;
  readonly finalEnd: number;
  readonly end: number;
};

/**
 * [N11] The claim whose timeline goes on: of the newest reign the longest. Whatever a majority holds
 * is in it, as in the election of Raft (Ongaro and Ousterhout 2014, section 5.4.1).
 */
export function newestOf<Known extends Claim>(claims: readonly Known[]): Known | undefined {
  let newest: Known | undefined;
  for (const claim of claims) if (!newest || isNewer(claim, newest)) newest = claim;
  return newest;
}

function isNewer(a: Claim, b: Claim): boolean {
  return a.tailTerm === b.tailTerm ? a.end > b.end : a.tailTerm > b.tailTerm;
}

/** [N10] The first in the succession that is heard: the sequencer itself, then by member number. */
export function chooseCandidate(room: RoomState, claims: readonly Claim[]): MemberId | null {
  const able = claims.filter((claim) => isAble(claim, claims));
  const order = [...able].sort((a, b) => rank(room, a) - rank(room, b));
  return order[0]?.member ?? null;
}

/** Whoever is too far behind could not go on where the newest ends. */
export function isAble(claim: Claim, claims: readonly Claim[]): boolean {
  const newest = newestOf(claims);
  if (!newest || newest === claim) return true;
  // Two timelines of one reign are the same as far as both go; else only what is final is.
  const isSameTail = claim.tailTerm === newest.tailTerm;
  return newest.from <= (isSameTail ? claim.end : claim.finalEnd);
}

/** True for more than half of the electorate. */
export function isMajority(votes: number, electorate: number): boolean {
  return votes * 2 > electorate;
}

/** Those whose page somebody looks at come first. */
function rank(room: RoomState, { member, hidden }: Claim): number {
  const place = member === room.sequencer ? -1 : member;
  return hidden ? place + MEMBER_NUMBERS + 1 : place;
}
