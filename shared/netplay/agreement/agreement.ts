import { assert } from '../../base/assert.ts';
import type { PeerId } from '../../base/peer-id.ts';
import { Consensus } from '../../consensus/consensus.ts';
import { mayOrder } from '../../consensus/leadership.ts';
import type { Log, Mark } from '../../consensus/log.ts';
import {
  type Members,
  NOBODY,
  NO_MEMBERS,
  type PageNumber,
  includes,
  only,
} from '../../consensus/members.ts';
import type {
  ConsensusEvent,
  Decision,
  PeerMessage,
  WitnessAnswer,
} from '../../consensus/messages.ts';
import type { LastWord, PeerState } from '../../consensus/peer-state.ts';
import type { World } from '../../room/world.ts';
import type { ElectionPacket, ElectionMessage } from '../../wire/election-packet.ts';
import type { CurrentTerm } from '../session/current-term.ts';
import type { RoomEngine } from '../engine/room-engine.ts';
import { type RemotePeer, type Remotes, findRemoteAt } from '../replication/remote-peer.ts';
import type { Suspects } from '../session/suspects.ts';
import type { SessionCounts } from '../session/session-counts.ts';
import type { Visibility } from '../session/visibility.ts';
import { BallotBox } from './ballot-box.ts';
import { Company } from './company.ts';
import { type HeldRows, endOf, marksIn } from './held-rows.ts';
import { fromHandover, toSaid } from './said.ts';
import { Sayings } from './sayings.ts';
import { Testimony } from './testimony.ts';
import { cutAtMissing, lacksStadium } from './playable-rows.ts';
import { orderMark, replaceRows } from './write-rows.ts';
import type { WitnessPort } from './witness-port.ts';

/** ms: a page that did nothing for so long was asleep. */
const ASLEEP_MS = 1_500;
/** ms: a handover, a stall of one machine and most elections are over before; play goes on predicted. */
const NOTICED_MS = 1_300;

export type AgreementParts = {
  readonly self: PeerId;
  /** The number of this page. */
  readonly page: PageNumber;
  readonly engine: RoomEngine;
  readonly counts: SessionCounts;
  readonly current: CurrentTerm;
  readonly remotes: Remotes;
  readonly witness: WitnessPort | null;
  readonly visibility: Visibility;
  /** Whether the lobby hears this peer, as far as is known. */
  readonly isHeardByLobby: (peer: PeerId) => boolean;
  readonly suspects: Suspects;
};

/** What came along with the message that is being taken in. */
type Taken = { readonly from: PageNumber; readonly held: HeldRows } | null;

/**
 * This peer's part in agreeing on the timeline: hands consensus what the links and the lobby say, and
 * does to the timeline what consensus decides. The log of consensus and the timeline end at the same
 * tick, always.
 */
export class Agreement {
  readonly #parts: AgreementParts;
  readonly #consensus: Consensus;
  readonly #votes = new BallotBox();
  readonly #sayings: Sayings;
  readonly #testimony: Testimony;
  readonly #company: Company;
  readonly #answers: WitnessAnswer[] = [];
  #nowMs = 0;
  #term: number;
  #life = 0;

  constructor(parts: AgreementParts, state: PeerState) {
    this.#parts = parts;
    this.#consensus = new Consensus(state);
    this.#sayings = new Sayings(parts.remotes);
    const say = this.#say.bind(this);
    this.#testimony = new Testimony({ ...parts, say });
    this.#company = new Company({
      ...parts,
      testimony: this.#testimony,
      tell: (event) => this.step(event),
      begin: (page) => this.begin(page),
      end: (pages, word) => this.end(pages, word),
    });
    this.#term = state.terms.term;
    this.#bringUpToDate();
  }

  get state(): PeerState {
    return this.#consensus.state;
  }

  get log(): Log {
    return this.state.log;
  }

  get isSequencer(): boolean {
    return this.state.role.state === 'sequencer';
  }

  /** A world is here that counts in this term. */
  get hasWorld(): boolean {
    return this.state.log.marks.length > 0 && this.state.agreed >= 0;
  }

  /** An election is on, as far as this peer knows. */
  get isElecting(): boolean {
    const { role, terms } = this.state;
    if (role.state === 'sequencer') return false;
    return role.state !== 'follower' || terms.sequencer === NOBODY;
  }

  /** The sequencer was not heard for longer than an election takes. */
  get isSequencerSilent(): boolean {
    return !this.isSequencer && this.#nowMs - this.state.heardMs >= NOTICED_MS;
  }

  /** No sequencer, or as the sequencer no quorum, was heard for so long that people are to know it. */
  get isInterrupted(): boolean {
    const { heardMs, role } = this.state;
    if (this.#nowMs - heardMs < NOTICED_MS) return false;
    if (role.state !== 'sequencer') return this.isElecting;
    return role.transferTo === NOBODY && !mayOrder(this.state, this.#nowMs);
  }

  /** Is this the sequencer of the own term? */
  follows(remote: RemotePeer): boolean {
    const { sequencer } = this.state.terms;
    return sequencer !== NOBODY && sequencer === remote.page;
  }

  /** Once an advance of the session. */
  advance(nowMs: number): void {
    const isAwake = nowMs - this.#nowMs <= ASLEEP_MS;
    this.#nowMs = nowMs;
    if (!isAwake) this.step({ type: 'woke' });
    const { witness, engine, visibility } = this.#parts;
    const { isHidden } = visibility;
    // [C6] A hidden page is elected last.
    if (isHidden !== this.state.isHidden) this.step({ type: 'hidden', isHidden });
    const life = witness?.life ?? 0;
    if (life !== this.#life) this.step({ type: 'witness-life', life });
    this.#life = life;
    const ended = witness?.takeEnded() ?? NO_MEMBERS;
    this.end(ended | this.#testimony.advance(this.state, nowMs, life !== 0));
    const above = this.isSequencer ? this.#testimony.takeRenewal() : null;
    if (above !== null) this.step({ type: 'renew', above });
    this.#company.look(this.state);
    for (const answer of this.#answers.splice(0)) this.step({ type: 'witness', answer });
    if (this.log.marks.length > 0) this.step({ type: 'base', base: engine.timeline.start });
    this.step({ type: 'time' });
    this.#sayings.repeat(this.state.terms.term, nowMs);
  }

  /** Tells consensus, and does what it decides. */
  step(event: ConsensusEvent, taken: Taken = null): void {
    this.#decide(event, taken);
    this.#bringUpToDate();
  }

  #decide(event: ConsensusEvent, taken: Taken): void {
    for (const decision of this.#consensus.step(event, this.#nowMs)) this.#act(decision, taken);
  }

  /** What an election says. */
  take(remote: RemotePeer, { said }: ElectionPacket): void {
    const { page } = remote;
    const { engine } = this.#parts;
    if (said.type === 'ended')
      return this.#testimony.takeEnded(remote, said.pages & ~this.#settled);
    if (said.type === 'vouch') return this.#testimony.take(this.state, remote, said);
    if ('term' in said) remote.told = { term: said.term, life: remote.told?.life ?? 0 };
    if (said.type === 'vote') {
      const vote = this.#votes.take(page, said);
      if (vote && !lacksStadium(engine, this.#votes.rowsOf(page))) this.#hear(remote, vote, null);
    } else if (said.type === 'handover') {
      const { message, held } = fromHandover(said);
      if (!lacksStadium(engine, held)) this.#hear(remote, message, { from: page, held });
    } else this.#hear(remote, said, null);
  }

  /**
   * What a sequencer ordered, as far as it can be played here: `commit` is its first tick that is not
   * final. [N17] Ticks behind a change to a stadium that is not here wait for it.
   */
  takeAppend(remote: RemotePeer, held: HeldRows, commit: number): void {
    const { page, told } = remote;
    if (told === null) return;
    const playable = cutAtMissing(this.#parts.engine, held);
    const end = endOf(playable);
    const { from } = held;
    const { term, life } = told;
    const message = {
      type: 'append',
      term,
      from,
      end,
      toldEnd: endOf(held),
      commit: Math.min(commit, end),
      marks: marksIn(playable),
      life,
    } as const;
    this.#hear(remote, message, { from: page, held: playable });
  }

  /** Up to where a peer holds what was ordered here; -1: it needs a world. */
  takeAck(remote: RemotePeer, end: number, life: number): void {
    const { term } = this.state.terms;
    this.#hear(remote, { type: 'ack', term, end, life }, null);
  }

  /** A world of final ticks that a sequencer sent: true when it took the place of what was here. */
  takeWorld(remote: RemotePeer, world: World): boolean {
    const { engine } = this.#parts;
    const { page, told } = remote;
    const { room, tick } = world;
    const { configuration, term } = room;
    if (told === null || configuration === null) return false;
    const mark: Mark = { at: configuration.at, term, members: configuration.pages };
    const message = { type: 'world', term: told.term, end: tick, mark } as const;
    if (!this.#testimony.admits(this.state, remote, message)) return false;
    // The timeline follows the log only once the world is in its place.
    this.#decide({ type: 'message', from: page, message }, null);
    const { log } = this;
    const isLog = log.base === tick;
    // What is repaired is the state alone: the log is that of the sequencer already.
    const isRepair = this.follows(remote) && tick >= engine.timeline.start && tick <= log.commit;
    if (isLog && log.end === tick) engine.load(world);
    else if (isLog || isRepair) engine.replaceWorlds(world);
    this.#bringUpToDate();
    return isLog || isRepair;
  }

  /** The sequencer ordered ticks. */
  noteOrdered(): void {
    const { end } = this.#parts.engine.timeline;
    if (end > this.log.end) this.step({ type: 'ordered', end });
  }

  /** A peer is let in, or is a member that this sequencer does not know yet: it shall be fed. */
  feed(remote: RemotePeer): void {
    this.step({ type: 'join', page: remote.page });
  }

  /** A page was opened and has this number. */
  begin(page: PageNumber): void {
    if (includes(this.state.ended, page)) this.step({ type: 'begun', page });
  }

  /**
   * Pages are over: passed on once, since a goodbye gets lost.
   *
   * @param word the own goodbye of the one page that is over
   */
  end(pages: Members, word: LastWord | null = null): void {
    const isKnown = (pages & ~this.state.ended) === 0;
    if (word && !this.state.lastWords.some(({ page }) => page === word.page))
      this.step({ type: 'parted', word });
    if (isKnown) return;
    if (!word) this.step({ type: 'ended', pages });
    let to = NO_MEMBERS;
    for (const { page } of this.#parts.remotes.values()) to |= only(page);
    this.#say(to & ~pages, [{ type: 'ended', pages }]);
  }

  /** [C23] The sequencer of this term told another member something else. */
  distrust(): void {
    this.#testimony.distrust(this.state);
    this.step({ type: 'distrust' });
  }

  /** The term shall go to this peer. */
  transfer(remote: RemotePeer): void {
    this.step({ type: 'transfer', to: remote.page });
  }

  /** Whether this is the sequencer of the term that it tells of, by what the others say too. */
  believes(remote: RemotePeer): boolean {
    return this.#testimony.believes(this.state, remote);
  }

  #hear(remote: RemotePeer, message: PeerMessage, taken: Taken): void {
    if (!this.#testimony.admits(this.state, remote, message)) return;
    this.step({ type: 'message', from: remote.page, message }, taken);
  }

  /** Of these nothing new is said: this page, and those that are over. */
  get #settled(): Members {
    return this.state.ended | only(this.state.page);
  }

  #act(decision: Decision, taken: Taken): void {
    const { counts, witness } = this.#parts;
    switch (decision.type) {
      case 'send': {
        const said = toSaid(decision.message, this.#parts.engine);
        return this.#say(decision.to, said);
      }
      case 'ask-witness':
        return witness?.ask(decision.request, (answer) => this.#answers.push(answer));
      case 'order':
        return orderMark(this.#parts.engine, this.#parts.self, decision.mark);
      case 'take-rows':
        return this.#takeRows(decision, taken);
      case 'rival':
        counts.rivals += 1;
        return;
      case 'unclean':
        counts.unclean += 1;
        return;
      case 'retracted':
        counts.retractions += 1;
        return;
    }
  }

  /** The rows came with this message, or with a vote. */
  #takeRows({ of, from, end }: Decision & { type: 'take-rows' }, taken: Taken): void {
    const source = taken?.from === of ? taken.held : this.#votes.rowsOf(of);
    this.#parts.counts.takenBackTicks += replaceRows(this.#parts.engine, source, from, end);
  }

  #bringUpToDate(): void {
    const { engine, current, self, remotes } = this.#parts;
    const { timeline } = engine;
    const { terms, log, agreed, role, page } = this.state;
    current.term = terms.term;
    this.#testimony.tellVote(this.state);
    const sequencer =
      terms.sequencer === page ? self : findRemoteAt(remotes, terms.sequencer)?.peer;
    if (sequencer !== undefined) current.sequencer = sequencer;
    current.mark = log.marks.at(-1) ?? null;
    if (log.marks.length === 0) return;
    assert(timeline.end === log.end, `the timeline ends at ${timeline.end}, the log at ${log.end}`);
    if (terms.term !== this.#term) timeline.doubt();
    this.#term = terms.term;
    timeline.agree(role.state === 'sequencer' ? log.end : Math.max(agreed, log.commit));
    timeline.makeFinal(log.commit);
  }

  #say(to: Members, said: readonly ElectionMessage[]): void {
    this.#sayings.say(to, said, this.state.terms.term, this.#nowMs);
  }
}
