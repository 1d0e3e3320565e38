import type { ConsensusEvent } from '../../shared/consensus/messages.ts';
import {
  type LastWord,
  type PeerState,
  type SequencerState,
  foundRoom,
  startPeer,
} from '../../shared/consensus/peer-state.ts';
import { RULES, type Rules } from '../../shared/consensus/rules.ts';
import {
  WITNESS_RULES,
  type WitnessRules,
  type WitnessState,
  answerAsWitness,
  startWitness,
} from '../../shared/consensus/witness.ts';
import { FIRST_GHOST, type Ghost, ghostKey } from './ghost.ts';
import { Interned } from './intern.ts';
import { judgeLogs, judgeStep, noteVote } from './judge.ts';
import { Mail } from './mail.ts';
import { type Envelope, LONG_MS, PATIENCE_MS, type Stepped } from './one-peer.ts';
import type { Budget, Plan } from './plans.ts';
import { type KnownStep, Steps, isIdleStep } from './steps.ts';

/** Which rules are played. */
export type Game = {
  readonly rules: Rules;
  readonly witnessRules: WitnessRules;
};

export const FAIR_GAME: Game = { rules: RULES, witnessRules: WITNESS_RULES };

/**
 * One state of everything, as numbers of what is kept in the tables of its `World`. Messages are a
 * set: whatever was sent may come at any time, again, or never, so loss, delay, order and copies need
 * no moves of their own.
 */
export type Node = {
  /** By page; -1: there is none. */
  readonly peers: readonly number[];
  readonly witness: number;
  readonly ghost: number;
  readonly budget: Budget;
  readonly messages: readonly number[];
};

export type Move = {
  readonly label: string;
  readonly node: Node;
  readonly violation: string | null;
};

/** The moves of one plan under one set of rules; what a peer does once is remembered for the next time. */
export class World {
  readonly witnesses = new Interned<WitnessState>();
  readonly ghosts = new Interned<Ghost>();
  readonly #steps: Steps;
  readonly #mail: Mail;
  readonly #game: Game;
  readonly #plan: Plan;
  readonly #lastTerm: number;

  constructor(plan: Plan, game: Game) {
    this.#plan = plan;
    this.#game = game;
    this.#steps = new Steps({ rules: game.rules, piece: plan.piece });
    this.#mail = new Mail(this.#steps, game.rules, plan.reorders);
    this.#lastTerm = foundRoom(0, 0).terms.term + 32 * plan.terms;
  }

  /** A room whose members are all in, with everything final that was ordered. */
  start(): Node {
    const { members, hasWitness, budget } = this.#plan;
    const founder = foundRoom(0, 0);
    const peers = [
      founder,
      ...Array.from({ length: members - 1 }, (_, at) => startPeer(at + 1, 0)),
    ];
    const ids = peers.map((peer) => this.#steps.keep(peer));
    const witness = this.#keepWitness(startWitness(hasWitness ? 1 : 0, 0));
    const ghost = this.#keepGhost({
      ...FIRST_GHOST,
      sequencers: { [founder.terms.term]: 0 },
      final: { 31: [[founder.terms.term, 1, founder.terms.term]] },
    });
    let node: Node = { peers: ids, witness, ghost, budget, messages: [] };
    for (let page = 0; page < members; page++) {
      if (hasWitness) node = this.#take(node, page, { type: 'witness-life', life: 1 }, 0).node;
      if (page > 0) node = this.#take(node, 0, { type: 'join', page }, 0).node;
    }
    return this.#calm(node);
  }

  /** Delivers everything, again and again, until nothing changes: then only what is new counts. */
  #calm(first: Node): Node {
    let node = first;
    for (let round = 0; round < 40; round++) {
      const before = node;
      for (let page = 0; page < node.peers.length; page++) {
        node = this.#take(node, page, { type: 'time' }, 0).node;
      }
      for (const id of node.messages) node = this.#deliver(node, id, 0)?.node ?? node;
      if (this.isSame(before, node)) break;
    }
    return { ...node, messages: [] };
  }

  isSame(a: Node, b: Node): boolean {
    return this.toNumbers(a).join() === this.toNumbers(b).join();
  }

  /** The state as a list of whole numbers, for the table of what was seen. */
  toNumbers({ peers, witness, ghost, budget, messages }: Node): number[] {
    return [...peers, -2, witness, ghost, ...Object.values(budget), -2, ...messages];
  }

  /** Everything that can happen next. */
  *moves(node: Node): Generator<Move> {
    for (const id of node.messages) {
      const move = this.#deliver(node, id, 0);
      if (move) yield move;
      // A peer that hears its sequencer answers otherwise than one that has not for long.
      const late = this.#mail.isTimed(id) ? this.#deliver(node, id, PATIENCE_MS) : null;
      if (late) yield late;
    }
    for (const [page, id] of node.peers.entries()) {
      if (id >= 0) yield* this.#movesOf(node, page, this.#steps.peers.get(id));
    }
    yield* this.#movesOfWitness(node);
  }

  *#movesOf(node: Node, page: number, peer: PeerState): Generator<Move> {
    const { budget } = node;
    const { role, log } = peer;
    yield this.#take(node, page, { type: 'time' }, 0);
    if (budget.time > 0) yield* this.#timesOf(spend(node, 'time'), page, peer);
    if (budget.unclean > 0) {
      yield this.#take(spend(node, 'unclean'), page, { type: 'time' }, PATIENCE_MS);
    }
    const { ended, lastWords } = this.ghosts.get(node.ghost);
    if ((ended & ~peer.ended) !== 0)
      yield this.#take(node, page, { type: 'ended', pages: ended }, 0);
    for (const word of lastWords) {
      const isKnown = peer.lastWords.some((known) => known.page === word.page);
      if (!isKnown) yield this.#take(node, page, { type: 'parted', word }, 0);
    }
    const { life } = this.witnesses.get(node.witness);
    if (life !== peer.life) yield this.#take(node, page, { type: 'witness-life', life }, 0);
    if (budget.end > 0) {
      yield this.#end(spend(node, 'end'), page);
      const { at, term } = log.marks.at(-1) ?? { at: 0, term: 0 };
      yield this.#end(spend(node, 'end'), page, { page, mark: { at, term } });
    }
    if (budget.reload > 0) yield this.#reload(spend(node, 'reload'), page);
    if (role.state === 'sequencer') yield* this.#movesOfSequencer(node, page, role, log.end);
  }

  *#movesOfSequencer(node: Node, page: number, role: SequencerState, end: number): Generator<Move> {
    const { budget } = node;
    if (budget.order > 0 && role.transferTo < 0) {
      yield this.#take(spend(node, 'order'), page, { type: 'ordered', end: end + 1 }, 0);
    }
    for (const [to, id] of node.peers.entries()) {
      if (to === page || id < 0) continue;
      if (role.progress[to] && budget.transfer > 0) {
        yield this.#take(spend(node, 'transfer'), page, { type: 'transfer', to }, 0);
      }
      if (!role.progress[to]) yield this.#take(node, page, { type: 'join', page: to }, 0);
    }
    if (budget.join > 0) yield* this.#newcomer(spend(node, 'join'), page);
  }

  /** All that it waits for is over; or a sequencer misses one peer alone. */
  *#timesOf(node: Node, page: number, { role }: PeerState): Generator<Move> {
    yield this.#take(node, page, { type: 'time' }, LONG_MS);
    if (role.state !== 'sequencer') return;
    for (const [missed, progress] of role.progress.entries()) {
      if (progress) yield this.#take(node, page, { type: 'time' }, 0, missed);
    }
  }

  *#newcomer(node: Node, sequencer: number): Generator<Move> {
    const page = node.peers.length;
    const id = this.#steps.keep(startPeer(page, 0));
    const with_ = { ...node, peers: [...node.peers, id] };
    yield this.#take(with_, sequencer, { type: 'join', page }, 0);
  }

  *#movesOfWitness(node: Node): Generator<Move> {
    const witness = this.witnesses.get(node.witness);
    if (witness.life === 0) return;
    if (node.budget.restart === 0) return;
    const restarted = this.#keepWitness(startWitness(witness.life + 1, 0));
    yield plain('the witness restarts', { ...spend(node, 'restart'), witness: restarted });
  }

  #end(node: Node, page: number, word: LastWord | null = null): Move {
    const ghost = this.ghosts.get(node.ghost);
    const lastWords = word ? [...ghost.lastWords, word] : ghost.lastWords;
    const over = this.#keepGhost({ ...ghost, ended: ghost.ended | (1 << page), lastWords });
    const peers = node.peers.map((id, at) => (at === page ? -1 : id));
    const messages = this.#mail.sweep(node.messages, peers);
    const how = word ? 'says goodbye' : 'is over';
    return plain(`page ${page} ${how}`, { ...node, peers, ghost: over, messages });
  }

  #reload(node: Node, page: number): Move {
    const { node: ended } = this.#end(node, page);
    const fresh = this.#steps.keep(startPeer(ended.peers.length, 0));
    return plain(`page ${page} is loaded anew`, { ...ended, peers: [...ended.peers, fresh] });
  }

  #deliver(node: Node, id: number, jumpMs: number): Move | null {
    const envelope = this.#steps.envelopes.get(id);
    if (envelope.to === 'witness') return this.#askWitness(node, envelope);
    const peer = node.peers[envelope.to] ?? -1;
    if (peer < 0) return null;
    const known = this.#steps.deliver(peer, id, jumpMs);
    return isIdleStep(known, peer) ? null : this.#apply(node, envelope.to, known);
  }

  #askWitness(node: Node, { from, request }: Extract<Envelope, { to: 'witness' }>): Move {
    const before = this.witnesses.get(node.witness);
    const label = `witness ← ${JSON.stringify(request)}`;
    if (before.life === 0) return plain(label, node);
    const state = { ...before };
    const answer = answerAsWitness(state, request, 0, this.#game.witnessRules);
    const reply: Envelope = { to: from, from: 'witness', answer };
    const sent = this.#send(node, [this.#steps.put(reply)], false);
    const ghost = this.ghosts.get(node.ghost);
    // It may vote again after a loss of memory: what that may do is what is looked for.
    const voter = `w${state.life}.${state.term}`;
    const { ghost: next, violation } = noteVote(ghost, voter, state.votedFor);
    const witness = this.#keepWitness(state);
    const fell = state.term < before.term ? "the witness' term fell" : violation;
    return { label, node: { ...sent, witness, ghost: this.#keepGhost(next) }, violation: fell };
  }

  #take(node: Node, page: number, event: ConsensusEvent, jumpMs: number, missed = -1): Move {
    return this.#apply(node, page, this.#steps.step(node.peers[page]!, event, jumpMs, missed));
  }

  #apply(node: Node, page: number, known: KnownStep): Move {
    const id = node.peers[page]!;
    const isNew = known.peer !== id || known.stepped.failure !== null;
    const peers = isNew
      ? node.peers.map((one, at) => (at === page ? known.peer : one))
      : node.peers;
    const verdict = isNew ? this.#judge(node, id, known.stepped, peers) : null;
    const ghost = verdict ? this.#keepGhost(verdict.ghost) : node.ghost;
    const next = this.#send({ ...node, peers, ghost }, known.sent, isNew);
    return { label: known.label, node: next, violation: verdict?.violation ?? null };
  }

  #judge(node: Node, id: number, stepped: Stepped, peers: readonly number[]) {
    const before = this.#steps.peers.get(id);
    const others = peers.flatMap((one) => (one < 0 ? [] : this.#steps.peers.get(one)));
    const rest = others.filter(({ page }) => page !== before.page);
    const verdict = judgeStep(this.ghosts.get(node.ghost), before, stepped, rest);
    if (verdict.violation !== null) return verdict;
    for (const other of rest) {
      const violation = judgeLogs(stepped.state, other);
      if (violation !== null) return { ...verdict, violation };
    }
    return verdict;
  }

  #send(node: Node, sent: readonly number[], isChanged: boolean): Node {
    return { ...node, messages: this.#mail.post(node, sent, isChanged) };
  }

  /** Not followed: somebody is in a term beyond the last, or orders more than the plan has. */
  isBeyond({ peers }: Node): boolean {
    return peers.some((id) => {
      if (id < 0) return false;
      const { terms, log } = this.#steps.peers.get(id);
      return terms.term > this.#lastTerm || log.end > this.#plan.ticks;
    });
  }

  /** Its lease never holds, nor does its patience: both may end at any moment. */
  #keepWitness(state: WitnessState): number {
    const value = { ...state, heardMs: -PATIENCE_MS };
    return this.witnesses.put(JSON.stringify(value), value);
  }

  #keepGhost(ghost: Ghost): number {
    return this.ghosts.put(ghostKey(ghost), ghost);
  }
}

function plain(label: string, node: Node): Move {
  return { label, node, violation: null };
}

function spend(node: Node, what: keyof Budget): Node {
  return { ...node, budget: { ...node.budget, [what]: node.budget[what] - 1 } };
}
