import { Evidence, heardWithin } from '../../consensus/evidence.ts';
import {
  type Members,
  NOBODY,
  NO_MEMBERS,
  type PageNumber,
  only,
} from '../../consensus/members.ts';
import type { PeerMessage } from '../../consensus/messages.ts';
import type { PeerState } from '../../consensus/peer-state.ts';
import { LEASE_MS, leaseFor } from '../../consensus/timing.ts';
import type { ElectionMessage } from '../../wire/election-packet.ts';
import { type RemotePeer, type Remotes, findRemoteAt } from '../replication/remote-peer.ts';
import type { Suspects } from '../session/suspects.ts';
import { usualSilenceOf } from './usual-silence.ts';
import type { WitnessPort } from './witness-port.ts';
import { type EndingLinks, Endings } from './endings.ts';

/** [C23] ms: time for an election, if the others noticed the same; else the sequencer is heard again. */
const DISTRUST_MS = 1_500;
/** ms: one that was replaced is not elected again for so long. */
const REPLACED_MS = 30_000;
/** What a peer sends that is the sequencer, or would be. */
const SENT_BY_SEQUENCERS: ReadonlySet<PeerMessage['type']> = new Set([
  'append',
  'world',
  'handover',
  'ask',
  'elect',
]);
/** Asks a peer whom it follows. */
const QUESTION = { type: 'vouch', term: 0, page: null } as const;
/** ms, and gaps: a page that is said to be over, and was silent for longer than it ever is, is over. */
const SILENT_MIN_MS = 250;
const GAPS = 3;

export type TestimonyParts = {
  readonly remotes: Remotes;
  readonly suspects: Suspects;
  readonly witness: WitnessPort | null;
  /** Says something three times to the pages of a set. */
  readonly say: (to: Members, said: readonly ElectionMessage[]) => void;
};

/** [C18] What peers say of each other: asked for, kept, and weighed before consensus hears of it. */
export class Testimony {
  readonly #parts: TestimonyParts;
  readonly #evidence = new Evidence();
  readonly #endings = new Endings();
  readonly #links: EndingLinks;
  #toldTerm = 0;
  #toldVote: PageNumber = NOBODY;
  #distrusted: { page: PageNumber; term: number; untilMs: number } | null = null;
  #nowMs = 0;

  constructor(parts: TestimonyParts) {
    this.#parts = parts;
    this.#links = linksOf(parts);
  }

  /** Once an advance of the session: what is over by the word of others and by silence. */
  advance({ log }: PeerState, nowMs: number, hasLobby: boolean): Members {
    this.#nowMs = nowMs;
    if (log.marks.length === 0) this.#askForWords();
    return this.#endings.settle(this.#links, hasLobby, nowMs, (by) =>
      this.#suspect(by, 'false-end'),
    );
  }

  /** The pages that are heard over links of one's own. */
  heard(): Members {
    return heardWithin(this.#links, this.#nowMs);
  }

  /** [C23] The sequencer is not heard for a while, and stands for nothing if another is elected. */
  distrust({ terms }: PeerState): void {
    const { term, sequencer: page } = terms;
    this.#distrusted = { page, term, untilMs: this.#nowMs + DISTRUST_MS };
  }

  #isDistrusted({ terms }: PeerState, page: PageNumber): boolean {
    const distrusted = this.#distrusted;
    if (distrusted?.page !== page) return false;
    const { term, sequencer } = terms;
    // One that stands anew behind a term was not replaced: it would be heard by nobody, and nobody elected.
    const isReplaced = term > distrusted.term && sequencer !== NOBODY && sequencer !== page;
    return this.#nowMs < distrusted.untilMs + (isReplaced ? REPLACED_MS : 0);
  }

  /** Another page has this number now. */
  forget(page: PageNumber): void {
    if (this.#distrusted?.page === page) this.#distrusted = null;
    this.#evidence.forget(page);
    this.#endings.forget(page);
  }

  /** Whether consensus is to hear this now. */
  admits(state: PeerState, remote: RemotePeer, message: PeerMessage): boolean {
    const { page, peer } = remote;
    if (SENT_BY_SEQUENCERS.has(message.type) && this.#isDistrusted(state, page)) return false;
    const admission = this.#evidence.admit(state, page, message, this.#links, this.#nowMs);
    if (admission === 'unproven') this.#askAbout(state, remote);
    const isSecond =
      admission === 'admitted' &&
      (message.type === 'append' || message.type === 'world') &&
      message.term === state.terms.term &&
      state.terms.sequencer !== NOBODY &&
      state.terms.sequencer !== page;
    if (isSecond) this.#parts.suspects.note(peer, 'second-sequencer');
    return admission === 'admitted';
  }

  /** Whether this is the sequencer of the term that it told of; the others are asked where that is open. */
  believes(state: PeerState, remote: RemotePeer): boolean {
    const { page, told } = remote;
    if (told === null) return false;
    const { term, sequencer } = state.terms;
    if (told.term === term && sequencer !== NOBODY) return sequencer === page;
    if (told.term < term) return false;
    const isElected = this.#evidence.isElected(state, page, told.term, this.#links, this.#nowMs);
    if (!isElected) this.#askAbout(state, remote);
    return isElected;
  }

  /** A peer says whom it follows, or asks whom this one does. */
  take(state: PeerState, remote: RemotePeer, vouch: ElectionMessage & { type: 'vouch' }): void {
    if (vouch.page !== null) return this.#evidence.note(remote.page, vouch.term, vouch.page);
    const { term, sequencer, votedFor } = state.terms;
    const page = sequencer === NOBODY ? votedFor : sequencer;
    if (page === NOBODY) return;
    remote.channel.send({ type: 'election', said: { type: 'vouch', term, page } }, this.#nowMs);
  }

  /** A peer passes on that pages are over. */
  takeEnded(remote: RemotePeer, pages: Members): void {
    this.#endings.note(pages, remote.page, this.#nowMs);
  }

  /** Tells everybody for whom this peer voted: whoever is elected, each can count it then. */
  tellVote({ terms, page }: PeerState): void {
    const { term, votedFor } = terms;
    if (term === this.#toldTerm && votedFor === this.#toldVote) return;
    this.#toldTerm = term;
    this.#toldVote = votedFor;
    if (votedFor === NOBODY || votedFor === page) return;
    this.#parts.say(this.#links.pages, [{ type: 'vouch', term, page: votedFor }]);
  }

  /** [C20] The term that a member strayed to, where this sequencer is to stand anew behind it. */
  takeRenewal(): number | null {
    const strayed = this.#evidence.takeRenewal(this.#nowMs);
    if (strayed) this.#suspect(strayed.page, 'strayed');
    return strayed?.term ?? null;
  }

  /** [C18] A newcomer waits for the word of all, so it asks each of them as soon as there is a way. */
  #askForWords(): void {
    let asked = NO_MEMBERS;
    for (const { channel, page } of this.#parts.remotes.values()) {
      const isDue = channel.isReady && this.#evidence.takeFirstQuestion(page, this.#nowMs);
      if (isDue) asked |= only(page);
    }
    if (asked !== NO_MEMBERS) this.#parts.say(asked, [QUESTION]);
  }

  #askAbout({ log }: PeerState, { page, peer }: RemotePeer): void {
    const question = this.#evidence.takeQuestion(page, this.#nowMs);
    if (question === null) return;
    // In an honest election one question is enough, but for what is lost. A newcomer knows nothing yet.
    if (question === 'again' && log.marks.length > 0)
      this.#parts.suspects.note(peer, 'unproven-term');
    for (const { channel } of this.#parts.remotes.values()) {
      channel.send({ type: 'election', said: QUESTION }, this.#nowMs);
    }
  }

  #suspect(page: PageNumber, suspicion: 'false-end' | 'strayed'): void {
    const remote = findRemoteAt(this.#parts.remotes, page);
    if (remote) this.#parts.suspects.note(remote.peer, suspicion);
  }
}

function linksOf({ remotes, witness }: TestimonyParts): EndingLinks {
  return {
    get pages() {
      let pages = NO_MEMBERS;
      for (const { page, channel } of remotes.values()) if (channel.isReady) pages |= only(page);
      return pages;
    },
    get named() {
      const named = witness && witness.life !== 0 ? witness.sequencer : null;
      return (named === null ? null : remotes.get(named)?.page) ?? NOBODY;
    },
    heardAtMs: (page) =>
      findRemoteAt(remotes, page)?.channel.meter.lastHeardMs ?? Number.NEGATIVE_INFINITY,
    silenceOf: (page) => {
      const remote = findRemoteAt(remotes, page);
      if (!remote) return LEASE_MS;
      const { usualGapMs } = remote.channel.meter;
      if (remote.isHidden) return leaseFor(usualSilenceOf(remote));
      if (usualGapMs === 0) return LEASE_MS;
      return Math.min(leaseFor(usualGapMs), Math.max(SILENT_MIN_MS, GAPS * usualGapMs));
    },
  };
}
