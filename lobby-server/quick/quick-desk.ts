import { fail, ok, type Result } from '../../shared/base/result.ts';
import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { News, Refusal } from '../../shared/lobby/lobby-events.ts';
import { QUICK_NEAR_MAX } from '../../shared/lobby/limits.ts';
import type { QueueJoin, QueueNear, QueueStatus } from '../../shared/lobby/quick.ts';
import type { Times } from '../limits/limits.ts';
import { RecentRequests } from '../rooms/recent-requests.ts';
import { findSeat, whoIsBehind } from '../rooms/room-record.ts';
import type { Placed } from '../rooms/rooms-ports.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { Visitor } from '../rooms/visitor.ts';
import type { GuestId, LobbySeat, RoomRecord } from '../store/room-store.ts';
import type { Timers } from '../timers.ts';
import {
  chooseRoom,
  type QuickOffer,
  type QuickPerson,
  roomsNear,
  UNKNOWN_RTT_MS,
  UNKNOWN_SKILL,
} from './choose-room.ts';
import { QuickRoom } from './quick-room.ts';
import { QuickWaits, type WaitEnd } from './quick-waits.ts';
import { splitTeams } from './split-teams.ts';

export type QuickDeskPorts = {
  readonly rooms: Pick<Rooms, 'create' | 'join' | 'resume' | 'change' | 'isRebuilt'>;
  readonly timers: Timers;
  readonly times: Pick<Times, 'nonceMs'>;
  /** [L115] To all of a room. */
  readonly onStatus: (code: RoomCode, status: QueueStatus) => void;
  /** [L116] To all of a room. */
  readonly onTeams: (code: RoomCode, match: News<'queue:match'>) => void;
  /** [L114] To one member of a room, which has the seat. */
  readonly onMove: (from: RoomCode, seat: LobbySeat, match: News<'queue:match'>) => void;
};

type Choice = {
  readonly waitedMs: number;
  readonly isPicky?: boolean;
  /** Rooms that are none. */
  readonly not: ReadonlySet<RoomCode>;
  /** Guests that this one does not want to meet again. */
  readonly shunned?: readonly GuestId[];
};

/** [L114] People alone are looked at this often: may two of them play together by now? */
const LOOK_EVERY_MS = 1000;
/** [L115] */
const STATUS_EVERY_MS = 2000;
/** What stands in the way of a new room, and not in that of any room that is there. */
const NO_NEW_ROOM: ReadonlySet<Refusal['code']> = new Set([
  'TOO_MANY_ROOMS',
  'TRY_LATER',
  'DRAINING',
]);

const NO_WAYS: ReadonlyMap<GuestId, number> = new Map();

/** One of whom nothing is known: it came by a code, or before a restart. */
function strangerOf(guest: GuestId): QuickPerson {
  return { guest, hand: 'keys', skill: UNKNOWN_SKILL, rttMs: UNKNOWN_RTT_MS, ways: NO_WAYS };
}

/**
 * [L110] Quick match by elastic rooms: a person that presses PLAY is in a room at once, and everybody who
 * comes later goes to the best open one. Nothing here is worth keeping: rooms and seats are in the store,
 * and of rooms that came back behind a restart a process knows no skills.
 */
export class QuickDesk {
  /** [L140] A person's wait for others is over. */
  onWaited: (end: WaitEnd, waitedMs: number) => void = () => {};

  readonly #ports: QuickDeskPorts;
  readonly #recent: RecentRequests;
  readonly #rooms = new Map<RoomCode, QuickRoom>();
  /** Those who ask just now: a room hears of its newcomer before the answer is there. */
  readonly #asking = new Map<GuestId, QuickPerson>();
  readonly #waits = new QuickWaits((...wait) => this.onWaited(...wait));
  /** One place is given after the other: a choice is made by what is. */
  #turn: Promise<unknown> = Promise.resolve();
  #cancelLook: (() => void) | null = null;
  #cancelStatus: (() => void) | null = null;
  #told: QueueStatus = { searching: 0, playing: 0 };
  #toldMs = Number.NEGATIVE_INFINITY;

  constructor(ports: QuickDeskPorts) {
    this.#ports = ports;
    this.#recent = new RecentRequests(ports.timers, ports.times.nonceMs);
  }

  get status(): QueueStatus {
    let searching = 0;
    let playing = 0;
    for (const { online } of this.#rooms.values()) {
      if (online === 1) searching += 1;
      else playing += online;
    }
    return { searching, playing };
  }

  /** [L134] To which rooms this page shall measure the way before it asks for a place; none where it has one. */
  near(visitor: Visitor, { hand, skill = UNKNOWN_SKILL }: QueueNear): readonly RoomCode[] {
    if (this.#roomOf(visitor.guest) !== undefined) return [];
    const person = { ...strangerOf(visitor.guest), hand, skill };
    return roomsNear(person, this.#offersTo(visitor, { not: new Set() }), QUICK_NEAR_MAX);
  }

  /** [L134] The connection that answers for a room when a way to it is measured. */
  answerer(code: RoomCode): string | null {
    const room = this.#rooms.get(code);
    return room === undefined || room.isClosed ? null : (room.hostSeat?.connection ?? null);
  }

  /** [L110] [L111] A place in a quick room; the own one where there is one. The same nonce is the same press. */
  join(visitor: Visitor, request: QueueJoin): Promise<Result<Placed, Refusal>> {
    return this.#recent.once(
      `${visitor.guest} ${request.nonce}`,
      () => this.#inTurn(() => this.#seat(visitor, request)),
      ({ room }) => this.#ports.rooms.resume(visitor, room.code),
    );
  }

  /** [L117] The room is filled no more, if it is its sequencer that asks. */
  async close(visitor: Visitor, code: RoomCode): Promise<Result<Record<string, never>, Refusal>> {
    const closed = await this.#ports.rooms.change(code, (room) => {
      const seat = room?.quick ? findSeat(room, visitor.guest) : undefined;
      if (!room || seat?.page !== visitor.page) return fail({ code: 'NOT_MEMBER' });
      if (room.sequencer !== seat.id) return fail({ code: 'NOT_SEQUENCER' });
      return ok(room.closed ? room : { ...room, closed: true });
    });
    return closed.ok ? ok({}) : closed;
  }

  /** After every change of a room, quick or not. */
  follow(record: RoomRecord): void {
    if (!record.quick) return;
    const { timers } = this.#ports;
    const room = this.#rooms.get(record.code) ?? new QuickRoom(record);
    this.#rooms.set(record.code, room);
    this.#waits.follow(record, timers.now());
    const before = room.peers;
    room.follow(record, (guest) => this.#asking.get(guest) ?? strangerOf(guest), timers.now());
    if (room.online > 1 && room.peers !== before) {
      this.#ports.onTeams(record.code, { code: record.code, ...teamsOf(room) });
    }
    this.#lookLater();
    this.#tellLater();
  }

  forget(code: RoomCode): void {
    if (!this.#rooms.delete(code)) return;
    this.#waits.forget(code, this.#ports.timers.now());
    this.#tellLater();
  }

  end(): void {
    this.#cancelLook?.();
    this.#cancelStatus?.();
  }

  #inTurn<Value>(run: () => Promise<Value>): Promise<Value> {
    const done = this.#turn.then(run);
    this.#turn = done.catch(() => {});
    return done;
  }

  async #seat(visitor: Visitor, request: QueueJoin): Promise<Result<Placed, Refusal>> {
    const { guest } = visitor;
    const { hand, skill = UNKNOWN_SKILL, rttMs = UNKNOWN_RTT_MS } = request;
    const person = { guest, hand, skill, rttMs, ways: this.#waysOf(request) };
    this.#asking.set(guest, person);
    try {
      return await this.#find(visitor, request, person);
    } finally {
      this.#asking.delete(guest);
    }
  }

  async #find(
    visitor: Visitor,
    request: QueueJoin,
    person: QuickPerson,
  ): Promise<Result<Placed, Refusal>> {
    const { rooms } = this.#ports;
    const own = this.#roomOf(visitor.guest);
    const tried = new Set<RoomCode>();
    let isPicky = true;
    let refused: Refusal = { code: 'TRY_LATER' };
    let code = own?.record.code ?? this.#choose(visitor, person, { waitedMs: 0, not: tried });
    for (;;) {
      if (code === null) {
        const opened = await rooms.create(visitor, { ...request, max: MAX_SEATS, quick: true });
        if (opened.ok || !isPicky || !NO_NEW_ROOM.has(opened.error.code)) return opened;
        refused = opened.error;
        isPicky = false;
      } else {
        const placed = await rooms.join(visitor, { ...request, code });
        if (placed.ok) return placed;
        // Taken by somebody who came by its code, or just gone.
        tried.add(code);
      }
      code = this.#choose(visitor, person, { waitedMs: 0, isPicky, not: tried });
      if (code === null && !isPicky) return fail(refused);
    }
  }

  #choose(
    visitor: Pick<Visitor, 'guest' | 'versions'>,
    person: QuickPerson,
    choice: Choice,
  ): RoomCode | null {
    return chooseRoom(person, this.#offersTo(visitor, choice), choice);
  }

  #roomOf(guest: GuestId): QuickRoom | undefined {
    return [...this.#rooms.values()].find(({ record }) => findSeat(record, guest));
  }

  /** By the guests that answered. */
  #waysOf({ ways = [] }: QueueJoin): ReadonlyMap<GuestId, number> {
    return new Map(
      ways.flatMap(({ code, rttMs }) => {
        const guest = this.#rooms.get(code)?.hostSeat?.guest;
        return guest === undefined ? [] : [[guest, rttMs] as const];
      }),
    );
  }

  #offersTo(
    visitor: Pick<Visitor, 'guest' | 'versions'>,
    { not, shunned = [] }: Pick<Choice, 'not' | 'shunned'>,
  ): readonly QuickOffer[] {
    const { rooms, timers } = this.#ports;
    const nowMs = timers.now();
    const offers: QuickOffer[] = [];
    for (const room of this.#rooms.values()) {
      const { record } = room;
      if (not.has(record.code) || shunned.some((guest) => findSeat(record, guest))) continue;
      if (whoIsBehind(visitor.versions, record.versions) !== null) continue;
      // [L131] It takes no newcomers yet: to ask each of them would cost all others.
      if (rooms.isRebuilt(record.code)) continue;
      const offer = room.offerTo(visitor.guest, nowMs);
      if (offer !== null) offers.push(offer);
    }
    return offers;
  }

  /** [L114] Of two people alone the one that came later goes to the other. */
  #look(): void {
    const nowMs = this.#ports.timers.now();
    const alone = [...this.#rooms.values()]
      .filter((room) => room.mayLeave(nowMs))
      .sort((a, b) => a.aloneMs(nowMs)! - b.aloneMs(nowMs)!);
    for (const room of alone) {
      // Meanwhile somebody else may be on the way to it.
      if (!room.mayLeave(nowMs)) continue;
      const { record } = room;
      const seat = record.seats[0]!;
      const visitor = { guest: seat.guest, versions: record.versions };
      const person = room.personOf(seat.guest) ?? strangerOf(seat.guest);
      const waitedMs = room.aloneMs(nowMs)!;
      const not = new Set([record.code]);
      const code = this.#choose(visitor, person, { waitedMs, not, shunned: record.removed });
      const target = code === null ? undefined : this.#rooms.get(code);
      if (target === undefined) continue;
      target.await(seat.guest, person, nowMs);
      room.leaveFor(nowMs);
      const match = { code: target.record.code, sun: [], wave: [] };
      this.#ports.onMove(record.code, seat, match);
    }
  }

  #lookLater(): void {
    const isAnyAlone = [...this.#rooms.values()].some(({ online }) => online === 1);
    if (this.#cancelLook !== null || !isAnyAlone) return;
    this.#cancelLook = this.#ports.timers.after(LOOK_EVERY_MS, () => {
      this.#cancelLook = null;
      this.#look();
      this.#lookLater();
    });
  }

  /** [L115] Those who are alone are told, soon but not at each change. */
  #tellLater(): void {
    if (this.#cancelStatus !== null) return;
    const { timers } = this.#ports;
    const waitMs = Math.max(0, this.#toldMs + STATUS_EVERY_MS - timers.now());
    this.#cancelStatus = timers.after(waitMs, () => {
      this.#cancelStatus = null;
      this.#tell();
    });
  }

  #tell(): void {
    const { status } = this;
    const { searching, playing } = this.#told;
    if (status.searching === searching && status.playing === playing) return;
    this.#told = status;
    this.#toldMs = this.#ports.timers.now();
    for (const { record, online } of this.#rooms.values()) {
      if (online === 1) this.#ports.onStatus(record.code, status);
    }
  }
}

/** [L116] Empty where nothing is known of the skills: the room makes them by itself. */
function teamsOf(room: QuickRoom): Pick<News<'queue:match'>, 'sun' | 'wave'> {
  const people = room.record.seats.flatMap(({ id, guest, connection }) =>
    connection === null ? [] : [{ id, skill: room.personOf(guest)?.skill ?? UNKNOWN_SKILL }],
  );
  if (people.every(({ skill }) => skill === people[0]?.skill)) return { sun: [], wave: [] };
  const { sun, wave } = splitTeams(people);
  return { sun: sun.map(({ id }) => id), wave: wave.map(({ id }) => id) };
}
