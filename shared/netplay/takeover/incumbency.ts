import { BY_SEQUENCER, type MemberId } from '../../room/command.ts';
import { type Member, findMemberOf } from '../../room/room-state.ts';
import type { ClaimPacket } from '../../wire/claim-packet.ts';
import { TERM_MODULO } from '../../wire/packet-header.ts';
import { isMajority } from '../election/election.ts';
import type { Finality } from '../replication/finality.ts';
import type { Remotes } from '../replication/remote-peer.ts';
import { LobbyWord } from '../election/lobby-word.ts';
import type { Sequencer } from '../replication/sequencer.ts';
import type { PeerId } from '../../base/peer-id.ts';
import type { RoomEngine } from '../engine/room-engine.ts';
import type { Reign, TermAuthority } from '../election/reign.ts';

const CLAIM_KEPT_MS = 300;
/** How long claims are collected before they are weighed: a stalled processor finds many at once. */
const COLLECT_MS = 300;
/** Whoever claimed this lately has not come back by itself. */
const WANTED_MS = 150;
const HEARD_MS = 1_000;
/** Five packets in a row; or twice as long as somebody is silent now and then ([N30]). */
const HEARD_NOW_MS = 300;
const SLOW_GAPS = 2;
const LISTEN_MS = 1_000;
/** Who fell silent this long ago at most still counts as one that might be on the other side. */
const LOST_RECENTLY_MS = 5_000;
const LOBBY_RETRY_MS = 500;
const TELL_EVERY_MS = 2_000;

/** Whose reign it is, over which room, and who is asked for another. */
export type IncumbencyParts = {
  readonly self: PeerId;
  readonly engine: RoomEngine;
  readonly reign: Reign;
  readonly authority: TermAuthority | null;
};

/** Whether the one who reigns may go on: is this the larger part of the room? */
export class Incumbency {
  readonly #parts: IncumbencyParts;
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
  /** What the lobby answered since the last advance: this reign may be over when it does. */
  #grantedTerm: number | null = null;
  #wishedTerm: number | null = null;
  #isPaused = false;
  #contestedTerm: number | null = null;
  #isHolding = false;
  #isChallenged = false;
  readonly #finality: Finality;
  readonly #word: LobbyWord;

  /** @param isTaken the reign was somebody else's before */
  constructor(
    parts: IncumbencyParts,
    {
      sequencer,
      finality,
      isTaken,
    }: { sequencer: Sequencer; finality: Finality; isTaken: boolean },
  ) {
    this.#parts = parts;
    this.#sequencer = sequencer;
    this.#finality = finality;
    this.#word = new LobbyWord(parts.authority, isTaken);
  }

  /** [N13] With less than half of three or more, nothing is ordered here. */
  get isPaused(): boolean {
    return this.#isPaused;
  }

  /**
   * [N13] Sooner than that nothing more is ordered: if this is the smaller part, the larger one
   * shall find as little as possible that is void. Nor while claims are weighed: whoever claims takes
   * in nothing of ours any more. Nobody sees it, because play is predicted on.
   */
  get isHolding(): boolean {
    return this.#isHolding || this.#isPaused || this.#isChallenged;
  }

  advance(nowMs: number, remotes: Remotes, self: MemberId | null): void {
    this.#nowMs = nowMs;
    this.#self = self;
    this.#takeAnswers();
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
    // Most come back as soon as they hear us again.
    const isWanted = this.#countRecent(this.#claimedMs, WANTED_MS) > 0;
    if (isWanted && term > this.#parts.reign.term) this.#askFor(term);
  }

  /** The number of the reign to be elected: this one cannot go on as it is. Null when it can. */
  get contestedTerm(): number | null {
    return this.#contestedTerm ?? this.#word.nextTerm;
  }

  /** [N24] At last it stands for a majority that no lobby is there to give the term to anybody else. */
  get isSole(): boolean {
    return this.#word.isMoot(this.#parts.reign.term, this.#nowMs);
  }

  /** [N24] One that is gone by the word of the lobby, or absent and known there to be behind. */
  readonly excuses = ({ absent, peer }: Member): boolean =>
    this.#word.isAbout(peer) || (absent && this.#word.excuses(peer));

  #weigh(remotes: Remotes): void {
    const nowMs = this.#nowMs;
    const { room } = this.#parts.engine;
    let heard = 1;
    let heardNow = 1;
    let electorate = 1;
    for (const remote of remotes.values()) {
      const member = findMemberOf(room, remote.peer);
      if (!member) continue;
      const { lastHeardMs, usualGapMs } = remote.channel.meter;
      const silentMs = nowMs - lastHeardMs;
      const nowWithinMs = Math.max(HEARD_NOW_MS, Math.min(SLOW_GAPS * usualGapMs, HEARD_MS));
      this.#heardMs.set(member.id, lastHeardMs);
      if (silentMs < HEARD_MS) heard += 1;
      if (silentMs < nowWithinMs) heardNow += 1;
      if (!member.absent || silentMs < LOST_RECENTLY_MS) electorate += 1;
    }
    const isSmallerPart = electorate > 2 && !isMajority(heard, electorate);
    this.#askForWord(isSmallerPart, remotes);
    this.#isPaused = isSmallerPart && !this.#word.isGiven;
    this.#isHolding = electorate > 2 && !isMajority(heardNow, electorate) && !this.#word.isGiven;
  }

  #askForWord(isSmallerPart: boolean, remotes: Remotes): void {
    const { term } = this.#parts.reign;
    const nowMs = this.#nowMs;
    const { members } = this.#parts.engine.final.room;
    if (isSmallerPart || this.#finality.isStuck(nowMs)) {
      const missing = members.filter((member) => this.#isMissing(member, remotes));
      const lacking = missing.filter((member) => !this.#finality.isUpToDate(member, remotes));
      const count = { term, members };
      this.#word.warn({ ...count, missing: lacking.map(({ peer }) => peer) }, nowMs);
      return this.#word.ask({ ...count, missing: missing.map(({ peer }) => peer) }, nowMs);
    }
    this.#word.drop();
    const isWhole = members.every((one) => !one.absent && !this.#isMissing(one, remotes));
    if (isWhole) return this.#word.settle(term, members, nowMs);
    const behind = members.filter((member) => this.#isBehind(member, remotes));
    if (behind.length === 0) return;
    this.#word.report({ term, members, missing: behind.map(({ peer }) => peer) }, nowMs);
  }

  /** It is behind, or was and has not caught up with what is final. */
  #isMissing(member: Member, remotes: Remotes): boolean {
    const wasBehind = this.#word.excuses(member.peer);
    const isUpToDate = !wasBehind || this.#finality.isUpToDate(member, remotes);
    return this.#isBehind(member, remotes) || !isUpToDate;
  }

  /** It is not heard, follows nobody here, or lacks much of what was ordered. */
  #isBehind(member: Member, remotes: Remotes): boolean {
    const { id } = member;
    const isHeard = this.#isRecent(this.#heardMs, id, HEARD_MS);
    const isFollowing = isHeard && !this.#isRecent(this.#claimedMs, id, CLAIM_KEPT_MS);
    return id !== this.#self && (!isFollowing || !this.#finality.keepsUp(member, remotes));
  }

  #isRecent(times: ReadonlyMap<MemberId, number>, id: MemberId, withinMs: number): boolean {
    return this.#nowMs - (times.get(id) ?? Number.NEGATIVE_INFINITY) < withinMs;
  }

  /**
   * [N12] A member lost us and wants a new reign. If it does not come back by itself we ask for the next
   * term: they come back to that.
   */
  answer(claimant: MemberId, { reign: term, tailTerm }: ClaimPacket): void {
    this.#fresh.push({ claimant, term });
    const { reign } = this.#parts;
    if (term > reign.term) this.#isChallenged = true;
    // Somebody reigned since, perhaps without the lobby's knowledge: what it made final has to be heard.
    if (tailTerm > reign.term) this.#contestedTerm = Math.max(term, tailTerm + 1);
  }

  /** Claims count from now on, not from when they came: this peer may have been stalled since. */
  #takeFresh(): void {
    for (const { claimant, term } of this.#fresh) {
      this.#claimedMs.set(claimant, this.#nowMs);
      if (term <= this.#parts.reign.term) continue;
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
    const { authority } = this.#parts;
    if (term === null || !authority || this.#nowMs - this.#toldAtMs < TELL_EVERY_MS) return;
    this.#toldAtMs = this.#nowMs;
    const { members } = this.#parts.engine.room;
    const isHeard = ({ id }: Member): boolean => this.#isRecent(this.#heardMs, id, HEARD_MS);
    const voters = members.filter((one) => one.id === this.#self || isHeard(one));
    const claim = {
      term,
      voters: voters.map(({ peer }) => peer),
      electorate: members.map(({ peer }) => peer),
      missing: null,
      insists: false,
    };
    authority.claim(claim, (outcome, newestTerm) => {
      if (this.#unregisteredTerm !== term) return;
      if (outcome === 'granted') this.#unregisteredTerm = null;
      // The lobby gave this number to somebody else before: a free one is asked for.
      else if (outcome === 'taken' && newestTerm !== undefined) this.#wishedTerm = newestTerm + 1;
    });
  }

  #takeAnswers(): void {
    if (this.#grantedTerm !== null) this.#reignAnew(this.#grantedTerm);
    if (this.#wishedTerm !== null) this.#askFor(this.#wishedTerm);
    this.#grantedTerm = null;
    this.#wishedTerm = null;
  }

  /** More than half want another. */
  get #isOutvoted(): boolean {
    const claimants = this.#countRecent(this.#claimedMs, CLAIM_KEPT_MS);
    return isMajority(claimants, this.#countElectorate());
  }

  /** Those who are here; who claims is here, whatever the room says. */
  #countElectorate(): number {
    let count = 0;
    for (const { id, absent } of this.#parts.engine.room.members) {
      const isClaimant = this.#isRecent(this.#claimedMs, id, CLAIM_KEPT_MS);
      if (!absent || id === this.#self || isClaimant) count += 1;
    }
    return count;
  }

  /**
   * The same reign goes on under another number if the lobby gives it, which it does when nobody was
   * elected since. Else it is put to the vote, where what the others hold counts.
   */
  #askFor(term: number): void {
    const { authority, reign } = this.#parts;
    const isNear = term > reign.term && term - reign.term < TERM_MODULO / 2;
    if (!isNear || this.#isPaused || this.#nowMs - this.#askedAtMs < LOBBY_RETRY_MS) return;
    this.#askedAtMs = this.#nowMs;
    if (!authority) this.#contestedTerm = term;
    const alone = [this.#parts.self];
    const claim = { term, voters: alone, electorate: alone, missing: null, insists: false };
    authority?.claim(claim, (outcome, newestTerm) => {
      if (outcome === 'granted') this.#grantedTerm = term;
      else this.#contestedTerm = Math.max(term, (newestTerm ?? 0) + 1);
    });
  }

  #reignAnew(term: number): void {
    const { reign } = this.#parts;
    if (term <= reign.term || this.#self === null) return;
    reign.term = term;
    this.register(term);
    this.#sequencer.order({ type: 'reign', member: this.#self, term, pages: 0, by: BY_SEQUENCER });
  }

  #countRecent(times: ReadonlyMap<MemberId, number>, withinMs: number): number {
    let count = 0;
    for (const atMs of times.values()) if (this.#nowMs - atMs < withinMs) count += 1;
    return count;
  }
}
