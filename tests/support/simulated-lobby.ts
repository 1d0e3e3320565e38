import type { PeerId } from '../../shared/base/peer-id.ts';
import { isMajority } from '../../shared/netplay/election.ts';
import type { TermAuthority } from '../../shared/netplay/reign.ts';

/** Gives each term to one peer, as the lobby does. */
export class SimulatedLobby {
  isReachable = true;
  /** Those whose socket the lobby does not see any more. */
  readonly disconnected = new Set<PeerId>();
  term = 1;
  host: PeerId | null = null;

  authorityFor(peer: PeerId): TermAuthority {
    return {
      claim: (term, votes, electorate, answer) => {
        if (!this.isReachable) return answer('unreachable');
        if (term === this.term && this.host === peer) return answer('granted');
        const isHost = this.host === null || this.host === peer;
        const isGone = this.host !== null && this.disconnected.has(this.host);
        const mayTake = isHost || isGone || isMajority(votes, electorate);
        if (term <= this.term || !mayTake) return answer('refused');
        this.term = term;
        this.host = peer;
        answer('granted');
      },
    };
  }
}
