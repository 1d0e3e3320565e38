import { BY_SEQUENCER, type MemberId } from '../sim/command.ts';
import { findMemberOf } from '../sim/room-state.ts';
import { TERM_MODULO } from '../wire/packet-header.ts';
import { isMajority } from './election.ts';
import type { Remotes } from './remote-peer.ts';
import type { RoleContext } from './role.ts';
import { TermRequest } from './term-request.ts';
import type { Sequencer } from './sequencer.ts';

const CLAIM_KEPT_MS = 300;
/** How long claims are collected before they are weighed: a stalled processor finds many at once. */
const COLLECT_MS = 200;
const HEARD_MS = 1_000;
/** Five packets in a row. */
const HEARD_NOW_MS = 300;
const LISTEN_MS = 1_000;
/** Who fell silent this long ago at most still counts as one that might be on the other side. */
const LOST_RECENTLY_MS = 5_000;
/** Enough for a larger part to notice, choose and ask; less than a picture can be predicted. */
const WORD_AFTER_MS = 800;
const LOBBY_RETRY_MS = 500;
const TELL_EVERY_MS = 2_000;

/** Whether the one who reigns may go on: is this the larger part of the room? */
export class Incumbency {
  readonly #context: RoleContext;
  readonly #sequencer: Sequencer;
  /** When each member was heard last and claimed last, on the own clock. */
  readonly #heardMs = new Map<MemberId, number>();
  readonly #claimedMs = new Map<MemberId, number>();
  readonly #fresh: { readonly claimant: MemberId; readonly term: number }[] = [];
  #self: MemberId | null = null;
  #nowMs = 0;
  #unregisteredTerm: number | null = null;
  #toldAtMs = Number.NEGATIVE_INFINITY;
  #pausedAtMs = Number.NEGATIVE_INFINITY;
  #claimedTerm: number | null = null;
  #firstClaimMs = 0;
  #askedAtMs = Number.NEGATIVE_INFINITY;
  #isPaused = false;
  #isHolding = false;
  #isChallenged = false;
  #smallSinceMs = 0;
  readonly #ownWord: TermRequest;

  constructor(context: RoleContext, sequencer: Sequencer) {
    this.#context = context;
    this.#sequencer = sequencer;
    this.#ownWord = new TermRequest(context.authority, () => {});
  }

  /** [N13] With less than half of three or more, nothing becomes final here. */
  get isPaused(): boolean {
    return this.#isPaused;
  }

  /**
   * [N13] Sooner than that nothing more becomes final: if this is the smaller part, the larger one
   * shall find as little as possible that is void. Nor while claims are weighed: whoever claims takes
   * in nothing of ours any more. Nobody sees it, because play is predicted on.
   */
  get isHolding(): boolean {
    return this.#isHolding || this.#isPaused || this.#isChallenged;
  }

  advance(nowMs: number, remotes: Remotes, self: MemberId | null): void {
    this.#nowMs = nowMs;
    this.#self = self;
    this.#takeFresh();
    this.#weigh(remotes);
    this.#tellLobby();
    const term = this.#claimedTerm;
    this.#isChallenged = term !== null || this.#isOutvoted;
    if (this.#isPaused) this.#pausedAtMs = nowMs;
    if (term === null || self === null || nowMs - this.#firstClaimMs < COLLECT_MS) return;
    this.#claimedTerm = null;
    // Back from the smaller part: the larger one may have chosen long ago, and says so soon.
    if (nowMs - this.#pausedAtMs < LISTEN_MS) return;
    if (term > this.#context.reign.term) this.#decide(term, self);
  }

  #weigh(remotes: Remotes): void {
    const nowMs = this.#nowMs;
    const { room } = this.#context.engine.final;
    let heard = 1;
    let heardNow = 1;
    let electorate = 1;
    for (const remote of remotes.values()) {
      const member = findMemberOf(room, remote.peer);
      if (!member) continue;
      const silentMs = nowMs - remote.channel.meter.lastHeardMs;
      this.#heardMs.set(member.id, remote.channel.meter.lastHeardMs);
      if (silentMs < HEARD_MS) heard += 1;
      if (silentMs < HEARD_NOW_MS) heardNow += 1;
      if (!member.absent || silentMs < LOST_RECENTLY_MS) electorate += 1;
    }
    const isSmallerPart = electorate > 2 && !isMajority(heard, electorate);
    const hasWord = this.#hasOwnWord(isSmallerPart, heard);
    this.#isPaused = isSmallerPart && !hasWord;
    this.#isHolding = electorate > 2 && !isMajority(heardNow, electorate) && !hasWord;
  }

  /**
   * [N13] A larger part that goes on has asked the lobby long before: if the term is still ours, the
   * others are no part but gone.
   */
  #hasOwnWord(isSmallerPart: boolean, heard: number): boolean {
    if (!isSmallerPart) this.#smallSinceMs = this.#nowMs;
    if (this.#nowMs - this.#smallSinceMs < WORD_AFTER_MS) return false;
    const { reign } = this.#context;
    this.#ownWord.ask(reign.term, heard, heard, this.#nowMs);
    return this.#ownWord.isGranted(reign.term);
  }

  /**
   * [N12] A member lost us and wants a new reign. As long as those who do are the smaller part, the
   * new reign is ours: what is final stays as it is, and they come back to it.
   */
  answer(claimant: MemberId, term: number): void {
    this.#fresh.push({ claimant, term });
    if (term > this.#context.reign.term) this.#isChallenged = true;
  }

  /** Claims count from now on, not from when they came: this peer may have been stalled since. */
  #takeFresh(): void {
    for (const { claimant, term } of this.#fresh) {
      this.#claimedMs.set(claimant, this.#nowMs);
      if (term <= this.#context.reign.term) continue;
      if (this.#claimedTerm === null) this.#firstClaimMs = this.#nowMs;
      this.#claimedTerm = Math.max(term, this.#claimedTerm ?? 0);
    }
    this.#fresh.length = 0;
  }

  /** For the record: newcomers ask the lobby who reigns. Told again until the lobby agrees. */
  register(term: number): void {
    this.#unregisteredTerm = term;
  }

  #tellLobby(): void {
    const term = this.#unregisteredTerm;
    const { authority } = this.#context;
    if (term === null || !authority || this.#nowMs - this.#toldAtMs < TELL_EVERY_MS) return;
    this.#toldAtMs = this.#nowMs;
    const size = this.#context.engine.final.room.members.length;
    const heard = this.#countRecent(this.#heardMs, HEARD_MS) + 1;
    authority.claim(term, heard, size, (outcome, newestTerm) => {
      if (this.#unregisteredTerm !== term) return;
      if (outcome === 'granted') this.#unregisteredTerm = null;
      // The lobby gave this number to somebody else before: the same reign goes on with a free one.
      else if (newestTerm !== undefined && newestTerm >= term) this.#renumber(newestTerm + 1);
    });
  }

  #decide(term: number, self: MemberId): void {
    const electorate = this.#countElectorate();
    const heard = this.#countRecent(this.#heardMs, HEARD_MS) + 1;
    if (this.#isOutvoted) return this.#askLobby(term, self, heard, electorate);
    if (isMajority(heard, electorate)) this.#reignAnew(term, self);
    else this.#askLobby(term, self, heard, electorate);
  }

  /** The same reign goes on under another number. */
  reignOn(term: number): void {
    if (this.#self !== null) this.#reignAnew(term, this.#self);
  }

  /** More than half want another. */
  get #isOutvoted(): boolean {
    const claimants = this.#countRecent(this.#claimedMs, CLAIM_KEPT_MS);
    return isMajority(claimants, this.#countElectorate());
  }

  /** Those who are here; who claims is here, whatever the room says. */
  #countElectorate(): number {
    let count = 0;
    for (const { id, absent } of this.#context.engine.final.room.members) {
      const claimedMs = this.#claimedMs.get(id) ?? Number.NEGATIVE_INFINITY;
      if (!absent || id === this.#self || this.#nowMs - claimedMs < CLAIM_KEPT_MS) count += 1;
    }
    return count;
  }

  #renumber(term: number): void {
    const isNear = term - this.#context.reign.term < TERM_MODULO / 2;
    if (this.#self !== null && isNear && !this.#isPaused) this.#reignAnew(term, this.#self);
  }

  #askLobby(term: number, self: MemberId, heard: number, electorate: number): void {
    const { authority } = this.#context;
    if (!authority || this.#nowMs - this.#askedAtMs < LOBBY_RETRY_MS) return;
    this.#askedAtMs = this.#nowMs;
    authority.claim(term, heard, electorate, (outcome) => {
      if (outcome === 'granted' && term > this.#context.reign.term) this.#reignAnew(term, self);
    });
  }

  #reignAnew(term: number, self: MemberId): void {
    this.#context.reign.term = term;
    this.register(term);
    this.#sequencer.order({ type: 'reign', member: self, term, by: BY_SEQUENCER });
  }

  #countRecent(times: ReadonlyMap<MemberId, number>, withinMs: number): number {
    let count = 0;
    for (const atMs of times.values()) if (this.#nowMs - atMs < withinMs) count += 1;
    return count;
  }
}
