import { considerVotes, startElection } from './candidate.ts';
import { takeAppend } from './follow.ts';
import { makeAppend } from './leadership.ts';
import { finalMark, newestMark, termAt } from './log.ts';
import { type PageNumber, includes, only } from './members.ts';
import type { Append, Handover } from './messages.ts';
import type { PeerState, SequencerState } from './peer-state.ts';
import { castVote, nextTerm, termBehind } from './term-state.ts';
import { FRESH_MS, leaseFor } from './timing.ts';
import { type Turn, enterTerm, othersOf, send } from './turn.ts';

/** One packet has place for so many. */
const HANDOVER_TICKS_MAX = 64;

/** [C12] The term shall go to this member: nothing is ordered from now on. */
export function startTransfer(turn: Turn, role: SequencerState, to: PageNumber): void {
  const { self, nowMs } = turn;
  if (to === self.page || !includes(newestMark(self.log).members, to)) return;
  role.transferTo = to;
  role.transferMs = nowMs;
  considerTransfer(turn, role);
}

/**
 * [C12] Once the heir was heard just now and one message holds all that it lacks, the sequencer votes
 * for it in the next term and tells it to stand at once. With that vote it is a sequencer no more.
 */
export function considerTransfer(turn: Turn, role: SequencerState): void {
  const { self } = turn;
  const to = role.transferTo;
  const append = to < 0 ? null : lastAppendTo(turn, role, to);
  if (!append) return;
  const term = nextTerm(self.terms.term);
  enterTerm(turn, term);
  castVote(self.terms, to);
  send(turn, only(to), { type: 'handover', term, append });
  // The votes are with the heir by the time that it could have asked for them.
  const { commit } = append;
  const finalTerm = finalMark(self.log).term;
  send(turn, othersOf(self) & ~only(to), { type: 'elect', term, commit, finalTerm, heir: to });
}

/** [C20] An ordinary election, which all who hear this sequencer vote in: it gets a member back. */
export function renewTerm(turn: Turn, above: number): void {
  enterTerm(turn, termBehind(turn.self.terms.term, above));
  startElection(turn, true);
}

/** All that an heir lacks which was heard just now; null where that is not so. */
function lastAppendTo(
  { self, nowMs }: Turn,
  { progress }: SequencerState,
  to: PageNumber,
): Append | null {
  const heir = progress[to];
  if (
    heir?.state !== 'replicate' ||
    nowMs - heir.heardMs >= Math.max(FRESH_MS, leaseFor(self.gapMs) / 3)
  )
    return null;
  const append = makeAppend(self, to, HANDOVER_TICKS_MAX);
  return append?.type === 'append' && append.end === self.log.end ? append : null;
}

/** [C12] What the old sequencer told last still counts in its own term. */
export function takeLastAppend(turn: Turn, from: PageNumber, { append }: Handover): void {
  if (append.term === turn.self.terms.term) takeAppend(turn, from, append);
}

/** [C12] An ordinary election, in which the old sequencer's vote counts already. */
export function takeHandover(turn: Turn, from: PageNumber, { append }: Handover): void {
  const { self, rules } = turn;
  if (self.role.state !== 'follower' || !rules.isVoteFree(self.terms.votedFor, self.page)) return;
  if (!holdsAll(self, append)) return;
  const role = startElection(turn, true);
  role.votes |= only(from);
  if (turn.self.role === role) considerVotes(turn, role);
}

/** Whether the own log is the one that was handed over, so that its sequencer's vote brings no more. */
function holdsAll({ log }: PeerState, { term, end }: Append): boolean {
  return log.marks.length > 0 && log.end === end && termAt(log, end - 1) === term;
}
