import { claimTerm } from '../../lobby-server/rooms/claim-term.ts';
import { findSeat, freeSeat, openRoom, takeSeat } from '../../lobby-server/rooms/room-record.ts';
import type { GuestId, RoomRecord } from '../../lobby-server/store/room-store.ts';
import type { PeerId } from '../../shared/base/peer-id.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { TermAuthority } from '../../shared/netplay/reign.ts';

const CODE = 'PVX7Q2' as RoomCode;
const MAX_MEMBERS = 16;
const VERSIONS = { sim: 1, wire: 1 };

/** The lobby server's own rules for one room, without the network to it. */
export class SimulatedLobby {
  isReachable = true;
  /** Those whose page is gone, and with it its socket. */
  readonly disconnected = new Set<PeerId>();
  /** Those whose network is out: they play on, and reach nobody. */
  readonly offline = new Set<PeerId>();
  #room: RoomRecord | null = null;
  #pages = 0;

  get host(): PeerId | null {
    return this.#room?.host ?? null;
  }

  get term(): number {
    return this.#room?.term ?? 1;
  }

  /** A page is loaded; the first one makes the room. */
  arrive(peer: PeerId): void {
    this.disconnected.delete(peer);
    this.#pages += 1;
    const page = `page ${this.#pages}`;
    const arrival = { guest: guestOf(peer), page, connection: peer, name: peer, newId: peer };
    this.#room = this.#room
      ? takeSeat(this.#room, arrival)
      : openRoom(CODE, MAX_MEMBERS, VERSIONS, arrival);
  }

  /** A page is closed for good; a lobby that is out of reach only misses it. True when the others are told. */
  leave(peer: PeerId): boolean {
    const room = this.#heard();
    const seat = room && findSeat(room, guestOf(peer));
    const isHeard = this.isReachable && !this.offline.has(peer);
    this.disconnected.add(peer);
    if (!room || !seat || !isHeard) return false;
    this.#room = freeSeat(room, seat);
    return true;
  }

  authorityFor(peer: PeerId): TermAuthority {
    return {
      claim: (claim, answer) => {
        const room = this.#heard();
        if (!room || !this.isReachable || this.#isGone(peer)) return answer('unreachable');
        const missing = claim.missing && [...claim.missing];
        const claimed = claimTerm(room, peer, { ...claim, missing });
        if (!claimed.ok) {
          const isTaken = claimed.error.code === 'STALE_TERM';
          return answer(isTaken ? 'taken' : 'refused', claimed.error.term);
        }
        this.#room = claimed.value;
        answer('granted');
      },
    };
  }

  /** With the sockets that are open now. */
  #heard(): RoomRecord | null {
    const room = this.#room;
    if (!room) return null;
    const seats = room.seats.map((seat) => ({
      ...seat,
      connection: this.#isGone(seat.id) ? null : seat.id,
    }));
    return { ...room, seats };
  }

  #isGone(peer: PeerId): boolean {
    return this.disconnected.has(peer) || this.offline.has(peer);
  }
}

function guestOf(peer: PeerId): GuestId {
  return peer as string as GuestId;
}
