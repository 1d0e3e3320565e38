import { considerVotes, isSameTail, startElection } from './candidate.ts';
import { newestMark, tailFrom } from './log.ts';
import { type Slot, includes, only } from './members.ts';
import type { Handover } from './messages.ts';
import type { Sequencer } from './peer-state.ts';
import { matchOf } from './progress.ts';
import { castVote, nextTerm } from './term-state.ts';
import { type Turn, enterTerm, send } from './turn.ts';

/** [C12] The term shall go to this member: nothing is ordered from now on. */
export function startTransfer(turn: Turn, role: Sequencer, to: Slot): void {
  const { self, nowMs } = turn;
  if (to === self.slot || !includes(newestMark(self.log).members, to)) return;
  role.transferTo = to;
  role.transferMs = nowMs;
  considerTransfer(turn, role);
}

/**
 * [C12] Once the heir holds all that was ordered, the sequencer votes for it in the next term and
 * tells it to stand at once. With that vote it is a sequencer no more.
 */
export function considerTransfer(turn: Turn, role: Sequencer): void {
  const { self } = turn;
  const { log, terms } = self;
  const to = role.transferTo;
  if (to < 0 || matchOf(role.progress[to]) !== log.end) return;
  const term = nextTerm(terms.term);
  enterTerm(turn, term);
  castVote(terms, to);
  send(turn, only(to), { type: 'handover', term, tail: tailFrom(log, log.end) });
}

/** [C12] An ordinary election, in which the old sequencer's vote counts already. */
export function takeHandover(turn: Turn, from: Slot, { tail }: Handover): void {
  const { self, rules } = turn;
  const { log, terms } = self;
  if (self.role.state !== 'follower' || !rules.isVoteFree(terms.votedFor, self.slot)) return;
  if (log.marks.length === 0 || !isSameTail(log, tail)) return;
  const role = startElection(turn, true);
  role.votes |= only(from);
  if (turn.self.role === role) considerVotes(turn, role);
}
