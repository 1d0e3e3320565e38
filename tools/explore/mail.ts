import type { PeerMessage } from '../../shared/consensus/messages.ts';
import type { Rules } from '../../shared/consensus/rules.ts';
import { type Envelope, PATIENCE_MS } from './one-peer.ts';
import { type Steps, isIdleStep } from './steps.ts';

type Mailed = { readonly peers: readonly number[]; readonly messages: readonly number[] };

/** Which messages are on their way: a set, since each may come at any time, again, or never. */
export class Mail {
  readonly #steps: Steps;
  readonly #rules: Rules;
  readonly #reorders: boolean;
  readonly #lanes = new Map<number, string>();

  constructor(steps: Steps, rules: Rules, reorders: boolean) {
    this.#steps = steps;
    this.#rules = rules;
    this.#reorders = reorders;
  }

  /** Messages that can change nothing any more are forgotten, or there would be no end of states. */
  post(node: Mailed, sent: readonly number[], isChanged: boolean): readonly number[] {
    const news = sent.filter((id) => !node.messages.includes(id));
    if (news.length === 0 && !isChanged) return node.messages;
    const lanes = new Set(this.#reorders ? [] : news.map((id) => this.#laneOf(id)));
    const kept = node.messages.filter((id) => lanes.size === 0 || !lanes.has(this.#laneOf(id)));
    return this.sweep([...kept, ...news], node.peers);
  }

  /** Of what one says to another in one term, the newest of each kind takes the place of the last. */
  #laneOf(id: number): string {
    const known = this.#lanes.get(id);
    if (known !== undefined) return known;
    const envelope = this.#steps.envelopes.get(id);
    const body =
      'message' in envelope
        ? envelope.message
        : 'answer' in envelope
          ? envelope.answer
          : envelope.request;
    const lane = `${envelope.from} ${envelope.to} ${body.type} ${body.term}`;
    this.#lanes.set(id, lane);
    return lane;
  }

  /** What can still change something. */
  sweep(messages: readonly number[], peers: readonly number[]): number[] {
    return messages.filter((id) => !this.#isOver(id, peers)).sort((a, b) => a - b);
  }

  /** It can change nothing any more; or nothing now, and copies of it are sent again when they can. */
  #isOver(id: number, peers: readonly number[]): boolean {
    const envelope = this.#steps.envelopes.get(id);
    if (this.#isSpent(envelope, peers)) return true;
    if (this.#reorders || envelope.to === 'witness') return false;
    const peer = peers[envelope.to]!;
    const isIdle = isIdleStep(this.#steps.deliver(peer, id, 0), peer);
    if (!isIdle || !this.isTimed(id)) return isIdle;
    return isIdleStep(this.#steps.deliver(peer, id, PATIENCE_MS), peer);
  }

  #isSpent(envelope: Envelope, peers: readonly number[]): boolean {
    if (envelope.to === 'witness') {
      const isGone = (peers[envelope.from] ?? -1) < 0;
      return isGone || (!this.#reorders && this.#isElectionOver(envelope, peers));
    }
    const id = peers[envelope.to] ?? -1;
    if (id < 0) return true;
    const { term } = this.#steps.peers.get(id).terms;
    if (!this.#reorders && this.#isElectionOver(envelope, peers)) return true;
    if (envelope.from === 'witness') return this.#isPast(term, envelope.answer.term);
    return this.#isPointless(envelope.message, term, (peers[envelope.from] ?? -1) < 0);
  }

  /** Of a term that is over, only a question still has an effect: its answer tells the new term. */
  #isPointless({ type, term }: PeerMessage, own: number, isAlone: boolean): boolean {
    if (type === 'stale') return term <= own;
    const isAnswered = type === 'append' || type === 'world' || type === 'ask' || type === 'elect';
    return (!isAnswered || isAlone || !this.#reorders) && this.#isPast(own, term);
  }

  /** The peer that asked for it does not want to know any more. */
  #isElectionOver(envelope: Envelope, peers: readonly number[]): boolean {
    if (envelope.from === 'witness') return false;
    const id = peers[envelope.from] ?? -1;
    const body = 'request' in envelope ? envelope.request : envelope.message;
    if (id < 0) return false;
    const { role, terms } = this.#steps.peers.get(id);
    if (body.type === 'ask') return role.state !== 'asking' || terms.term !== body.term;
    const isOfPeers = body.type === 'elect' && 'message' in envelope;
    return isOfPeers && (role.state !== 'candidate' || terms.term !== body.term);
  }

  #isPast(own: number, theirs: number): boolean {
    return theirs < own && this.#rules.compareTerms(own, theirs) === 'older';
  }

  /** What it does depends on how long ago the sequencer was heard. */
  isTimed(id: number): boolean {
    const envelope = this.#steps.envelopes.get(id);
    if ('answer' in envelope) return envelope.answer.type === 'unclean';
    if (!('message' in envelope)) return false;
    return envelope.message.type === 'ask' || envelope.message.type === 'elect';
  }
}
