import type { PeerId } from '../../base/peer-id.ts';
import type { TermAuthority, TermClaim } from './reign.ts';
import { TermRequest } from './term-request.ts';

/** The lobby is not bothered at once. */
const ASK_AFTER_MS = 100;
/** Whoever is missing but there could have taken the term long ago. */
const INSIST_AFTER_MS = 6_000;
/** Neither lobby nor member: either it is this machine that is offline, or nobody is left. */
const MOOT_AFTER_MS = 15_000;
const TELL_EVERY_MS = 500;

/** Which members do not hold what is ordered. */
export type Headcount = {
  readonly term: number;
  readonly members: readonly { readonly peer: PeerId }[];
  readonly missing: readonly PeerId[];
};

/**
 * [N13] The lobby's word to a sequencer that has no majority: the term is still its own, and those who
 * are missing are gone. The lobby remembers them, and gives the term to none of them alone until it is
 * told that they have caught up.
 */
export class LobbyWord {
  readonly #authority: TermAuthority | null;
  readonly #request: TermRequest;
  #neededSinceMs: number | null = null;
  #isGiven = false;
  #missing: readonly PeerId[] = [];
  readonly #excused = new Set<PeerId>();
  #reported = '';
  #nextTerm: number | null = null;
  /** The lobby may remember somebody. */
  #isOwing: boolean;
  #settledMs = Number.NEGATIVE_INFINITY;
  #toldMs = Number.NEGATIVE_INFINITY;

  /** @param isOwing the reign began without somebody */
  constructor(authority: TermAuthority | null, isOwing: boolean) {
    this.#authority = authority;
    this.#request = new TermRequest(authority, (newest) => {
      this.#nextTerm = newest + 1;
    });
    this.#isOwing = isOwing;
  }

  get isGiven(): boolean {
    return this.#isGiven;
  }

  /** Free again, after the lobby gave a term to somebody else; null when it did not. */
  get nextTerm(): number | null {
    return this.#nextTerm;
  }

  /** It was waited for long enough: there is no lobby to give the term to anybody else. */
  isMoot(term: number, nowMs: number): boolean {
    const sinceMs = nowMs - (this.#neededSinceMs ?? nowMs);
    return sinceMs >= MOOT_AFTER_MS && this.#request.isNobodyThere(term, nowMs);
  }

  /** At each advance while the word is needed. */
  ask(headcount: Headcount, nowMs: number): void {
    this.#neededSinceMs ??= nowMs;
    const sinceMs = nowMs - this.#neededSinceMs;
    if (sinceMs < ASK_AFTER_MS) return;
    this.#isOwing = true;
    this.#request.ask(toClaim(headcount, sinceMs >= INSIST_AFTER_MS), nowMs);
    this.#isGiven = this.#request.isGranted(headcount.term);
    if (!this.#isGiven) return;
    this.#missing = headcount.missing;
    this.#excuse(headcount.missing);
  }

  /** The word that is given is about this peer. */
  isAbout(peer: PeerId): boolean {
    return this.#isGiven && this.#missing.includes(peer);
  }

  /** The lobby knows that this peer may be behind. */
  excuses(peer: PeerId): boolean {
    return this.#excused.has(peer);
  }

  /** A majority goes on without these: the lobby remembers them, and they are not waited for. */
  report(headcount: Headcount, nowMs: number): void {
    this.#tell(headcount, true, nowMs);
  }

  /** These lack something final, and others may be gone with it: the lobby remembers them. */
  warn(headcount: Headcount, nowMs: number): void {
    if (headcount.missing.length > 0) this.#tell(headcount, false, nowMs);
  }

  #tell(headcount: Headcount, areExcused: boolean, nowMs: number): void {
    const text = [areExcused, ...headcount.missing].join();
    if (text === this.#reported || nowMs - this.#toldMs < TELL_EVERY_MS) return;
    this.#toldMs = nowMs;
    this.#isOwing = true;
    this.#authority?.claim(toClaim(headcount, true), (outcome) => {
      if (outcome !== 'granted') return;
      this.#reported = text;
      if (areExcused) this.#excuse(headcount.missing);
    });
  }

  /** It is not needed any more. */
  drop(): void {
    this.#neededSinceMs = null;
    this.#isGiven = false;
  }

  /** Everybody holds all that is final: said until the lobby has heard it. */
  settle(term: number, members: Headcount['members'], nowMs: number): void {
    if (!this.#isOwing || nowMs - this.#settledMs < TELL_EVERY_MS) return;
    this.#settledMs = nowMs;
    this.#authority?.claim(toClaim({ term, members, missing: [] }, false), (outcome) => {
      if (outcome !== 'granted') return;
      this.#isOwing = false;
      this.#reported = '';
      this.#excused.clear();
    });
  }

  #excuse(peers: readonly PeerId[]): void {
    for (const peer of peers) this.#excused.add(peer);
  }
}

function toClaim({ term, members, missing }: Headcount, insists: boolean): TermClaim {
  const electorate = members.map(({ peer }) => peer);
  const voters = electorate.filter((peer) => !missing.includes(peer));
  return { term, voters, electorate, missing, insists };
}
