import {
  findSeat,
  freeSeat,
  nameSequencer,
  openRoom,
  takeSeat,
} from '../../lobby-server/rooms/room-record.ts';
import type { GuestId, RoomRecord } from '../../lobby-server/store/room-store.ts';
import type { PeerId } from '../../shared/base/peer-id.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';

const CODE = 'PVX7Q2' as RoomCode;
const MEMBER_NUMBERS = 16;
const VERSIONS = { sim: 1, wire: 1 };

/** The lobby server's own rules for one room, at the other end of a slow line. */
export class SimulatedLobby {
  isReachable = true;
  /** Those whose page is gone, and with it its socket. */
  readonly disconnected = new Set<PeerId>();
  /** Those whose network is out: they play on, and reach nobody. Their sockets stay open. */
  readonly offline = new Set<PeerId>();
  /** Whether this page, busy with something else, answers nothing within so many milliseconds. */
  isBusy: (peer: PeerId, withinMs: number) => boolean = () => false;
  /** One way. */
  latencyMs = 0;
  #room: RoomRecord | null = null;
  #pages = 0;

  get sequencer(): PeerId | null {
    return this.#room?.sequencer ?? null;
  }

  /** Whether this peer has a seat, so that others try to open a link to it. */
  has(peer: PeerId): boolean {
    return this.#room !== null && findSeat(this.#room, guestOf(peer)) !== undefined;
  }

  /** A page is loaded; the first one makes the room. */
  arrive(peer: PeerId): void {
    this.disconnected.delete(peer);
    this.#pages += 1;
    const page = `page ${this.#pages}`;
    const arrival = { guest: guestOf(peer), page, connection: peer, name: peer, newId: peer };
    this.#room = this.#room
      ? takeSeat(this.#room, arrival)
      : openRoom({ code: CODE, id: 'room', max: MEMBER_NUMBERS, versions: VERSIONS }, arrival);
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

  /** The witness takes this peer for the sequencer: newcomers are sent to it. */
  nameSequencer(peer: PeerId): void {
    if (this.#room) this.#room = nameSequencer(this.#room, peer);
  }

  /** With the sockets that are open now. */
  #heard(): RoomRecord | null {
    const room = this.#room;
    if (!room) return null;
    const seats = room.seats.map((seat) => ({
      ...seat,
      connection: this.disconnected.has(seat.id) ? null : seat.id,
    }));
    return { ...room, seats };
  }
}

function guestOf(peer: PeerId): GuestId {
  return peer as string as GuestId;
}
