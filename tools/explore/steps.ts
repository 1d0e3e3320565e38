import { assert } from '../../shared/base/assert.ts';
import type { ConsensusEvent, PeerMessage } from '../../shared/consensus/messages.ts';
import type { PeerState } from '../../shared/consensus/peer-state.ts';
import { Interned } from './intern.ts';
import {
  type Envelope,
  LONG_MS,
  type StepRules,
  type Stepped,
  peerKey,
  stepPeer,
} from './one-peer.ts';

/** What one event makes of one peer, by the numbers of the tables. */
export type KnownStep = {
  readonly peer: number;
  readonly stepped: Stepped;
  readonly sent: readonly number[];
  readonly label: string;
};

/** What any peer does at any event is found out once. */
export class Steps {
  readonly peers = new Interned<PeerState>();
  readonly envelopes = new Interned<Envelope>();
  readonly #rules: StepRules;
  readonly #steps = new Map<string, KnownStep>();
  readonly #deliveries = new Map<number, KnownStep>();

  constructor(rules: StepRules) {
    this.#rules = rules;
  }

  /** The number of a peer's state. */
  keep(state: PeerState): number {
    const key = peerKey(state);
    return this.peers.put(key, JSON.parse(key));
  }

  /** The number of a message. */
  put(envelope: Envelope): number {
    return this.envelopes.put(JSON.stringify(envelope), envelope);
  }

  /** A message that comes, so long after the last event. */
  deliver(peer: number, id: number, jumpMs: number): KnownStep {
    const key = (peer * 2 + (jumpMs > 0 ? 1 : 0)) * 0x20_0000 + id;
    const before = this.#deliveries.get(key);
    if (before !== undefined) return before;
    const envelope = this.envelopes.get(id);
    const event: ConsensusEvent =
      'answer' in envelope
        ? { type: 'witness', answer: envelope.answer }
        : { type: 'message', from: envelope.from, message: messageOf(envelope) };
    const known = this.step(peer, event, jumpMs, -1);
    this.#deliveries.set(key, known);
    return known;
  }

  /** @param missed a peer that a sequencer has not heard for long; -1 for none */
  step(id: number, event: ConsensusEvent, jumpMs: number, missed: number): KnownStep {
    const text = JSON.stringify(event);
    const key = `${id} ${jumpMs} ${missed} ${text}`;
    const known = this.#steps.get(key);
    if (known) return known;
    const before = this.peers.get(id);
    const stepped = stepPeer(missing(before, missed), event, jumpMs, this.#rules);
    const sent = stepped.envelopes.map((one) => this.put(one));
    const when = jumpMs > 0 ? ` after ${jumpMs} ms` : '';
    const without = missed < 0 ? '' : ` without ${missed}`;
    const label = `${before.page}${when}${without}: ${text}`;
    const step = { peer: this.keep(stepped.state), stepped, sent, label };
    this.#steps.set(key, step);
    return step;
  }
}

/** It changes nothing and says nothing. */
export function isIdleStep({ peer, sent, stepped }: KnownStep, before: number): boolean {
  return peer === before && sent.length === 0 && stepped.failure === null;
}

function messageOf(envelope: Envelope): PeerMessage {
  assert('message' in envelope, 'a peer is told by peers and by the witness');
  return envelope.message;
}

/** The same peer, but one other was not heard for long. */
function missing(state: PeerState, page: number): PeerState {
  const progress = state.role.state === 'sequencer' ? state.role.progress[page] : null;
  if (!progress) return state;
  const copy = structuredClone(state);
  if (copy.role.state === 'sequencer')
    copy.role.progress[page] = { ...progress, heardMs: -LONG_MS };
  return copy;
}
