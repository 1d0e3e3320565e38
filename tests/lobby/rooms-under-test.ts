import { DEFAULT_LIMITS, DEFAULT_TIMES, type Limits } from '../../lobby-server/limits/limits.ts';
import { QuickDesk } from '../../lobby-server/quick/quick-desk.ts';
import { Rooms } from '../../lobby-server/rooms/rooms.ts';
import type { Visitor } from '../../lobby-server/rooms/visitor.ts';
import { WitnessDesk } from '../../lobby-server/rooms/witness-desk.ts';
import { MemoryRoomStore } from '../../lobby-server/store/memory-room-store.ts';
import type { GuestId, RoomRecord } from '../../lobby-server/store/room-store.ts';
import type { PeerId } from '../../shared/base/peer-id.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { LobbyRefusal } from '../../shared/lobby/lobby-error.ts';
import type { News } from '../../shared/lobby/lobby-events.ts';
import type { QueueJoin } from '../../shared/lobby/quick.ts';
import { seededRandom } from './hostile/seeded-random.ts';
import { ManualTimers } from './manual-timers.ts';

type Options = { readonly limits?: Limits; readonly random?: () => number };

/** No two rooms have one id, whichever server made them. */
let ids = 0;

/** The rooms of a server without sockets, on a clock of their own. */
export class RoomsUnderTest {
  readonly timers = new ManualTimers();
  readonly store = new MemoryRoomStore();
  readonly told: RoomRecord[] = [];
  readonly accessTold: RoomRecord[] = [];
  readonly gone: RoomCode[] = [];
  readonly out: { readonly code: RoomCode; readonly guest: GuestId; readonly why: string }[] = [];
  /** Rooms of which a ticket was due because of their witness. */
  readonly pasts: RoomRecord[] = [];
  /** What the queue said, and to which room or guest. */
  readonly statuses: (News<'queue:status'> & { readonly code: RoomCode })[] = [];
  readonly matches: (News<'queue:match'> & { readonly to: RoomCode })[] = [];
  readonly moves: { readonly guest: GuestId; readonly from: RoomCode; readonly to: RoomCode }[] =
    [];
  readonly news: News<'room:witness'>[] = [];
  /** Connections over which nobody answers, and those that were asked. */
  readonly silent = new Set<string>();
  readonly asked: string[] = [];
  readonly rooms: Rooms;
  readonly quick: QuickDesk;
  witness: WitnessDesk;
  #opened = 0;

  constructor({ limits = DEFAULT_LIMITS, random = seededRandom(1) }: Options = {}) {
    let made = 0;
    this.witness = this.makeWitness();
    this.rooms = new Rooms({
      store: this.store,
      witness: this.witness,
      timers: this.timers,
      limits,
      times: DEFAULT_TIMES,
      random,
      makePeerId: () => `peer-${made++}` as PeerId,
      makeId: () => `id-of-a-room-${String(ids++).padStart(6, '0')}`,
      onAccess: (room) => {
        this.accessTold.push(room);
        this.quick.follow(room);
      },
      onChange: (room) => {
        this.told.push(room);
        this.quick.follow(room);
      },
      onOut: (code, { seat, why }) => this.out.push({ code, guest: seat.guest, why }),
      onGone: (code) => {
        this.gone.push(code);
        this.quick.forget(code);
      },
    });
    this.quick = new QuickDesk({
      rooms: this.rooms,
      timers: this.timers,
      times: DEFAULT_TIMES,
      onStatus: (code, status) => this.statuses.push({ code, ...status }),
      onTeams: (code, match) => this.matches.push({ to: code, ...match }),
      onMove: (from, { guest }, { code }) => this.moves.push({ guest, from, to: code }),
    });
  }

  /** Another process with the same rooms would have one like this. */
  makeWitness(seed = 2): WitnessDesk {
    return new WitnessDesk({
      timers: this.timers,
      find: (code) => this.store.get(code),
      isThere: (connection) => this.isThere(connection),
      random: seededRandom(seed),
      onNews: (news) => this.news.push(news),
      onPast: (room) => this.pasts.push(room),
    });
  }

  isThere(connection: string): Promise<boolean> {
    this.asked.push(connection);
    return Promise.resolve(!this.silent.has(connection));
  }

  /** Presses PLAY; the room in which the guest has a place then, or why it has none. */
  async play(by: Visitor, known: Partial<QueueJoin> = {}): Promise<RoomCode | LobbyRefusal> {
    const request = { nonce: `press ${this.#opened++}`, name: by.guest, hand: 'keys', ...known };
    const placed = await this.quick.join(by, request as QueueJoin);
    return placed.ok ? placed.value.room.code : placed.error.code;
  }

  async open(by: Visitor, max = 4): Promise<RoomCode> {
    const nonce = `room ${this.#opened++} of ${by.guest}`;
    const placed = await this.rooms.create(by, { nonce, name: by.guest, max });
    if (!placed.ok) throw new Error(placed.error.code);
    return placed.value.room.code;
  }
}

/** A guest on one page and one socket. */
export function visitor(guest: string, page = 'page', connection = `${guest} ${page}`): Visitor {
  const versions = { sim: 1, wire: 1 };
  return {
    guest: guest as GuestId,
    page,
    connection,
    versions,
    hidesAddress: false,
    networks: [guest],
  };
}
