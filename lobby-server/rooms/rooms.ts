import { fail, ok, type Result } from '../../shared/base/result.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { Refusal } from '../../shared/lobby/lobby-events.ts';
import type { GuestId, LobbySeat, RoomRecord } from '../store/room-store.ts';
import { Doors, leadsIn } from './doors.ts';
import { type Absence, KeptSeats } from './kept-seats.ts';
import { OpenedRooms, type RoomSource } from './opened-rooms.ts';
import { raiseRevision } from './raise-revision.ts';
import { RebuiltRooms } from './rebuilt-rooms.ts';
import { RecentRequests } from './recent-requests.ts';
import { isRemoved, type Removed } from './remove-member.ts';
import { type Credentials, NO_CREDENTIALS, whatKeepsOut } from './room-access.ts';
import {
  findSeat,
  freeSeat,
  isDeserted,
  isWaitedFor,
  lapseSeat,
  markLost,
  nameSequencer,
  openRoom,
  takeSeat,
  whoIsBehind,
  type Arrival,
} from './room-record.ts';
import type { RoomTicket } from './room-ticket.ts';
import type { NewRoom, Placed, RoomsPorts } from './rooms-ports.ts';
import type { Visitor } from './visitor.ts';

type Placing = Promise<Result<Placed, Refusal>>;

/** All rooms of the server with their members. Knows no sockets: a connection is a name that comes and goes. */
export class Rooms {
  /** While true no room is opened. */
  draining = false;
  readonly opened: OpenedRooms;
  readonly doors: Doors;

  readonly #ports: RoomsPorts;
  readonly #recent: RecentRequests;
  readonly #kept: KeptSeats;
  readonly #rebuilt: RebuiltRooms;
  /** Rooms in which nobody is heard, longest first. */
  readonly #deserted = new Set<RoomCode>();
  #closed = false;

  constructor(ports: RoomsPorts) {
    this.#ports = ports;
    this.opened = new OpenedRooms(ports.limits, ports.homes);
    this.doors = new Doors({ ...ports, find: (code) => this.find(code) });
    this.#recent = new RecentRequests(ports.timers, ports.times.nonceMs);
    this.#kept = new KeptSeats({ ...ports, onOver: (...seat) => void this.#endKeeping(...seat) });
    this.#rebuilt = new RebuiltRooms(ports.timers, ports.times);
  }

  find(code: RoomCode): Promise<RoomRecord | null> {
    return this.#ports.store.get(code);
  }

  count(): Promise<number> {
    return this.#ports.store.count();
  }

  /** [L126] How long the seat of an absent guest is still kept; null when it has none, or is there. */
  seatKeptMs(code: RoomCode, guest: GuestId): number | null {
    return this.#kept.leftMs(code, guest);
  }

  /** [L131] True while newcomers wait for those who were in this room. */
  isRebuilt(code: RoomCode): boolean {
    return this.#rebuilt.leftMs(code) > 0;
  }

  /** [L11] The same nonce again gives the same room again. */
  create(visitor: Visitor, request: NewRoom & { readonly nonce: string }): Placing {
    const key = `${visitor.guest} ${request.nonce}`;
    return this.#recent.once(
      key,
      () => this.#open(visitor, request),
      ({ room }) => this.resume(visitor, room.code),
    );
  }

  join(
    visitor: Visitor,
    request: { nonce: string; code: RoomCode; name: string },
    credentials: Credentials = NO_CREDENTIALS,
  ): Placing {
    const key = `${visitor.guest} ${request.nonce}`;
    return this.#recent.once(
      key,
      async () => {
        // [L131] Newcomers wait while those come back who were in it.
        const retryMs = this.#rebuilt.leftMs(this.doors.roomAt(request.code));
        if (retryMs > 0) return fail({ code: 'TRY_LATER', retryMs });
        return this.#place(visitor, request.code, request.name, credentials);
      },
      ({ room }) => this.resume(visitor, room.code),
    );
  }

  /** [L13] Gives a page its seat again after it lost its connection; never a new seat. */
  async resume(visitor: Visitor, code: RoomCode): Placing {
    const room = await this.find(code);
    if (room === null) return fail({ code: 'NO_ROOM' });
    if (isRemoved(room, visitor.guest)) return fail({ code: 'REMOVED' });
    const seat = findSeat(room, visitor.guest);
    if (seat === undefined) return fail({ code: 'NOT_MEMBER' });
    if (seat.page !== visitor.page) return fail({ code: 'REPLACED' });
    return this.#place(visitor, code, seat.name);
  }

  /**
   * [L130] [L131] Makes the room of a ticket anew if this server does not know it, or takes from the ticket
   * what it knows of it. The guest that shows it has a seat in it.
   *
   * @returns what stands in the way; null when nothing does
   */
  async restore(visitor: Visitor, ticket: RoomTicket): Promise<Refusal | null> {
    const { store, witness, onOut } = this.#ports;
    const { code } = ticket.room;
    const isNew = (await store.get(code)) === null;
    const refused = isNew ? await this.#refuseOneMore(visitor, 'brought-back') : null;
    if (refused !== null) return refused;
    const { before, restored } = await store.update(code, (now) => {
      const told = this.#rebuilt.restore(now, ticket.room);
      return { room: told?.room ?? now, outcome: { before: now, restored: told } };
    });
    if (restored === null) return { code: 'NO_ROOM' };
    const { room, out } = restored;
    if (room === before) return null;
    this.#rebuilt.note(before, ticket.room);
    this.doors.follow(before, room);
    for (const { seat, why } of out) onOut(code, { seat, why });
    this.#kept.follow(before, room);
    witness.adopt(room, ticket.witness);
    if (before === null) {
      this.opened.add(code, visitor.networks);
      this.#deserted.add(code);
    } else this.#tell(before, room);
    return null;
  }

  /** [L15] Frees the seat of this page, or of one that its tab showed before and that is gone. */
  async leave(visitor: Visitor, code: RoomCode): Promise<void> {
    await this.#changeSeat(visitor.guest, code, (room, seat) =>
      seat.page === visitor.page || seat.connection === null ? freeSeat(room, seat) : room,
    );
  }

  /** [L14] The witness takes the member behind this connection for the sequencer. */
  async nameSequencer(connection: string, code: RoomCode): Promise<void> {
    const { before, after } = await this.#ports.store.update(code, (room) => {
      const next = room && nameSequencer(room, connection);
      return { room: next, outcome: { before: room, after: next } };
    });
    if (after !== null && after !== before) this.#tell(before, after);
  }

  /**
   * [L9] Takes a member out for good.
   *
   * @param remove the room without it, or what stands in the way
   * @param onOut gets the seat that it had before the others are told: it hears of this first
   */
  async remove(
    code: RoomCode,
    remove: (room: RoomRecord | null) => Result<Removed, Refusal>,
    onOut: (seat: LobbySeat) => void,
  ): Promise<Result<RoomRecord, Refusal>> {
    const { before, removed } = await this.#ports.store.update(code, (room) => {
      const outcome = remove(room);
      return {
        room: outcome.ok ? outcome.value.room : room,
        outcome: { before: room, removed: outcome },
      };
    });
    if (!removed.ok) return removed;
    const { room, seat } = removed.value;
    this.#kept.end(code, seat.guest);
    onOut(seat);
    this.#tell(before, room);
    return ok(room);
  }

  /** [L92] Changes who may come in or who runs the room, unless `change` refuses. */
  async change(
    code: RoomCode,
    change: (room: RoomRecord | null) => Result<RoomRecord, Refusal>,
  ): Promise<Result<RoomRecord, Refusal>> {
    const { before, changed } = await this.#ports.store.update(code, (room) => {
      const outcome = raiseRevision(room, change(room));
      return {
        room: outcome.ok ? outcome.value : room,
        outcome: { before: room, changed: outcome },
      };
    });
    if (changed.ok && changed.value !== before) {
      this.doors.follow(before, changed.value, true);
      this.#ports.onAccess(changed.value);
    }
    return changed;
  }

  /** [L152] Another node has taken this room: here nothing is known of it, and it may come back one day. */
  async giveUp(code: RoomCode): Promise<void> {
    const given = await this.#ports.store.update(code, (room) => ({ room: null, outcome: room }));
    if (given !== null) this.#forget(given, false);
  }

  /** Ends a room for which `isOver` holds; what it was, or null when there is none that ends. */
  async end(
    code: RoomCode,
    isOver: (room: RoomRecord) => boolean = () => true,
  ): Promise<RoomRecord | null> {
    const ended = await this.#ports.store.update(code, (room) =>
      room !== null && isOver(room) ? { room: null, outcome: room } : { room, outcome: null },
    );
    if (ended !== null) this.#forget(ended);
    return ended;
  }

  /** A connection broke (`lost`) or was ended by its page (`bye`); the seat waits a while. */
  async disconnected(visitor: Visitor, code: RoomCode, how: 'lost' | 'bye'): Promise<void> {
    if (this.#closed) return;
    const changed = await this.#changeSeat(visitor.guest, code, (room, seat) =>
      seat.connection === visitor.connection ? markLost(room, seat) : room,
    );
    if (changed) this.#kept.begin(code, visitor.guest, how);
  }

  /** Calls off all timers; connections that end from now on change nothing. */
  close(): void {
    this.#closed = true;
    this.#kept.close();
  }

  /** [L15] Frees the place of somebody who did not come back, unless the room waits for nobody else. */
  async #endKeeping(code: RoomCode, guest: GuestId, absence: Absence): Promise<void> {
    const room = await this.find(code);
    const seat = room === null ? undefined : findSeat(room, guest);
    if (room === null || seat === undefined || seat.connection !== null) return;
    const isKept = absence.how === 'bye' ? isDeserted(room) : isWaitedFor(room, seat);
    if (isKept && this.#kept.extend(code, guest, absence)) return;
    await this.#changeSeat(guest, code, (now, own) =>
      own.connection === null ? lapseSeat(now, own) : now,
    );
  }

  /** [L68] Ends the room that waits longest with nobody in it; true when there was one. */
  async #endDeserted(): Promise<boolean> {
    for (const code of this.#deserted) {
      this.#deserted.delete(code);
      if ((await this.end(code, isDeserted)) !== null) return true;
    }
    return false;
  }

  #forget(room: RoomRecord, hasEnded = true): void {
    const { code, id, seats } = room;
    this.doors.forget(room, hasEnded);
    for (const { guest } of seats) this.#kept.end(code, guest);
    if (hasEnded) {
      this.#rebuilt.end(code, id);
      this.#ports.homes?.release(code, id);
    } else this.#rebuilt.forget(code);
    this.opened.remove(code);
    this.#deserted.delete(code);
    this.#ports.witness.forget(code);
    this.#ports.onGone(code);
  }

  /** A room is not what it was: the witness hears of it first, then the members. */
  #tell(before: RoomRecord | null, after: RoomRecord): void {
    this.#ports.witness.follow(before, after);
    this.#ports.onChange(after);
    if (before !== null && before.host !== after.host) this.#ports.onAccess(after);
  }

  async #refuseOneMore({ networks }: Visitor, how: RoomSource): Promise<Refusal | null> {
    if (how === 'opened' && this.draining) return { code: 'DRAINING' };
    if (this.opened.isFull(networks, how)) return { code: 'TOO_MANY_ROOMS' };
    const isFull = (await this.count()) >= this.#ports.limits.rooms;
    return isFull && !(await this.#endDeserted()) ? { code: 'TRY_LATER' } : null;
  }

  async #open(visitor: Visitor, request: NewRoom): Placing {
    const { store, makeId } = this.#ports;
    const refused = await this.#refuseOneMore(visitor, 'opened');
    if (refused !== null) return fail(refused);
    const code = await this.doors.claim();
    if (code === null) return fail({ code: 'TRY_LATER' });
    const { max, quick = false } = request;
    const plan = { code, id: makeId(), max, quick, versions: visitor.versions };
    const room = openRoom(plan, this.#arrival(visitor, request.name));
    const isFree = await store.update(code, (taken) => ({ room: taken ?? room, outcome: !taken }));
    if (!isFree) return fail({ code: 'TRY_LATER' });
    this.opened.add(code, visitor.networks);
    this.#tell(null, room);
    return ok({ room, seat: room.seats[0]!, before: null });
  }

  async #place(
    visitor: Visitor,
    asked: RoomCode,
    name: string,
    credentials = NO_CREDENTIALS,
  ): Placing {
    const code = this.doors.roomAt(asked);
    const arrival = this.#arrival(visitor, name);
    const { store, witness } = this.#ports;
    type Outcome = Result<Placed & { readonly former: RoomRecord }, Refusal>;
    const placed = await store.update<Outcome>(code, (room) => {
      if (room === null || !leadsIn(room, asked, visitor.guest))
        return { room, outcome: fail({ code: 'NO_ROOM' }) };
      if (isRemoved(room, visitor.guest)) return { room, outcome: fail({ code: 'REMOVED' }) };
      const behind = whoIsBehind(visitor.versions, room.versions);
      if (behind !== null) return { room, outcome: fail({ code: 'VERSION', behind }) };
      const before = findSeat(room, visitor.guest) ?? null;
      const kept = before === null ? whatKeepsOut(room, visitor.guest, credentials) : null;
      if (kept !== null) return { room, outcome: fail({ code: kept }) };
      const next = takeSeat(room, arrival, witness.namedIn(code));
      const seat = findSeat(next, visitor.guest)!;
      return { room: next, outcome: ok({ room: next, seat, before, former: room }) };
    });
    if (placed.ok) {
      this.#kept.end(code, visitor.guest);
      if (this.#deserted.delete(code)) this.#kept.renew(placed.value.room);
      this.#tell(placed.value.former, placed.value.room);
    }
    return placed;
  }

  /** True when something changed. */
  async #changeSeat(
    guest: GuestId,
    code: RoomCode,
    change: (room: RoomRecord, seat: LobbySeat) => RoomRecord | null,
  ): Promise<boolean> {
    const { before, after } = await this.#ports.store.update(code, (room) => {
      const seat = room === null ? undefined : findSeat(room, guest);
      const next = room === null || seat === undefined ? room : change(room, seat);
      return { room: next, outcome: { before: room, after: next } };
    });
    if (after === before) return false;
    if (after === null) {
      if (before !== null) this.#forget(before);
      return true;
    }
    if (isDeserted(after)) this.#deserted.add(code);
    this.#tell(before, after);
    if (findSeat(after, guest) === undefined) this.#kept.end(code, guest);
    return true;
  }

  #arrival(visitor: Visitor, name: string): Arrival {
    const { guest, page, connection } = visitor;
    return { guest, page, connection, name, newId: this.#ports.makePeerId() };
  }
}
