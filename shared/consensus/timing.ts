import { assert } from '../base/assert.ts';

/** A follower that hears no sequencer for so long asks for an election: a stall of 0.7 s is usual. */
export const SILENT_MS = 800;
/** Between the questions of two neighbours in the succession: less than a packet, since they give way. */
export const STAGGER_MS = 30;
/** ms: a peer gives an earlier one in line, or one that asked before, so long to be elected. */
export const GIVE_WAY_MS = 300;
/** A hidden page waits so much longer: any that somebody looks at goes before it. */
export const HIDDEN_MS = 1_500;
/** A question that found no quorum is asked again: packets are lost. */
export const ASK_AGAIN_MS = 200;
/** An election that ended nowhere is given up: longer than the slowest round trip and the lobby. */
export const ELECTION_MS = 1_200;

/** [C17] ms: a peer that is slow as a habit is waited for longer, but never for more than so long. */
export const SLOW_MAX_MS = 1_700;
/** More than a lease, so that the sequencer stops before it is missed. */
export const SLOW_SPARE_MS = 100;
/** ms: a peer heard within this time counts for the lease, and is not asked to stand aside. */
export const LEASE_MS = 450;
/** A member that was silent or behind for so long leaves the in-sync set: final ticks wait for it. */
export const SHRINK_AFTER_MS = 1_000;
/** In ticks: a member that lacks more than a second is behind. */
export const BEHIND_TICKS = 60;
/** In ticks: a peer that lacks no more becomes a member. One far away never holds all that is final. */
export const JOIN_TICKS = 30;
/** A page that was taken out keeps up for so long before it counts again: one that runs once a second would come and go each time. */
export const REJOIN_MS = 3_000;
/** A sequencer without a quorum for so long steps down: the others have elected by then. */
export const STEP_DOWN_MS = 3_000;

/** An heir that was heard so lately is there: a usual gap between two packets, and a lost one. */
export const FRESH_MS = 150;
/** A transfer that the heir cannot take by then is given up. Nothing is ordered meanwhile. */
export const TRANSFER_MS = 500;

/** The sequencer tells the witness so often that it is here. */
export const RENEW_MS = 1_000;
/** A sequencer that the witness heard within this time is not voted out, unless its page is silent. */
export const WITNESS_LEASE_MS = 2_500;

/** [C18] ms: a page that claims a term for so long is judged by those who are heard alone. */
export const CLAIM_MS = 300;
/** [C18] ms without a sequencer, behind which any claim of a member's is believed: it is patience that ends. */
export const BELIEVES_ALL_MS = 5_000;
/** [C19] ms between two terms that one page begins; twice as long each time. */
export const RAISE_AGAIN_MS = 1_200;
/** [C19] ms: a page that was quiet for so long begins anew. */
export const RAISE_FORGOTTEN_MS = 30_000;
/** [C20] ms that a member is in a later term: more than a lease. */
export const STRAYED_MS = 600;
/** [C20] ms between two elections by which a sequencer gets a member back; twice as long each time. */
export const RENEW_AGAIN_MS = 3_000;

/** A witness that took nothing for so long is none to its sequencer: it lost its memory, or its socket is dead. */
export const WITNESS_SILENT_MS = 3_000;

/** Behind these a room would stand still for ever: an unclean election, with and without a witness. */
export const UNCLEAN_MS = 9_000;
export const UNCLEAN_ALONE_MS = 15_000;
/** The witness is asked for that so often: the lobby takes no more from one page. */
export const ASK_UNCLEAN_MS = 500;

/** [C17] ms: a peer that was heard within this time is there, on a way where it is silent for `gapMs`. */
export function leaseFor(gapMs: number): number {
  return Math.max(LEASE_MS, Math.min(2 * gapMs, SLOW_MAX_MS));
}

/** [C17] ms: a sequencer that is silent for longer is missed. */
export function silenceFor(gapMs: number): number {
  return Math.max(SILENT_MS, Math.min(2 * gapMs, SLOW_MAX_MS) + SLOW_SPARE_MS);
}

/** The order that the numbers rely on, checked when the module is loaded. */
export function checkTiming(): void {
  assert(STAGGER_MS < ASK_AGAIN_MS, 'one neighbour is heard before the other asks again');
  assert(STAGGER_MS < GIVE_WAY_MS, 'whoever gives way does so to its neighbour');
  assert(LEASE_MS < SILENT_MS, 'a lease ends before an election may begin');
  assert(SILENT_MS + STAGGER_MS < SILENT_MS + HIDDEN_MS, 'hidden pages come last');
  assert(JOIN_TICKS < BEHIND_TICKS, 'whoever comes in does not fall out at once');
  assert(FRESH_MS < TRANSFER_MS, 'an heir that is there is heard before the transfer is given up');
  assert(TRANSFER_MS < SILENT_MS, 'a transfer fails before somebody asks for an election');
  assert(ELECTION_MS > 2 * ASK_AGAIN_MS, 'a lost question does not cost the election');
  assert(SHRINK_AFTER_MS < REJOIN_MS, 'a page that is taken out again and again stays out');
  assert(SHRINK_AFTER_MS < STEP_DOWN_MS, 'going on without somebody is tried before stepping down');
  assert(2 * RENEW_MS < WITNESS_LEASE_MS, 'a lost renewal costs no lease');
  assert(WITNESS_LEASE_MS < WITNESS_SILENT_MS, 'an heir is refused until the old lease is over');
  assert(STEP_DOWN_MS + SILENT_MS + HIDDEN_MS < UNCLEAN_MS, 'an election is tried before');
  assert(STRAYED_MS > LEASE_MS, 'a sequencer that was deposed knows it before it stands anew');
  assert(CLAIM_MS < SILENT_MS, 'a true claim is believed before the next election');
  assert(BELIEVES_ALL_MS < UNCLEAN_MS, 'another is followed before a peer goes on alone');
  assert(UNCLEAN_MS < UNCLEAN_ALONE_MS, 'who hears nobody at all waits longest');
}

checkTiming();
