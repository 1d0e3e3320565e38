import { finalMark } from './log.ts';
import { type Members, NO_MEMBERS, only } from './members.ts';
import type { Decision, PeerMessage, WitnessRequest } from './messages.ts';
import { FOLLOWER, type PeerState } from './peer-state.ts';
import { NEEDS_WORLD } from './progress.ts';
import type { Rules } from './rules.ts';
import { adoptTerm, isSameLineage } from './term-state.ts';

/** One step of one peer: what it knows, and where its decisions go. */
export type Turn = {
  readonly self: PeerState;
  readonly rules: Rules;
  readonly out: Decision[];
  nowMs: number;
};

/** Tells something to peers. */
export function send({ out }: Turn, to: Members, message: PeerMessage): void {
  if (to !== NO_MEMBERS) out.push({ type: 'send', to, message });
}

/** Asks the witness, where one is connected. */
export function askWitness({ self, out }: Turn, request: WitnessRequest): void {
  if (self.life !== 0) out.push({ type: 'ask-witness', request });
}

/** [C1] A newer term was heard of: whatever role there was ends with the old one. */
export function enterTerm({ self, nowMs }: Turn, term: number): void {
  if (self.role.state === 'sequencer') self.waitsMs = nowMs;
  adoptTerm(self.terms, term);
  self.role = FOLLOWER;
  self.agreed = agreedIn(self, term);
  self.toldLife = 0;
}

/** What is final in a lineage is held by each later sequencer of it. */
function agreedIn({ log }: PeerState, term: number): number {
  const isKnown = log.marks.length > 0 && isSameLineage(finalMark(log).term, term);
  return isKnown ? log.commit : NEEDS_WORLD;
}

/** Everybody but this peer whom some configuration names that may count. */
export function othersOf({ page, log, ended }: PeerState): Members {
  let members = NO_MEMBERS;
  for (const mark of log.marks) members |= mark.members;
  return members & ~only(page) & ~ended;
}
