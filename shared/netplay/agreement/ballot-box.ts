import { assert } from '../../base/assert.ts';
import type { PageNumber } from '../../consensus/members.ts';
import type { PeerMessage } from '../../consensus/messages.ts';
import type { ElectionMessage } from '../../wire/election-packet.ts';
import { PENDING_TICKS_MAX } from '../../rollback/timeline.ts';
import { type HeldRows, endOf, joinRows, marksIn } from './held-rows.ts';

export type VotePart = ElectionMessage & { readonly type: 'vote' };
type Vote = { readonly term: number; readonly end: number; held: HeldRows };

/**
 * The votes that came in, each with the ticks that its voter holds. A vote with more ticks than one
 * packet takes comes in several, and counts when all are there.
 */
export class BallotBox {
  readonly #votes = new Map<PageNumber, Vote>();

  /** The vote, once it is whole; null while parts of it are missing. */
  take(from: PageNumber, part: VotePart): PeerMessage | null {
    const { term, voteFrom, voteEnd, lastTerm, fromTick, rows, commands } = part;
    const added: HeldRows = { from: fromTick, rows: rows.slice(), commands };
    if (voteEnd - voteFrom > PENDING_TICKS_MAX) return null;
    const known = this.#votes.get(from);
    const isSame = known?.term === term && known.end === voteEnd && known.held.from === voteFrom;
    if (!isSame) {
      if (fromTick !== voteFrom) return null;
      this.#votes.set(from, { term, end: voteEnd, held: added });
    } else if (fromTick === endOf(known.held)) known.held = joinRows(known.held, added);
    const vote = this.#votes.get(from)!;
    if (endOf(vote.held) !== Math.max(voteEnd, voteFrom)) return null;
    const marks = marksIn(vote.held);
    return { type: 'vote', term, tail: { from: voteFrom, end: voteEnd, term: lastTerm, marks } };
  }

  /** The ticks of a vote that counted. */
  rowsOf(voter: PageNumber): HeldRows {
    const vote = this.#votes.get(voter);
    assert(vote !== undefined, `page ${voter} has voted`);
    return vote.held;
  }
}
