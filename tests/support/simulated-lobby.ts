import type { PeerId } from '../../shared/base/peer-id.ts';
import { isMajority } from '../../shared/netplay/election.ts';
import type { TermAuthority } from '../../shared/netplay/reign.ts';

/** Gives each term to one peer, as the lobby does. */
export class SimulatedLobby {
  isReachable = true;
  /** Those whose socket the lobby does not see any more. */
  readonly disconnected = new Set<PeerId>();
  /** Whoever reigned has loaded its page anew and said nothing since. */
  isHostReloaded = false;
  term = 1;
  host: PeerId | null = null;

  authorityFor(peer: PeerId): TermAuthority {
    return {
      claim: (term, votes, electorate, answer) => {
        if (!this.isReachable) return answer('unreachable');
        if (term === this.term && this.host === peer && !this.isHostReloaded)
          return answer('granted');
        const isHost = this.host === null || this.host === peer || this.isHostReloaded;
        const isGone = this.host !== null && this.disconnected.has(this.host);
        const mayTake = isHost || isGone || isMajority(votes, electorate);
        const newest = this.isHostReloaded ? this.term - 1 : this.term;
        if (term <= newest || !mayTake) return answer('refused', newest);
        this.isHostReloaded = false;
        this.term = term;
        this.host = peer;
        answer('granted');
      },
    };
  }
}
