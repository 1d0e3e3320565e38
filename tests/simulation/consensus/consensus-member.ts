import { Consensus } from '../../../shared/consensus/consensus.ts';
import { hasPendingMark } from '../../../shared/consensus/commit.ts';
import { makeAck } from '../../../shared/consensus/follow.ts';
import { makeAppend, mayOrder } from '../../../shared/consensus/leadership.ts';
import {
  type Members,
  NOBODY,
  PAGES_MAX,
  type PageNumber,
  includes,
  only,
} from '../../../shared/consensus/members.ts';
import type {
  Append,
  ConsensusEvent,
  Decision,
  PeerMessage,
  WitnessRequest,
} from '../../../shared/consensus/messages.ts';
import type { PeerState, SequencerState } from '../../../shared/consensus/peer-state.ts';
import type { Letter } from './letters.ts';

/** 20 packets a second, as the play itself sends them. */
const SEND_EVERY_TICKS = 3;
/** What one packet has place for. */
const ROWS_MAX = 64;
/** Rows are kept for so many ticks behind what is final; whoever lacks more is given a world. */
const KEPT_TICKS = 180;
const UNKNOWN = -1;
/** A question or an answer of an election, at once and in the ticks behind. */
const SAID_TIMES = 3;

type Said = { readonly to: Members; readonly letter: Letter; readonly left: number };

/** What a member reaches of the world outside. */
export type Outside = {
  readonly send: (from: PageNumber, to: PageNumber, letter: Letter) => void;
  readonly ask: (request: WitnessRequest) => void;
  /** A number that no other tick has. */
  readonly newRow: (orderedBy: PageNumber) => number;
  /** To whom there is a link. */
  readonly reachable: (from: PageNumber) => Iterable<PageNumber>;
};

/** One peer as netplay will be it, without the play: it orders a tick each tick and keeps rows. */
export class ConsensusMember {
  readonly page: PageNumber;
  readonly consensus: Consensus;
  /** By tick. */
  readonly rows: number[] = [];
  readonly counts = { terms: 0, unclean: 0, retracted: 0, rivals: 0 };
  wakeMs: number;
  readonly #outside: Outside;
  /** The votes, each with what the voter holds, until the election is decided. */
  readonly #votes = new Map<PageNumber, Letter>();
  readonly #again: Said[] = [];
  #ticks = 0;
  #toldAtTick = 0;
  #mayWait = true;

  constructor(state: PeerState, outside: Outside, wakeMs: number) {
    this.page = state.page;
    this.consensus = new Consensus(state);
    this.#outside = outside;
    this.wakeMs = wakeMs;
    for (let tick = 0; tick < state.log.end; tick++) this.rows.push(outside.newRow(this.page));
  }

  get state(): PeerState {
    return this.consensus.state;
  }

  get isSequencer(): boolean {
    return this.state.role.state === 'sequencer';
  }

  hear(from: PageNumber, letter: Letter, nowMs: number): void {
    if (letter.type === 'hello') return this.step({ type: 'join', page: from }, nowMs);
    if (letter.type === 'ended') return this.hearEnded(letter.pages, nowMs);
    if (letter.type === 'goodbye') {
      this.hearEnded(only(from), nowMs);
      return this.step({ type: 'parted', word: letter.word }, nowMs);
    }
    const { message } = letter;
    if (message.type === 'vote') this.#votes.set(from, letter);
    if (message.type === 'append') this.#noteAppend(message);
    this.step({ type: 'message', from, message }, nowMs, letter);
  }

  /** Tells it to the others too: a goodbye gets lost. */
  hearEnded(pages: Members, nowMs: number): void {
    if ((pages & ~this.state.ended) === 0) return;
    this.step({ type: 'ended', pages }, nowMs);
    for (const to of this.#outside.reachable(this.page)) {
      this.#outside.send(this.page, to, { type: 'ended', pages });
    }
  }

  /** A member that is told sooner than usual answers at once: something is waited for. */
  #noteAppend({ marks }: Extract<PeerMessage, { type: 'append' }>): void {
    if (marks.length > 0 || this.#ticks - this.#toldAtTick < SEND_EVERY_TICKS - 1) {
      this.#mayWait = false;
    }
    this.#toldAtTick = this.#ticks;
  }

  step(event: ConsensusEvent, nowMs: number, letter?: Letter): void {
    const { log } = this.state;
    const wasSequencer = this.isSequencer;
    for (const decision of this.consensus.step(event, nowMs)) this.#act(decision, letter);
    if (this.isSequencer && !wasSequencer) this.counts.terms += 1;
    // A world: its rows are known to nobody but as what they have made.
    while (this.rows.length < log.base) this.rows.push(UNKNOWN);
    this.rows.length = Math.min(this.rows.length, log.end);
    if (this.rows.length < log.end) throw new Error(`${this.page} lacks rows that it holds`);
  }

  #act(decision: Decision, letter: Letter | undefined): void {
    if (decision.type === 'send') this.#say(decision.to, decision.message);
    else if (decision.type === 'ask-witness') this.#outside.ask(decision.request);
    else if (decision.type === 'order') this.rows.push(this.#outside.newRow(this.page));
    else if (decision.type === 'take-rows') this.#takeRows(decision, letter);
    else if (decision.type === 'unclean') this.counts.unclean += 1;
    else if (decision.type === 'retracted') this.counts.retracted += 1;
    else this.counts.rivals += 1;
  }

  #takeRows(
    { of, from, end }: Extract<Decision, { type: 'take-rows' }>,
    heard: Letter | undefined,
  ): void {
    const isAppend = heard?.type === 'consensus' && appendIn(heard.message) !== null;
    const letter = isAppend ? heard : this.#votes.get(of);
    if (letter?.type !== 'consensus') throw new Error(`${this.page} has no rows of ${of}`);
    const { message } = letter;
    const first = message.type === 'vote' ? message.tail.from : (appendIn(message)?.from ?? from);
    this.rows.length = from;
    this.rows.push(...letter.rows.slice(from - first, end - first));
  }

  /** What an election says goes out with each of the next packets too: nothing of it counts twice. */
  #say(to: Members, message: PeerMessage): void {
    const letter = this.#enclose(message);
    this.#carry(to, letter);
    this.#again.push({ to, letter, left: SAID_TIMES - 1 });
  }

  #repeat(): void {
    const { length } = this.#again;
    for (const said of this.#again.splice(0, length)) {
      this.#carry(said.to, said.letter);
      if (said.left > 1) this.#again.push({ ...said, left: said.left - 1 });
    }
  }

  #send(to: Members, message: PeerMessage): void {
    this.#carry(to, this.#enclose(message));
  }

  #carry(to: Members, letter: Letter): void {
    for (let page = 0; page < PAGES_MAX; page++) {
      if (includes(to, page)) this.#outside.send(this.page, page, letter);
    }
  }

  #enclose(message: PeerMessage): Letter {
    const told = message.type === 'vote' ? message.tail : appendIn(message);
    const rows = told ? this.rows.slice(told.from, told.end) : [];
    return { type: 'consensus', message, rows };
  }

  /** One tick of its own clock. */
  advance(nowMs: number): void {
    this.#ticks += 1;
    this.#repeat();
    this.step({ type: 'time' }, nowMs);
    const { state } = this;
    const { role, log, terms } = state;
    if (role.state === 'sequencer') this.#lead(role, nowMs);
    const isDue = this.#ticks % SEND_EVERY_TICKS === 0 || !this.#mayWait;
    this.#mayWait = true;
    if (log.marks.length === 0 && isDue) this.#sayHello();
    if (state.role.state === 'sequencer' || terms.sequencer === NOBODY || !isDue) return;
    this.#send(1 << terms.sequencer, makeAck(state));
  }

  #lead(role: SequencerState, nowMs: number): void {
    const { state } = this;
    const { log } = state;
    // It feeds whomever it has a link to: a new term knows only of those in its configurations.
    for (const page of this.#outside.reachable(this.page)) {
      if (!role.progress[page] && !includes(state.ended, page))
        this.step({ type: 'join', page }, nowMs);
    }
    if (mayOrder(state, nowMs)) {
      this.rows.push(this.#outside.newRow(this.page));
      this.step({ type: 'ordered', end: log.end + 1 }, nowMs);
    }
    this.step({ type: 'base', base: log.commit - KEPT_TICKS }, nowMs);
    const isUrgent = hasPendingMark(log) || role.transferTo !== NOBODY;
    if (!isUrgent && this.#ticks % SEND_EVERY_TICKS !== 0) return;
    for (let to = 0; to < PAGES_MAX; to++) {
      const message = makeAppend(state, to, ROWS_MAX);
      if (message) this.#send(1 << to, message);
    }
  }

  #sayHello(): void {
    const { page } = this;
    for (const to of this.#outside.reachable(page)) {
      this.#outside.send(page, to, { type: 'hello', page });
    }
  }
}

/** The append that a message is or brings along. */
function appendIn(message: PeerMessage): Append | null {
  if (message.type === 'handover') return message.append;
  return message.type === 'append' ? message : null;
}
