import type { PeerId } from '../../base/peer-id.ts';
import { newestMark } from '../../consensus/log.ts';
import { type Members, type PageNumber, only } from '../../consensus/members.ts';
import type { ConsensusEvent } from '../../consensus/messages.ts';
import { yesOf } from '../../consensus/over.ts';
import type { LastWord, PeerState } from '../../consensus/peer-state.ts';
import { hasQuorum } from '../../consensus/quorum.ts';
import type { Remotes } from '../replication/remote-peer.ts';
import type { Testimony } from './testimony.ts';
import { usualSilenceOf } from './usual-silence.ts';

export type CompanyParts = {
  readonly remotes: Remotes;
  readonly testimony: Testimony;
  /** Whether the lobby hears this peer, as far as is known. */
  readonly isHeardByLobby: (peer: PeerId) => boolean;
  readonly tell: (event: ConsensusEvent) => void;
  /** A page was opened and has this number. */
  readonly begin: (page: PageNumber) => void;
  /** With the page's own goodbye, where it said one. */
  readonly end: (pages: Members, word?: LastWord) => void;
};

/** Tells consensus what the links show of the others: whose pages began and ended, who is heard, how slowly. */
export class Company {
  readonly #parts: CompanyParts;
  /** The page of each peer, as far as it is known here. */
  readonly #pages = new Map<PeerId, PageNumber>();
  #gapMs = 0;
  /** A quorum of members is heard. */
  #isMet = true;

  constructor(parts: CompanyParts) {
    this.#parts = parts;
  }

  /** Once an advance of the session. */
  look(state: PeerState): void {
    this.#lookAtPages();
    this.#lookForQuorum(state);
    this.#tellPatience(state);
  }

  /** A peer that left, and one that loaded its page anew, have ended a page. */
  #lookAtPages(): void {
    const { remotes, testimony, begin, end } = this.#parts;
    for (const { peer, page, hasLeft, goodbye } of remotes.values()) {
      const before = this.#pages.get(peer);
      if (before !== page) {
        this.#pages.set(peer, page);
        if (before !== undefined) end(only(before));
        testimony.forget(page);
        begin(page);
      }
      if (goodbye) end(only(page), { page, mark: goodbye });
      else if (hasLeft) end(only(page));
    }
  }

  /** [C15] Before this peer goes on alone, an election among those who are met again is tried. */
  #lookForQuorum(state: PeerState): void {
    const { log, page } = state;
    if (log.marks.length === 0) return;
    const members = this.#parts.testimony.heard() | only(page);
    const isMet = hasQuorum(newestMark(log).members, yesOf(state, log, members, false));
    if (isMet && !this.#isMet) this.#parts.tell({ type: 'met' });
    this.#isMet = isMet;
  }

  /** [N30] A peer that is slow as a habit is only slow, as long as the lobby hears it too. */
  #tellPatience({ role, terms }: PeerState): void {
    const { remotes, isHeardByLobby, tell } = this.#parts;
    let gapMs = 0;
    for (const remote of remotes.values()) {
      const counts = role.state === 'sequencer' || terms.sequencer === remote.page;
      if (!remote.channel.isReady || !counts || !isHeardByLobby(remote.peer)) continue;
      gapMs = Math.max(gapMs, usualSilenceOf(remote));
    }
    if (gapMs !== this.#gapMs) tell({ type: 'patience', gapMs });
    this.#gapMs = gapMs;
  }
}
