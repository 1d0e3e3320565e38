import { DEFAULT_TIMES } from '../../lobby-server/limits/limits.ts';
import { claimTerm, findInTheWay } from '../../lobby-server/rooms/claim-term.ts';
import { findSeat, freeSeat, openRoom, takeSeat } from '../../lobby-server/rooms/room-record.ts';
import type { GuestId, RoomRecord } from '../../lobby-server/store/room-store.ts';
import type { PeerId } from '../../shared/base/peer-id.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { Request } from '../../shared/lobby/lobby-events.ts';
import type { TermAnswer, TermAuthority, TermClaim } from '../../shared/netplay/election/reign.ts';

type Answer = (outcome: TermAnswer, newestTerm?: number) => void;

const CODE = 'PVX7Q2' as RoomCode;
const MEMBER_NUMBERS = 16;
const VERSIONS = { sim: 1, wire: 1 };

/** As in the game: a claim that takes longer counts as not answered. */
const ANSWER_MS = 1_000;

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
  readonly #after: (ms: number, act: () => void) => void;
  #room: RoomRecord | null = null;
  #pages = 0;

  /** @param after lets time go by in the simulation */
  constructor(after: (ms: number, act: () => void) => void) {
    this.#after = after;
  }

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
      : openRoom(CODE, MEMBER_NUMBERS, VERSIONS, arrival);
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
        if (!this.isReachable || this.#isGone(peer)) return answer('unreachable');
        const reply: Answer = (...said) => {
          if (!this.#isGone(peer)) answer(...said);
          else this.#after(ANSWER_MS, () => answer('unreachable'));
        };
        this.#after(this.latencyMs, () => this.#decide(peer, claim, reply));
      },
    };
  }

  /** The claim has come to the lobby, which first asks those in its way whether they are there. */
  #decide(peer: PeerId, wish: TermClaim, answer: Answer): void {
    const claim = structuredClone(wish) as Request<'room:claim'>;
    const room = this.#heard();
    const asked = (room && findInTheWay(room, peer, claim)) ?? [];
    const answerMs = DEFAULT_TIMES.aliveMs - 2 * this.latencyMs;
    const isSilent = (one: PeerId): boolean => this.offline.has(one) || this.isBusy(one, answerMs);
    const silent = new Set(asked.filter((connection) => isSilent(connection as PeerId)));
    const waitMs = silent.size > 0 ? DEFAULT_TIMES.aliveMs : 2 * this.latencyMs;
    if (asked.length === 0) this.#judge(peer, claim, silent, answer);
    else this.#after(waitMs, () => this.#judge(peer, claim, silent, answer));
  }

  /** The answer is on its way as long as the claim was, and may get lost. */
  #judge(
    peer: PeerId,
    claim: Request<'room:claim'>,
    silent: ReadonlySet<string>,
    answer: Answer,
  ): void {
    const room = this.#heard();
    const claimed = room && claimTerm(room, peer, claim, silent);
    if (claimed?.ok) this.#room = claimed.value;
    this.#after(this.latencyMs, () => {
      if (!claimed) answer('unreachable');
      else if (claimed.ok) answer('granted');
      else answer(claimed.error.code === 'STALE_TERM' ? 'taken' : 'refused', claimed.error.term);
    });
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

  #isGone(peer: PeerId): boolean {
    return this.disconnected.has(peer) || this.offline.has(peer);
  }
}

function guestOf(peer: PeerId): GuestId {
  return peer as string as GuestId;
}
