import { beginTerm } from './leadership.ts';
import { commitUpTo } from './log.ts';
import { only } from './members.ts';
import type { PeerState } from './peer-state.ts';
import { castVote, uncleanTerm } from './term-state.ts';
import { ASK_UNCLEAN_MS, UNCLEAN_ALONE_MS, UNCLEAN_MS } from './timing.ts';
import { type Turn, askWitness, enterTerm } from './turn.ts';

/**
 * [C15] Patience ends: where no quorum can be had, people would stand still for ever. With a witness
 * it decides, since it knows whether a sequencer is at work; without one this peer goes on alone.
 */
export function watchPatience(turn: Turn): void {
  const { self, nowMs } = turn;
  if (self.role.state === 'sequencer' || self.log.marks.length === 0) return;
  if (self.life === 0 && hasWaited(turn, UNCLEAN_ALONE_MS)) goOnUnclean(turn, ownTerm(self));
  else if (
    self.life !== 0 &&
    hasWaited(turn, UNCLEAN_MS) &&
    nowMs - self.beggedMs >= ASK_UNCLEAN_MS
  ) {
    self.beggedMs = nowMs;
    askWitness(turn, { type: 'unclean', from: self.page, term: ownTerm(self) });
  }
}

/**
 * Whether there was no sequencer for so long. Where a quorum is met only now, an election is tried first: as
 * long again, but no longer, or people on a way that comes and goes would stand still for ever.
 */
function hasWaited({ self, nowMs }: Turn, patienceMs: number): boolean {
  const { heardMs, wokeMs, metMs } = self;
  const aloneMs = nowMs - Math.max(heardMs, wokeMs);
  return aloneMs >= patienceMs && (nowMs - metMs >= patienceMs || aloneMs >= 2 * patienceMs);
}

function ownTerm({ terms, page }: PeerState): number {
  return uncleanTerm(terms.term, page);
}

/** [C15] The witness hears no sequencer; nor may anybody have been heard here since it was asked. */
export function takeUncleanGrant(turn: Turn, term: number): void {
  const isWaiting = turn.self.role.state !== 'sequencer' && hasWaited(turn, UNCLEAN_MS);
  if (isWaiting && term > turn.self.terms.term) goOnUnclean(turn, term);
}

/** [C15] Begins a lineage of its own: what is held here is final, whatever others hold. */
function goOnUnclean(turn: Turn, term: number): void {
  const { self, out } = turn;
  enterTerm(turn, term);
  castVote(self.terms, self.page);
  commitUpTo(self.log, self.log.end);
  beginTerm(turn, only(self.page));
  // No quorum is asked for: the configurations before this one are given up.
  commitUpTo(self.log, self.log.end);
  out.push({ type: 'unclean', term });
}
