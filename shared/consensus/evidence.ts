import { finalMark, isOlderMark, newestMark } from './log.ts';
import {
  type Members,
  NOBODY,
  NO_MEMBERS,
  PAGES_MAX,
  type PageNumber,
  countMembers,
  includes,
  only,
} from './members.ts';
import type { PeerMessage } from './messages.ts';
import type { PeerState } from './peer-state.ts';
import { RaiseLimits } from './raise-limits.ts';
import { hearsSequencer } from './rules.ts';
import { TERM_MAX, countOf, nextTerm, rankOfLineage } from './term-state.ts';
import {
  ASK_AGAIN_MS,
  BELIEVES_ALL_MS,
  CLAIM_MS,
  LEASE_MS,
  RENEW_AGAIN_MS,
  STRAYED_MS,
  silenceFor,
} from './timing.ts';

/** What becomes of a message: `unproven` is held back, and asked about. */
export type Hearing = 'admitted' | 'dropped' | 'unproven';

/** What a peer reaches by itself, of which no other can tell it anything false. */
export interface OwnLinks {
  /** When this page was heard over a link of one's own; -Infinity: never. */
  heardAtMs(page: PageNumber): number;
  /** The pages to which there is a link. */
  readonly pages: Members;
  /** [C7] The page that the witness knows as the sequencer; nobody where none is connected. */
  readonly named: PageNumber;
}

type Vouch = { readonly term: number; readonly page: PageNumber };
type Strayed = {
  readonly term: number;
  readonly page: PageNumber;
  readonly sinceMs: number;
  lastMs: number;
};
type Claim = { term: number; sinceMs: number; asks: number; askedMs: number };

/**
 * [C18] What of all that others say is handed to consensus. A message that is held back here is to
 * consensus one that was lost, which it has to live with anyway: so nothing here can make two
 * sequencers of a term, and a peer that lies moves nobody by its word alone.
 *
 * A liar can still vote twice in a term. As long as half of the members are honest that makes it no
 * sequencer by itself; more would take signatures.
 */
export class Evidence {
  readonly #vouches = new Map<PageNumber, Vouch>();
  readonly #claims = new Map<PageNumber, Claim>();
  /** The latest term in which each page said that it is. */
  readonly #terms = new Map<PageNumber, number>();
  /** When each page was asked that has not answered. */
  readonly #questions = new Map<PageNumber, number>();
  readonly #raises = new RaiseLimits();
  readonly #renewals = new RaiseLimits(RENEW_AGAIN_MS, RENEW_AGAIN_MS);
  /** A member that does not follow this sequencer, since it is in a later term. */
  #strayed: Strayed | null = null;

  /** [C18] A page says whom it voted for, or follows, in its term; over its own link. */
  note(from: PageNumber, term: number, page: PageNumber): void {
    const known = this.#vouches.get(from);
    if (term > TERM_MAX || (known && known.term > term)) return;
    this.#vouches.set(from, { term, page });
    this.#noteTerm(from, term);
  }

  /** This number belongs to another page now. */
  forget(page: PageNumber): void {
    this.#vouches.delete(page);
    this.#questions.delete(page);
    this.#claims.delete(page);
    this.#terms.delete(page);
    this.#raises.forget(page);
  }

  /** Whether a page that said nothing yet of whom it follows is to be asked now. */
  takeFirstQuestion(page: PageNumber, nowMs: number): boolean {
    if (this.#vouches.has(page)) return false;
    const askedMs = this.#questions.get(page) ?? Number.NEGATIVE_INFINITY;
    if (nowMs - askedMs < ASK_AGAIN_MS) return false;
    this.#questions.set(page, nowMs);
    return true;
  }

  /** What to do with this message. */
  admit(
    self: PeerState,
    from: PageNumber,
    message: PeerMessage,
    links: OwnLinks,
    nowMs: number,
  ): Hearing {
    const { terms } = self;
    const { term, type } = message;
    // A term that nobody lives to see would be the last one.
    if (term > TERM_MAX) return 'dropped';
    this.#noteTerm(from, term);
    if (type === 'handover') return admitIf(isHandover(self, from, term));
    if (type === 'append' || type === 'world') {
      const isDecided = term < terms.term || (term === terms.term && terms.sequencer !== NOBODY);
      if (isDecided) return 'admitted';
      const isElected = this.isElected(self, from, term, links, nowMs);
      const isRight = isElected || this.#givesWay(self, from, term, links, nowMs);
      return isRight ? 'admitted' : 'unproven';
    }
    if (term < terms.term) return 'admitted';
    if (term === terms.term) {
      // Each peer votes once; only of another candidate in its own term there may be any number of words.
      const isRival = type === 'elect' && self.role.state === 'candidate';
      return admitIf(!isRival || this.#mayStand(self, from, nowMs));
    }
    return admitIf(this.#mayRaise(self, from, message, links, nowMs));
  }

  /**
   * [C18] Whether this page is the sequencer of a term, as far as this peer can count: more than half
   * of the configuration that it knows voted for it or follows it; of those who are heard, where it
   * says so for a while; and after a long time without a sequencer whoever says so.
   */
  isElected(
    self: PeerState,
    from: PageNumber,
    term: number,
    links: OwnLinks,
    nowMs: number,
  ): boolean {
    const claim = this.#claimOf(from, term, nowMs);
    const reached = heardWithin(links, nowMs);
    const configuration = this.#configurationOf(self, from, reached);
    const hasVoted = term === self.terms.term && self.terms.votedFor === from;
    const waitedMs = nowMs - Math.max(self.heardMs, self.wokeMs);
    const isFree = term > self.terms.term || self.terms.votedFor === NOBODY;
    const isOwn = hasVoted || (isFree && waitedMs >= silenceFor(self.gapMs));
    const own = isOwn ? only(self.page) : NO_MEMBERS;
    const yes = (only(from) | this.#vouchersOf(from, term) | own) & configuration;
    const heard = (reached | only(self.page)) & configuration;
    const isNamed = links.named === from;
    const isWorldless = self.log.marks.length === 0;
    if (!isWorldless || this.#haveAllAnswered(reached, from)) {
      if (isQuorum(configuration, yes, isNamed)) return true;
    }
    const isOutvoted = isNamed && needsWitness(self, configuration, heard);
    if (!isWorldless && (isOutvoted || waitedMs >= BELIEVES_ALL_MS)) return true;
    const isJudgedByFew = hasVoted || nowMs - claim.sinceMs >= CLAIM_MS;
    return isJudgedByFew && isQuorum(heard | yes, yes, false);
  }

  /**
   * [C24] Parts of a room that went on without a quorum, each in a lineage of its own, have found each other:
   * to its own configuration each is right for ever. The smaller part gives way, of two equal ones the one of
   * the higher rank; any to a clean one that the witness knows. Those who follow its sequencer count that one, and go along.
   */
  #givesWay(
    { role, terms, page }: PeerState,
    from: PageNumber,
    term: number,
    { named }: OwnLinks,
    nowMs: number,
  ): boolean {
    const own = rankOfLineage(terms.term);
    const other = rankOfLineage(term);
    if (role.state !== 'sequencer' || own < 0 || own === other) return false;
    if (nowMs - this.#claimOf(from, term, nowMs).sinceMs < CLAIM_MS) return false;
    if (other < 0 && named === from) return true;
    const theirs = countMembers(this.#vouchersOf(from, term) & ~only(from));
    const mine = countMembers(this.#vouchersOf(page, terms.term) & ~only(page));
    return theirs > mine || (theirs === mine && other < own);
  }

  /** Whether the others are to be asked now whom they follow, since this page claims a term. */
  takeQuestion(from: PageNumber, nowMs: number): 'first' | 'again' | null {
    const claim = this.#claims.get(from);
    if (!claim || nowMs - claim.askedMs < ASK_AGAIN_MS * claim.asks) return null;
    claim.askedMs = nowMs;
    claim.asks += 1;
    return claim.asks === 1 ? 'first' : 'again';
  }

  /**
   * [C20] A member that voted alone in a later term hears this sequencer no more: the term behind that
   * one is to be stood for. Null while there is none, and when the same page asked for it lately.
   */
  takeRenewal(nowMs: number): Vouch | null {
    const strayed = this.#strayed;
    // Were it a majority that went on, this sequencer would hear no quorum by now.
    if (!strayed || strayed.lastMs - strayed.sinceMs < STRAYED_MS) return null;
    this.#strayed = null;
    return this.#renewals.take(strayed.page, nowMs) ? strayed : null;
  }

  /** [C19] Terms rise by one, by the word of a member, and only where no sequencer is heard. */
  #mayRaise(
    self: PeerState,
    from: PageNumber,
    message: PeerMessage,
    links: OwnLinks,
    nowMs: number,
  ): boolean {
    const { term, type } = message;
    // Nothing that answers a question of this peer is of a later term than the question.
    if (type === 'would' || type === 'vote' || type === 'ack') return false;
    const rise = countOf(term) - countOf(self.terms.term);
    const { sequencer } = self.terms;
    if (type === 'elect' && message.heir !== null) {
      const isTold = rise <= RISE_MAX && this.#isBySequencer(sequencer, from, term);
      if (isTold) return this.#raises.take(from, nowMs);
      if (message.heir !== from) return false;
    }
    if (hearsSequencer(self, nowMs)) {
      if (type === 'stale' && rise <= RISE_MAX) this.#noteStrayed(self, from, term, nowMs);
      return false;
    }
    if (!isMember(self, from)) return false;
    if (rise > 1 && !this.#isKnownTerm(self, term, links, nowMs)) return false;
    return this.#raises.take(from, nowMs);
  }

  #mayStand(self: PeerState, from: PageNumber, nowMs: number): boolean {
    return isMember(self, from) && this.#raises.take(from, nowMs);
  }

  /** [C12] The sequencer itself says it of its heir, or stands anew; or it said that it voted for this one. */
  #isBySequencer(sequencer: PageNumber, from: PageNumber, term: number): boolean {
    if (sequencer === NOBODY) return false;
    const vouch = this.#vouches.get(sequencer);
    return from === sequencer || (vouch?.term === term && vouch.page === from);
  }

  #noteStrayed(self: PeerState, from: PageNumber, term: number, nowMs: number): void {
    // Also one that was taken out: it cannot come back by itself.
    if (self.role.state !== 'sequencer') return;
    const known = this.#strayed;
    // Several may have strayed together: the first of them counts.
    const goesOn = known !== null && nowMs - known.lastMs < STRAYED_MS;
    const first = goesOn ? known : { page: from, term, sinceMs: nowMs };
    this.#strayed = { ...first, term: Math.max(term, first.term), lastMs: nowMs };
  }

  #noteTerm(page: PageNumber, term: number): void {
    if (term > (this.#terms.get(page) ?? 0)) this.#terms.set(page, term);
  }

  /**
   * More than half of those who are heard say that they are in this term or a later one: a half that was cut off
   * has stood more than once where the witness lost its memory between a question and an election.
   */
  #isKnownTerm(self: PeerState, term: number, links: OwnLinks, nowMs: number): boolean {
    const reached = heardWithin(links, nowMs);
    const heard = reached & this.#configurationOf(self, NOBODY, reached) & ~only(self.page);
    let known = 0;
    for (const [page, said] of this.#terms) if (said >= term) known |= only(page);
    return countMembers(known & heard) * 2 > countMembers(heard);
  }

  /** A newcomer does not know whose word counts: it waits for that of everybody who is heard. */
  #haveAllAnswered(reached: Members, from: PageNumber): boolean {
    let answered = only(from);
    for (const page of this.#vouches.keys()) answered |= only(page);
    return (reached & ~answered) === 0;
  }

  #vouchersOf(sequencer: PageNumber, term: number): Members {
    let members = 0;
    for (const [page, vouch] of this.#vouches) {
      if (vouch.term === term && vouch.page === sequencer) members |= only(page);
    }
    return members;
  }

  /** Those who count; to a newcomer, which knows no configuration, all whom it hears and who follow anybody. */
  #configurationOf({ log, ended, page }: PeerState, from: PageNumber, reached: Members): Members {
    // One that is not final yet may be this peer's own, that nobody else ever hears of.
    if (log.marks.length > 0) return finalMark(log).members & ~(ended & ~only(page));
    const own = from === NOBODY ? NO_MEMBERS : only(from);
    let followers = NO_MEMBERS;
    for (const [voucher, { page: of }] of this.#vouches) {
      if (of !== NOBODY) followers |= only(voucher);
    }
    return (own | (followers & reached)) & ~ended;
  }

  #claimOf(from: PageNumber, term: number, nowMs: number): Claim {
    const known = this.#claims.get(from);
    if (known?.term === term) return known;
    // Ever later terms are one claim, as far as questions go.
    const { asks, askedMs } = known ?? { asks: 0, askedMs: Number.NEGATIVE_INFINITY };
    const isFresh = nowMs - askedMs > CLAIM_FORGOTTEN_MS;
    const claim = { term, sinceMs: nowMs, asks: isFresh ? 0 : asks, askedMs };
    this.#claims.set(from, claim);
    return claim;
  }
}

/** In terms: those who were cut off may have stood a few times without success. */
const RISE_MAX = 8;
/** ms: a page that claimed nothing for so long begins anew. */
const CLAIM_FORGOTTEN_MS = 10_000;

/** More than half of a set, or half of it and the witness. */
function isQuorum(all: Members, yes: Members, isNamed: boolean): boolean {
  const double = countMembers(yes) * 2;
  return double > countMembers(all) || (double === countMembers(all) && isNamed);
}

/** What goes on among those who are heard goes on with the witness' help at most, or for this peer alone. */
function needsWitness({ page }: PeerState, configuration: Members, heard: Members): boolean {
  return heard === only(page) || !isQuorum(configuration, heard, false);
}

function admitIf(condition: boolean): Hearing {
  return condition ? 'admitted' : 'dropped';
}

/** [C12] Only the sequencer of the present term hands it over, to the next. */
function isHandover({ terms }: PeerState, from: PageNumber, term: number): boolean {
  return from === terms.sequencer && term === nextTerm(terms.term);
}

/**
 * [C19] A page that no configuration names moves nobody: the final one here, the newest one, or a newer one that
 * the witness told. Without a world nobody votes.
 */
function isMember({ log, missedMark }: PeerState, page: PageNumber): boolean {
  if (log.marks.length === 0) return false;
  const newest = newestMark(log);
  const missed = missedMark && isOlderMark(newest, missedMark) ? missedMark.members : NO_MEMBERS;
  return includes(newest.members | finalMark(log).members | missed, page);
}

/** The pages that were heard within a lease, of those to which there is a link. */
export function heardWithin(links: OwnLinks, nowMs: number): Members {
  const { pages } = links;
  let heard = 0;
  for (let page = 0; page < PAGES_MAX; page++) {
    if (includes(pages, page) && nowMs - links.heardAtMs(page) < LEASE_MS) heard |= 1 << page;
  }
  return heard;
}
