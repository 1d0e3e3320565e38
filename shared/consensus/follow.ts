import { addedSince, finalMark, commitUpTo, replaceTail, termAt } from './log.ts';
import { NOBODY, type PageNumber, includes } from './members.ts';
import type { Ack, Append, WorldMessage } from './messages.ts';
import { reopen } from './over.ts';
import { FOLLOWER, type PeerState } from './peer-state.ts';
import { NEEDS_WORLD } from './progress.ts';
import { followSequencer, isSameLineage } from './term-state.ts';
import type { Turn } from './turn.ts';

/** [C9] How far this peer holds what the sequencer of its term ordered. */
export function makeAck({ terms, agreed, toldLife }: PeerState): Ack {
  return { type: 'ack', term: terms.term, end: agreed, life: toldLife };
}

/** [C9] Takes in what the sequencer holds, from where both are known to agree. */
export function takeAppend(turn: Turn, from: PageNumber, append: Append): void {
  const { self } = turn;
  if (!isSequencer(turn, from)) return;
  if (append.toldEnd > self.agreed) noteLife(turn, from);
  self.toldLife = append.life;
  const { log } = self;
  if (self.agreed === NEEDS_WORLD || append.from > self.agreed || append.end < append.from) return;
  if (append.end > self.agreed) mergeAppend(turn, from, append);
  const end = Math.min(append.commit, self.agreed);
  if (end > log.commit) commitUpTo(log, end);
}

function mergeAppend({ self, rules, out }: Turn, from: PageNumber, append: Append): void {
  const { log } = self;
  const { end } = append;
  const toldTerm = append.marks.at(-1)?.term ?? termAt(log, self.agreed - 1);
  const isHeld = log.end >= end && rules.keepsSuffix(termAt(log, end - 1), toldTerm);
  if (!isHeld) {
    replaceTail(log, self.agreed, append);
    // [C16] A number that comes into a configuration belongs to a page that is not over.
    reopen(self, addedSince(log, self.agreed));
    out.push({ type: 'take-rows', of: from, from: self.agreed, end });
  }
  self.agreed = rules.agreedAfter(end, log.end);
}

/** [C11] A world of final ticks takes the place of what is held, but for what goes on behind it. */
export function takeWorld(turn: Turn, from: PageNumber, { end, mark, term }: WorldMessage): void {
  if (!isSequencer(turn, from)) return;
  noteLife(turn, from);
  const { self, out } = turn;
  const { log } = self;
  const isKnown = log.marks.length > 0 && isSameLineage(finalMark(log).term, term);
  if (isKnown && end <= log.commit) return;
  if (!isKnown && self.agreed >= end) return;
  if (log.marks.length > 0 && !isKnown) out.push({ type: 'retracted' });
  const keeps = isKnown && log.end >= end && termAt(log, end - 1) === mark.term;
  const behind = keeps ? log.marks.filter(({ at }) => at >= end) : [];
  log.marks = [mark, ...behind];
  if (!keeps) log.end = end;
  log.commit = end;
  log.base = end;
  reopen(self, mark.members);
  self.agreed = Math.max(self.agreed, end);
}

/** True when it is the sequencer of this term; a term has one. */
function isSequencer({ self, out }: Turn, from: PageNumber): boolean {
  const { terms } = self;
  const isOther = terms.sequencer !== NOBODY && terms.sequencer !== from;
  if (isOther || self.role.state === 'sequencer') {
    out.push({ type: 'rival', page: from, term: terms.term });
    return false;
  }
  followSequencer(terms, from);
  return true;
}

/**
 * [C6] A sequencer lives as long as it orders: one that only repeats itself has no quorum that hears
 * it, or does not want to. Nor does what was overtaken by the word that its page is over count.
 */
function noteLife({ self, nowMs }: Turn, from: PageNumber): void {
  if (includes(self.ended, from)) return;
  if (self.role.state !== 'follower') self.role = FOLLOWER;
  self.heardMs = nowMs;
  self.waitsMs = nowMs;
}
