import { leaseFor, silenceFor } from './timing.ts';
import { assert, assertNever } from '../base/assert.ts';
import {
  answerAsk,
  answerElect,
  takeVote,
  takeWitnessVote,
  takeWould,
  watchAsAsking,
  watchAsCandidate,
  watchAsFollower,
} from './candidate.ts';
import { takeAppend, takeWorld } from './follow.ts';
import { advanceCommit, feed, starve, takeAck, watchAsSequencer } from './leadership.ts';
import { forgetBefore } from './log.ts';
import { type Members, NOBODY, type PageNumber, includes, only } from './members.ts';
import type { ConsensusEvent, Decision, PeerMessage, WitnessAnswer } from './messages.ts';
import { noteLastWord, reopen } from './over.ts';
import type { PeerState } from './peer-state.ts';
import { RULES, type Rules } from './rules.ts';
import {
  considerTransfer,
  renewTerm,
  startTransfer,
  takeHandover,
  takeLastAppend,
} from './transfer.ts';
import { type Turn, enterTerm, send } from './turn.ts';
import { takeUncleanGrant, watchPatience } from './unclean.ts';

/** One peer's part in agreeing on the log of ticks: told what happens and when, it says what to do. */
export class Consensus {
  readonly state: PeerState;
  readonly #turn: Turn;

  constructor(state: PeerState, rules: Rules = RULES) {
    this.state = state;
    this.#turn = { self: state, rules, out: [], nowMs: 0 };
  }

  /** The decisions hold until the next step: the list is the same one each time. */
  step(event: ConsensusEvent, nowMs: number): readonly Decision[] {
    const turn = this.#turn;
    turn.out.length = 0;
    turn.nowMs = nowMs;
    takeEvent(turn, event);
    return turn.out;
  }
}

function takeEvent(turn: Turn, event: ConsensusEvent): void {
  const { self } = turn;
  const { role, log } = self;
  switch (event.type) {
    case 'time':
      return watch(turn);
    case 'message':
      return takeMessage(turn, event.from, event.message);
    case 'witness':
      return takeAnswer(turn, event.answer);
    case 'ordered':
      assert(role.state === 'sequencer', 'only a sequencer orders');
      assert(event.end >= log.end, 'what is ordered stays ordered');
      log.end = event.end;
      return advanceCommit(turn, role);
    case 'join':
      if (role.state === 'sequencer') feed(turn, role, event.page);
      return;
    case 'transfer':
      if (role.state === 'sequencer') startTransfer(turn, role, event.to);
      return;
    case 'renew':
      if (role.state === 'sequencer') renewTerm(turn, event.above);
      return;
    case 'distrust':
      if (role.state === 'follower') missSequencer(turn);
      return;
    case 'ended':
      return endPages(turn, event.pages);
    case 'parted':
      noteLastWord(self, event.word);
      return endPages(turn, only(event.word.page));
    default:
      return noteFact(turn, event);
  }
}

type Deed =
  | 'time'
  | 'message'
  | 'witness'
  | 'ordered'
  | 'join'
  | 'transfer'
  | 'renew'
  | 'distrust'
  | 'ended'
  | 'parted';

/** What is only remembered. */
function noteFact(
  { self, nowMs }: Turn,
  event: Exclude<ConsensusEvent, { readonly type: Deed }>,
): void {
  switch (event.type) {
    case 'witness-life':
      self.life = event.life;
      return;
    case 'begun':
      reopen(self, only(event.page));
      return;
    case 'patience':
      self.gapMs = event.gapMs;
      return;
    case 'woke':
      self.wokeMs = nowMs;
      return;
    case 'met':
      self.metMs = nowMs;
      return;
    case 'hidden':
      self.isHidden = event.isHidden;
      return;
    case 'base':
      return forgetBefore(self.log, event.base);
    default:
      return assertNever(event);
  }
}

/** [C6] Pages are over: a sequencer among them is not waited for. */
function endPages(turn: Turn, ended: Members): void {
  const { self } = turn;
  self.ended |= ended;
  if (includes(ended, self.terms.sequencer)) missSequencer(turn);
  if (self.role.state === 'sequencer') starve(self.role, ended);
}

/** [C6] [C23] Others are asked at once whether they miss the sequencer too. */
function missSequencer({ self, nowMs }: Turn): void {
  self.waitsMs = Math.min(self.waitsMs, nowMs - silenceFor(self.gapMs));
  self.heardMs = Math.min(self.heardMs, nowMs - leaseFor(self.gapMs));
}

function watch(turn: Turn): void {
  const { role } = turn.self;
  if (role.state === 'sequencer') return watchAsSequencer(turn, role);
  if (role.state === 'follower') watchAsFollower(turn);
  else if (role.state === 'asking') watchAsAsking(turn, role);
  else watchAsCandidate(turn, role);
  watchPatience(turn);
}

function takeMessage(turn: Turn, from: PageNumber, message: PeerMessage): void {
  const { self, rules } = turn;
  if (isUnwelcome(turn, from, message)) return;
  if (message.type === 'handover') takeLastAppend(turn, from, message);
  const order = rules.compareTerms(self.terms.term, message.term);
  if (order === 'older') return answerStale(turn, from, message);
  if (order === 'newer') enterTerm(turn, message.term);
  dispatch(turn, from, message);
}

/** What does not even raise the term. */
function isUnwelcome(
  { self, rules, nowMs }: Turn,
  from: PageNumber,
  message: PeerMessage,
): boolean {
  switch (message.type) {
    // [C6] An election while the sequencer is heard.
    case 'ask': {
      // [C1] One that was deposed is told so.
      const isOld = rules.compareTerms(self.terms.term, message.term) === 'older';
      return rules.hearsSequencer(self, nowMs) && !isOld;
    }
    case 'elect': {
      const { heir } = message;
      if (heir === null) return rules.hearsSequencer(self, nowMs);
      // [C12] Only the sequencer says of another page that it is its heir.
      return heir !== from && (from !== self.terms.sequencer || heir === self.page);
    }
    // [C12] It overtook the handover, which brings what the heir lacks; it comes again.
    case 'vote':
      return rules.compareTerms(self.terms.term, message.term) === 'newer';
    default:
      return false;
  }
}

/** [C1] Any peer tells one of an older term so; answers to answers are not needed. */
function answerStale(turn: Turn, from: PageNumber, { type }: PeerMessage): void {
  const isQuestion = type === 'append' || type === 'world' || type === 'ask' || type === 'elect';
  if (isQuestion) send(turn, only(from), { type: 'stale', term: turn.self.terms.term });
}

function dispatch(turn: Turn, from: PageNumber, message: PeerMessage): void {
  const { role } = turn.self;
  switch (message.type) {
    case 'append':
      return takeAppend(turn, from, message);
    case 'world':
      return takeWorld(turn, from, message);
    case 'ack':
      if (role.state !== 'sequencer') return;
      takeAck(turn, role, from, message);
      return considerTransfer(turn, role);
    case 'ask':
      return answerAsk(turn, from, message);
    case 'would':
      if (role.state === 'asking') takeWould(turn, role, from);
      return;
    case 'elect':
      return answerElect(turn, message.heir ?? from, message);
    case 'vote':
      if (role.state === 'candidate') takeVote(turn, role, from, message);
      return;
    case 'handover':
      return takeHandover(turn, from, message);
    case 'stale':
      return;
    default:
      return assertNever(message);
  }
}

function takeAnswer(turn: Turn, answer: WitnessAnswer): void {
  const { self, rules, nowMs } = turn;
  const { role, terms } = self;
  if (answer.type === 'unclean') return takeUncleanGrant(turn, answer.term);
  const order = rules.compareTerms(terms.term, answer.term);
  if (answer.type === 'refused') {
    if (answer.mark) self.missedMark = answer.mark;
    if (order === 'newer') enterTerm(turn, answer.term);
    return;
  }
  if (order !== 'same') return;
  if (answer.type === 'would' && role.state === 'asking') takeWould(turn, role, NOBODY);
  if (answer.type === 'granted' && role.state === 'candidate') takeWitnessVote(turn, role);
  if (answer.type === 'synced' && role.state === 'sequencer') {
    role.witnessMs = nowMs;
    role.witnessEnd = Math.max(role.witnessEnd, answer.at + 1);
    advanceCommit(turn, role);
  }
}
