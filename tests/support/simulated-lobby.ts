import { claimTerm } from '../../lobby-server/rooms/claim-term.ts';
import type { GuestId, RoomRecord } from '../../lobby-server/store/room-store.ts';
import type { PeerId } from '../../shared/base/peer-id.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { TermAuthority } from '../../shared/netplay/reign.ts';

/** Gives each term to one peer, by the lobby's own rule. */
export class SimulatedLobby {
  isReachable = true;
  /** Those whose page is gone, and with it its socket. */
  readonly disconnected = new Set<PeerId>();
  /** Those whose network is out: they play on, and reach nobody. */
  readonly offline = new Set<PeerId>();
  /** Whoever reigned has loaded its page anew and said nothing since. */
  isHostReloaded = false;
  term = 1;
  host: PeerId | null = null;
  readonly #members = new Set<PeerId>();
  #behind: readonly PeerId[] = [];

  authorityFor(peer: PeerId): TermAuthority {
    this.#members.add(peer);
    return {
      claim: (claim, answer) => {
        if (!this.isReachable || this.#isGone(peer)) return answer('unreachable');
        const missing = claim.missing && [...claim.missing];
        const claimed = claimTerm(this.#recordFor(peer), peer, { ...claim, missing });
        if (!claimed.ok) {
          const isTaken = claimed.error.code === 'STALE_TERM';
          return answer(isTaken ? 'taken' : 'refused', claimed.error.term);
        }
        const { term, host, behind } = claimed.value;
        Object.assign(this, { term, host, isHostReloaded: false });
        this.#behind = behind;
        answer('granted');
      },
    };
  }

  /** The room as the lobby knows it; until somebody reigns it is the asking peer's. */
  #recordFor(peer: PeerId): RoomRecord {
    return {
      code: 'PVX7Q2' as RoomCode,
      host: this.host ?? peer,
      term: this.term,
      claimed: this.host !== null && !this.isHostReloaded,
      behind: this.isHostReloaded ? [] : this.#behind,
      max: 16,
      revision: 0,
      nextSession: 1,
      versions: { sim: 1, wire: 1 },
      removed: [],
      seats: [...this.#members].map((id) => ({
        guest: id as string as GuestId,
        id,
        name: id,
        page: 'page',
        session: 1,
        connection: this.#isGone(id) ? null : id,
      })),
    };
  }

  #isGone(peer: PeerId): boolean {
    return this.disconnected.has(peer) || this.offline.has(peer);
  }
}
