import { assert } from '../base/assert.ts';
import { findCommit, hasPendingMark, holdersOf } from './commit.ts';
import { type Log, type Mark, appendMark, commitUpTo, finalMark, newestMark } from './log.ts';
import { type Members, NOBODY, NO_MEMBERS, PAGES_MAX, includes, only } from './members.ts';
import type { Ack, Append, WorldMessage } from './messages.ts';
import { partedFrom, yesOf } from './over.ts';
import { FOLLOWER, type PeerState, type SequencerState, startSequencer } from './peer-state.ts';
import { hearFrom, matchOf, nextFor, startProbe } from './progress.ts';
import { followSequencer } from './term-state.ts';
import {
  ASK_AGAIN_MS,
  BEHIND_TICKS,
  JOIN_TICKS,
  REJOIN_MS,
  RENEW_MS,
  SHRINK_AFTER_MS,
  SLOW_SPARE_MS,
  STEP_DOWN_MS,
  TRANSFER_MS,
  WITNESS_SILENT_MS,
  leaseFor,
} from './timing.ts';
import { type Turn, askWitness, othersOf } from './turn.ts';

/** Filled anew for each question. */
const matches = new Int32Array(PAGES_MAX);
const NO_MARKS: readonly Mark[] = [];

/** Begins the term that this peer was elected to, with a configuration of its own. */
export function beginTerm(turn: Turn, members: Members): void {
  const { self, out, nowMs } = turn;
  const { log, terms } = self;
  assert(includes(members, self.page), 'a sequencer is in its own configuration');
  followSequencer(terms, self.page);
  const role = startSequencer(nowMs);
  self.role = role;
  self.heardMs = nowMs;
  const fed = othersOf(self);
  for (let page = 0; page < PAGES_MAX; page++) {
    role.progress.push(includes(fed, page) ? startProbe(nowMs) : null);
  }
  out.push({ type: 'order', mark: appendMark(log, terms.term, members) });
  advanceCommit(turn, role);
}

/**
 * What to tell this peer now; null when it is not fed here.
 *
 * @param ticksMax what one message has place for
 */
export function makeAppend(
  { terms, role, log, life }: PeerState,
  to: number,
  ticksMax = Number.POSITIVE_INFINITY,
): Append | WorldMessage | null {
  const progress = role.state === 'sequencer' ? role.progress[to] : null;
  if (!progress) return null;
  const from = nextFor(progress, log.base, log.commit);
  const { term } = terms;
  if (from === null) return { type: 'world', term, end: log.commit, mark: finalMark(log) };
  const end = Math.min(log.end, from + ticksMax);
  const isPlain = newestMark(log).at < from;
  const marks = isPlain ? NO_MARKS : log.marks.filter(({ at }) => at >= from && at < end);
  return { type: 'append', term, from, end, toldEnd: end, commit: log.commit, marks, life };
}

/** Takes in how far a peer is. */
export function takeAck(turn: Turn, role: SequencerState, from: number, ack: Ack): void {
  const { self, nowMs } = turn;
  const progress = role.progress[from];
  // A peer cannot know that it holds more than there is.
  if (!progress || ack.end > self.log.end) return;
  const before = matchOf(progress);
  role.progress[from] = hearFrom(progress, ack, self.log, nowMs);
  if (matchOf(role.progress[from]) > before) advanceCommit(turn, role);
  if (hasPendingMark(self.log)) tellWitness(turn, role);
}

/** [C4] Makes final what a quorum holds. */
export function advanceCommit(turn: Turn, role: SequencerState): void {
  const { self, rules } = turn;
  const { log, terms, ended } = self;
  fillMatches(self, role);
  const parted = partedFrom(self, log);
  const held = { matches, witnessEnd: role.witnessEnd, ended, parted };
  const commit = findCommit(log, terms.term, held, rules);
  if (commit > log.commit) commitUpTo(log, commit);
}

/** Once in a while: lease, configuration, witness, transfer. */
export function watchAsSequencer(turn: Turn, role: SequencerState): void {
  const { self, rules, nowMs } = turn;
  const { log } = self;
  const heard = heardWithin(turn, role, leaseFor(self.gapMs));
  const yes = yesOf(self, log, heard, hearsWitness(turn, role));
  if (rules.agrees(log, log.end, yes, rules.hasQuorum)) self.heardMs = nowMs;
  else if (nowMs - self.heardMs >= STEP_DOWN_MS) return stepDown(turn);
  if (role.transferTo !== NOBODY && nowMs - role.transferMs >= TRANSFER_MS)
    role.transferTo = NOBODY;
  adjustConfiguration(turn, role);
  tellWitness(turn, role);
}

/** [C13] Without a quorum for long it is no sequencer any more: the others may have another. */
function stepDown({ self, nowMs }: Turn): void {
  self.role = FOLLOWER;
  self.agreed = self.log.commit;
  self.waitsMs = nowMs;
}

/** [C13] Whether ticks may be ordered: there is a quorum, and the term is not on its way elsewhere. */
export function mayOrder({ role, heardMs, gapMs }: PeerState, nowMs: number): boolean {
  if (role.state !== 'sequencer' || role.transferTo !== NOBODY) return false;
  return nowMs - heardMs < leaseFor(gapMs);
}

/**
 * [C3] [C14] Takes out who is over, silent or behind, and lets in who keeps up; by a quorum of the
 * configuration as it is, and one change after the other.
 */
function adjustConfiguration(turn: Turn, role: SequencerState): void {
  const { self, rules, out } = turn;
  const { log, ended, terms } = self;
  if (hasPendingMark(log) || role.transferTo !== NOBODY) return;
  const { members } = newestMark(log);
  const shrinkMs = Math.max(SHRINK_AFTER_MS, leaseFor(self.gapMs) + SLOW_SPARE_MS);
  const inSync = heardWithin(turn, role, shrinkMs) & holdersWithin(self, role, BEHIND_TICKS);
  const stays = members & inSync & ~ended;
  const keepUp =
    heardWithin(turn, role, leaseFor(self.gapMs)) & holdersWithin(self, role, JOIN_TICKS) & ~ended;
  const joins = keepUp & steadySince(turn, role, keepUp);
  const yes = yesOf(self, log, stays, hearsWitness(turn, role));
  const next = stays | joins;
  if (next === members || !rules.agrees(log, log.end, yes, rules.hasQuorum)) return;
  noteMissed(turn, role, members & ~next);
  out.push({ type: 'order', mark: appendMark(log, terms.term, next) });
  advanceCommit(turn, role);
}

/** An open socket alone is no vote. */
function hearsWitness({ self, nowMs }: Turn, { witnessMs }: SequencerState): boolean {
  return self.life !== 0 && nowMs - witnessMs < WITNESS_SILENT_MS;
}

/** Those who were never taken out, or have kept up for long since. */
function steadySince({ nowMs }: Turn, { progress }: SequencerState, keepUp: Members): Members {
  let steady = NO_MEMBERS;
  for (let page = 0; page < progress.length; page++) {
    const one = progress[page];
    if (!one) continue;
    if (one.wasMissed && !includes(keepUp, page)) one.missedMs = nowMs;
    one.wasMissed &&= nowMs - one.missedMs < REJOIN_MS;
    if (!one.wasMissed) steady |= only(page);
  }
  return steady;
}

/** These are taken out. */
function noteMissed({ nowMs }: Turn, { progress }: SequencerState, missed: Members): void {
  for (let page = 0; page < progress.length; page++) {
    const one = progress[page];
    if (!one || !includes(missed, page)) continue;
    one.wasMissed = true;
    one.missedMs = nowMs;
  }
}

/** Those who hold a world, and all that is final in it but for what came in the last few ticks. */
function holdersWithin(self: PeerState, role: SequencerState, ticks: number): Members {
  fillMatches(self, role);
  const end = Math.min(self.log.end - ticks, self.log.commit);
  return holdersOf(Math.max(end, 1), matches);
}

function heardWithin(
  { self, nowMs }: Turn,
  { progress }: SequencerState,
  withinMs: number,
): Members {
  let heard = only(self.page);
  for (let page = 0; page < progress.length; page++) {
    const one = progress[page];
    const isHeard = one && one.state !== 'probe' && nowMs - one.heardMs < withinMs;
    if (isHeard) heard |= 1 << page;
  }
  return heard;
}

function fillMatches({ page, log }: PeerState, { progress }: SequencerState): void {
  for (let one = 0; one < PAGES_MAX; one++) matches[one] = matchOf(progress[one]);
  matches[page] = log.end;
}

/** [C8] The witness hears of each configuration: at once where it decides, else now and then. */
export function tellWitness(turn: Turn, role: SequencerState): void {
  const { self, nowMs } = turn;
  const { log, terms } = self;
  const pending = hasPendingMark(log) ? newestMark(log) : null;
  const mark = pending && isTied(turn, role, log) ? pending : finalMark(log);
  if (mark.at >= log.commit && role.witnessEnd > mark.at) return;
  const everyMs = mark === pending ? ASK_AGAIN_MS : RENEW_MS;
  const isDue = nowMs - role.toldMs >= everyMs || role.toldAt !== mark.at;
  if (!isDue || self.life === 0) return;
  role.toldMs = nowMs;
  role.toldAt = mark.at;
  const settledLife = isSettledHere(turn, role) ? self.life : 0;
  askWitness(turn, { type: 'sync', from: self.page, term: terms.term, mark, settledLife });
}

/** The newest configuration would be final if the witness held it as well. */
function isTied({ self, rules }: Turn, role: SequencerState, log: Log): boolean {
  fillMatches(self, role);
  const members = holdersOf(newestMark(log).at + 1, matches);
  return rules.agrees(log, log.end, yesOf(self, log, members, true), rules.hasQuorum);
}

/** [C10] A majority said that it follows, after this life of the witness had begun. */
function isSettledHere({ self, rules }: Turn, { progress }: SequencerState): boolean {
  const { log, life } = self;
  let members = only(self.page);
  for (let page = 0; page < progress.length; page++) {
    const one = progress[page];
    if (one?.state === 'replicate' && one.life === life) members |= 1 << page;
  }
  return rules.agrees(log, log.end, yesOf(self, log, members, false), rules.hasQuorum);
}

/** Feeds a peer that is new here. */
export function feed({ self, nowMs }: Turn, role: SequencerState, page: number): void {
  const isKnown = page === self.page || role.progress[page];
  if (isKnown || includes(self.ended, page)) return;
  while (role.progress.length < PAGES_MAX) role.progress.push(null);
  role.progress[page] = startProbe(nowMs);
}

/** Stops feeding the peers whose pages are over. */
export function starve({ progress }: SequencerState, ended: Members): void {
  for (let page = 0; page < progress.length; page++) {
    if (includes(ended, page)) progress[page] = null;
  }
}
