import { MAX_MEMBERS, type MemberId } from '../sim/command.ts';
import type { RoomState } from '../sim/room-state.ts';

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
/** Candidates further behind the newest claim cannot be brought up to date by one claim. */
const BEHIND_MAX_TICKS = 60;

/** What one member says after the sequencer fell silent. */
export type Claim = {
  readonly member: MemberId;
  readonly vote: MemberId | null;
  /** First tick that is not final at that member. */
  readonly end: number;
  readonly hidden: boolean;
};

/**
 * [N10] Those whose vote counts: present members without a sequencer that is gone for good, and
 * whoever asks, present or not.
 */
export function electorateOf(
  room: RoomState,
  gone: MemberId | null,
  own: MemberId,
): readonly MemberId[] {
  return room.members
    .filter(({ id, absent }) => id === own || (!absent && id !== gone))
    .map((member) => member.id);
}

/** [N10] The first in the succession that is heard: the sequencer itself, then by member number. */
export function chooseCandidate(room: RoomState, claims: readonly Claim[]): MemberId | null {
  const able = claims.filter((claim) => isAble(claim, claims));
  const order = [...able].sort((a, b) => rank(room, a) - rank(room, b));
  return order[0]?.member ?? null;
}

/** Whoever is too far behind could not go on where the newest ends. */
export function isAble({ end }: Claim, claims: readonly Claim[]): boolean {
  return claims.every((other) => other.end - end <= BEHIND_MAX_TICKS);
}

export function countVotes(claims: readonly Claim[], candidate: MemberId): number {
  return claims.filter((claim) => claim.vote === candidate).length;
}

export function isMajority(votes: number, electorate: number): boolean {
  return votes * 2 > electorate;
}

/** Those whose page somebody looks at come first. */
function rank(room: RoomState, { member, hidden }: Claim): number {
  const place = member === room.sequencer ? -1 : member;
  return hidden ? place + MAX_MEMBERS + 1 : place;
}
