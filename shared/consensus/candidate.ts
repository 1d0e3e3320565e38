import { beginTerm } from './leadership.ts';
import { type Log, addedSince, finalMark, newestMark, replaceTail, tailFrom } from './log.ts';
import { type Members, NOBODY, type PageNumber, countMembers, includes, only } from './members.ts';
import type { Ask, Elect, Vote } from './messages.ts';
import { reopen, yesOf } from './over.ts';
import { type Asking, type Candidate, FOLLOWER, type PeerState } from './peer-state.ts';
import { assert } from '../base/assert.ts';
import { castVote, isSameLineage, termBehind } from './term-state.ts';
import {
  ASK_AGAIN_MS,
  ELECTION_MS,
  GIVE_WAY_MS,
  HIDDEN_MS,
  STAGGER_MS,
  silenceFor,
} from './timing.ts';
import { type Turn, askWitness, enterTerm, othersOf, send } from './turn.ts';

/** [C6] Asks for an election once the sequencer was silent for long enough; the first in line first. */
export function watchAsFollower(turn: Turn): void {
  const { self, nowMs } = turn;
  if (!mayStand(self)) return;
  const { sequencer } = self.terms;
  const { members } = newestMark(self.log);
  const line = sequencer === NOBODY ? members : members & ~only(sequencer);
  const place = countMembers(line & (only(self.page) - 1));
  const extraMs = self.isHidden ? HIDDEN_MS : 0;
  const lateMs = nowMs - self.waitsMs - silenceFor(self.gapMs) - place * STAGGER_MS - extraMs;
  const givesWay = nowMs - self.wouldMs < GIVE_WAY_MS && lateMs < GIVE_WAY_MS;
  if (lateMs >= 0 && !givesWay) startAsking(turn);
}

/** [C11] Only a member of the newest configuration it knows, whose page is not over. */
function mayStand({ page, log, ended }: PeerState): boolean {
  const isMember = log.marks.length > 0 && includes(newestMark(log).members, page);
  return isMember && !includes(ended, page);
}

function startAsking(turn: Turn): void {
  const { self, nowMs } = turn;
  const role: Asking = {
    state: 'asking',
    would: only(self.page),
    witness: false,
    sinceMs: nowMs,
    askedMs: nowMs,
    standsMs: nowMs,
  };
  self.role = role;
  ask(turn, role);
}

/** [C6] Asks again while the answers make no quorum. */
export function watchAsAsking(turn: Turn, role: Asking): void {
  if (turn.nowMs - role.askedMs >= ASK_AGAIN_MS) ask(turn, role);
}

function ask(turn: Turn, role: Asking): void {
  const { self, nowMs } = turn;
  const { log, terms } = self;
  role.askedMs = nowMs;
  const finalTerm = finalMark(log).term;
  send(turn, othersOf(self), { type: 'ask', term: terms.term, commit: log.commit, finalTerm });
  considerAnswers(turn, role);
}

/** [C6] Whether this peer would vote for another after its term. */
export function answerAsk(turn: Turn, from: PageNumber, message: Ask): void {
  const { self } = turn;
  if (!canGoOn(turn, message)) return;
  send(turn, only(from), { type: 'would', term: self.terms.term });
  if (!includes(newestMark(self.log).members, from)) return;
  self.wouldMs = turn.nowMs;
  const { role } = self;
  if (role.state === 'asking' && isBefore(self, from)) role.standsMs = role.sinceMs + GIVE_WAY_MS;
}

/** [C6] Whether that member goes first where both may be elected. */
function isBefore({ page, isHidden }: PeerState, from: PageNumber): boolean {
  return from < page || isHidden;
}

/** One more would vote; `from` is nobody for the witness. */
export function takeWould(turn: Turn, role: Asking, from: PageNumber): void {
  if (from === NOBODY) role.witness = true;
  else role.would |= only(from);
  considerAnswers(turn, role);
}

function considerAnswers(turn: Turn, role: Asking): void {
  const { self, nowMs } = turn;
  const { would: members, witness } = role;
  const count = countQuorum(turn, self.log, members, witness);
  if (count === 'quorum' && nowMs >= role.standsMs) return stand(turn);
  if (count !== 'tied') return;
  const { page: from, terms, log } = self;
  askWitness(turn, { type: 'ask', from, term: terms.term, mark: newestMark(log) });
}

/**
 * Raises the term by one and asks for votes. [C15] It may have heard of a term of another lineage: what is
 * held here is of its own, and no other may go on with it.
 */
function stand(turn: Turn): void {
  const { log, terms } = turn.self;
  enterTerm(turn, termBehind(finalMark(log).term, terms.term));
  startElection(turn, false);
}

/** A candidate of the present term, which has its own vote. */
export function startElection(turn: Turn, isTransfer: boolean): Candidate {
  const { self, nowMs } = turn;
  castVote(self.terms, self.page);
  const role: Candidate = {
    state: 'candidate',
    isTransfer,
    votes: only(self.page),
    witness: false,
    best: tailFrom(self.log, self.log.commit),
    bestOf: self.page,
    sinceMs: nowMs,
    askedMs: nowMs,
  };
  self.role = role;
  self.waitsMs = nowMs;
  askForVotes(turn, role);
  considerVotes(turn, role);
  return role;
}

function askForVotes(turn: Turn, { votes, isTransfer }: Candidate): void {
  const { log, terms, page } = turn.self;
  const finalTerm = finalMark(log).term;
  const { term } = terms;
  const { commit } = log;
  const heir = isTransfer ? page : null;
  send(turn, othersOf(turn.self) & ~votes, { type: 'elect', term, commit, finalTerm, heir });
}

/** Asks again whom it has not heard, and gives up an election that ends nowhere. */
export function watchAsCandidate(turn: Turn, role: Candidate): void {
  const { nowMs } = turn;
  if (nowMs - role.sinceMs >= ELECTION_MS) return startAsking(turn);
  if (nowMs - role.askedMs < ASK_AGAIN_MS) return;
  role.askedMs = nowMs;
  askForVotes(turn, role);
  considerVotes(turn, role);
}

/** [C5] Gives the vote of this term, with all that is held here. */
export function answerElect(turn: Turn, from: PageNumber, message: Elect): void {
  const { self, rules } = turn;
  const { terms, log, role } = self;
  if (role.state === 'candidate') return settleSplit(turn, role, from);
  if (!canGoOn(turn, message) || !rules.isVoteFree(terms.votedFor, from)) return;
  castVote(terms, from);
  self.waitsMs = turn.nowMs;
  send(turn, only(from), { type: 'vote', term: terms.term, tail: tailFrom(log, message.commit) });
}

/**
 * [C6] Two stand in one term, so it may be nobody's: the later in line gives way, and the other asks
 * for the next term soon. Else both would wait for as long, and meet again.
 */
function settleSplit(turn: Turn, role: Candidate, from: PageNumber): void {
  const { self, nowMs } = turn;
  if (role.isTransfer || !includes(newestMark(self.log).members, from)) return;
  if (isBefore(self, from)) {
    self.role = FOLLOWER;
    self.waitsMs = nowMs;
  } else role.sinceMs = Math.min(role.sinceMs, nowMs - ELECTION_MS + ASK_AGAIN_MS);
}

/** Whether the candidate can go on where the log here ends: its rows are here, and of one lineage. */
function canGoOn({ self, rules }: Turn, message: Ask | Elect): boolean {
  const { log, page, ended } = self;
  if (!rules.holdsWorld(self) || includes(ended, page) || log.base > message.commit) return false;
  return log.marks.length === 0 || isSameLineage(finalMark(log).term, message.finalTerm);
}

/** [C6] Counts a vote; the newest log that a voter holds goes on. */
export function takeVote(turn: Turn, role: Candidate, from: PageNumber, { tail }: Vote): void {
  const { self } = turn;
  const { commit } = self.log;
  if (tail.from !== commit) return;
  role.votes |= only(from);
  if (tail.end >= commit && turn.rules.isNewerLog(tail, role.best)) {
    role.best = tail;
    role.bestOf = from;
    reopen(self, addedSince(logOf(self, role), commit));
  }
  considerVotes(turn, role);
}

/** [C7] The witness gave its vote. */
export function takeWitnessVote(turn: Turn, role: Candidate): void {
  role.witness = true;
  considerVotes(turn, role);
}

/** The witness is asked last: its vote counts for those who have voted already. */
export function considerVotes(turn: Turn, role: Candidate): void {
  const { self, rules } = turn;
  const { votes: members, witness } = role;
  const next = logOf(self, role);
  const count = countQuorum(turn, next, members, witness);
  if (rules.mayTakeOver(count === 'quorum', role.isTransfer)) return win(turn, role);
  if (count !== 'tied') return;
  const { page: from, terms } = self;
  askWitness(turn, { type: 'elect', from, term: terms.term, mark: newestMark(next) });
}

/** The log that would go on: what is final here, and the tail of the best voter. */
function logOf({ log, page }: PeerState, { best, bestOf }: Candidate): Log {
  if (bestOf === page) return log;
  const { commit, base, end } = log;
  const next: Log = { end, commit, base, marks: [...log.marks] };
  replaceTail(next, commit, best);
  return next;
}

function win(turn: Turn, role: Candidate): void {
  const { self, out } = turn;
  const { log, ended, terms } = self;
  assert(isSameLineage(finalMark(log).term, terms.term), 'a log goes on in its own lineage');
  if (role.bestOf !== self.page) {
    const { best, bestOf } = role;
    out.push({ type: 'take-rows', of: bestOf, from: log.commit, end: best.end });
    replaceTail(log, log.commit, best);
  }
  const { members } = newestMark(log);
  if (!includes(members, self.page)) {
    self.role = FOLLOWER;
    return;
  }
  // By a tie: those who did not vote are waited for no more, and the witness keeps that.
  const isTie = countQuorum(turn, log, role.votes, false) !== 'quorum';
  beginTerm(turn, members & ~ended & (isTie ? role.votes : members));
}

/** 'tied': the witness would make it a quorum. */
function countQuorum(
  { self, rules }: Turn,
  log: Log,
  members: Members,
  witness: boolean,
): 'quorum' | 'tied' | 'none' {
  const yes = yesOf(self, log, members, witness);
  if (rules.agrees(log, log.end, yes, rules.hasQuorum)) return 'quorum';
  const withWitness = { ...yes, witness: true };
  return rules.agrees(log, log.end, withWitness, rules.hasQuorum) ? 'tied' : 'none';
}
