import { type Log, type Mark, type Tail, appendMark, commitUpTo, emptyLog } from './log.ts';
import { type Members, NOBODY, NO_MEMBERS, type PageNumber, only } from './members.ts';
import { NEEDS_WORLD, type Progress } from './progress.ts';
import { FIRST_TERM, NO_TERM, type TermState } from './term-state.ts';
import { UNCLEAN_MS } from './timing.ts';

/**
 * All that one peer knows. Plain data, so that it can be copied, compared and shown; every time is a
 * field that ends in `Ms`.
 */
export type PeerState = {
  readonly page: PageNumber;
  readonly terms: TermState;
  role: RoleState;
  readonly log: Log;
  /** The log is that of this term's sequencer before this tick; -1: a world is needed. */
  agreed: number;
  /** Pages that are over. */
  ended: Members;
  /** Of pages that said goodbye themselves: the newest configuration that each held. */
  lastWords: readonly LastWord[];
  isHidden: boolean;
  /** The sequencer was heard, or had a quorum itself. */
  heardMs: number;
  /** When the wait for an election began anew: it was heard, or a vote was given. */
  waitsMs: number;
  /** When it last said that it would vote for somebody. */
  wouldMs: number;
  /** It slept until then: how long it heard nobody says nothing before. */
  wokeMs: number;
  /** When it heard a quorum of members again, after it had heard none: an election may succeed now. */
  metMs: number;
  /** So long the sequencer, or those whom it hears, are silent now and then. */
  gapMs: number;
  /** When it last asked the witness to go on alone. */
  beggedMs: number;
  /** Of the lobby's witness; 0: none is connected. */
  life: number;
  /** The last life of the witness that an append of this term told. */
  toldLife: number;
  /** The configuration by which the witness refused this peer: newer than those that it held then. */
  missedMark: Mark | null;
};

export type LastWord = { readonly page: PageNumber; readonly mark: Pick<Mark, 'at' | 'term'> };

export type RoleState = Follower | Asking | Candidate | SequencerState;

export type Follower = { readonly state: 'follower' };

/** Pre-vote: who would vote. */
export type Asking = {
  readonly state: 'asking';
  would: Members;
  witness: boolean;
  readonly sinceMs: number;
  askedMs: number;
  /** Not before: somebody earlier in line asks as well. */
  standsMs: number;
};

export type Candidate = {
  readonly state: 'candidate';
  readonly isTransfer: boolean;
  votes: Members;
  witness: boolean;
  /** The log that goes on, of all that the voters hold, and whose it is. */
  best: Tail;
  bestOf: PageNumber;
  sinceMs: number;
  askedMs: number;
};

export type SequencerState = {
  readonly state: 'sequencer';
  /** By page; null for whom nobody feeds. */
  readonly progress: (Progress | null)[];
  /** The witness keeps the configurations before this tick. */
  witnessEnd: number;
  /** When the witness took part last, or might have: the term began. */
  witnessMs: number;
  /** When the witness was last told, and of which configuration. */
  toldMs: number;
  toldAt: number;
  /** To whom the term is on its way, and since when. */
  transferTo: PageNumber;
  transferMs: number;
};

/**
 * The peer that makes a room.
 *
 * @param term of a lineage of its own where it makes one anew: the first may go on elsewhere
 */
export function foundRoom(page: PageNumber, nowMs: number, term = FIRST_TERM): PeerState {
  const log = emptyLog();
  appendMark(log, term, only(page));
  commitUpTo(log, log.end);
  return {
    ...startPeer(page, nowMs),
    terms: { term, votedFor: page, sequencer: page },
    role: startSequencer(nowMs),
    log,
  };
}

/** A peer that comes to a room, or a page that was loaded anew: it holds nothing and counts nowhere. */
export function startPeer(page: PageNumber, nowMs: number): PeerState {
  return {
    page,
    terms: { term: NO_TERM, votedFor: NOBODY, sequencer: NOBODY },
    role: FOLLOWER,
    log: emptyLog(),
    agreed: NEEDS_WORLD,
    ended: NO_MEMBERS,
    lastWords: [],
    isHidden: false,
    heardMs: nowMs,
    waitsMs: nowMs,
    wouldMs: nowMs,
    wokeMs: nowMs,
    metMs: nowMs,
    beggedMs: nowMs - UNCLEAN_MS,
    gapMs: 0,
    life: 0,
    toldLife: 0,
    missedMark: null,
  };
}

export const FOLLOWER: Follower = { state: 'follower' };

/** A sequencer that knows of nobody yet how far it is. */
export function startSequencer(nowMs: number): SequencerState {
  return {
    state: 'sequencer',
    progress: [],
    witnessEnd: 0,
    witnessMs: nowMs,
    toldMs: nowMs,
    toldAt: -1,
    transferTo: NOBODY,
    transferMs: nowMs,
  };
}
