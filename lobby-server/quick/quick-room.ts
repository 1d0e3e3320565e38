import { isRemoved } from '../rooms/remove-member.ts';
import { NO_CREDENTIALS, whatKeepsOut } from '../rooms/room-access.ts';
import { findSeat } from '../rooms/room-record.ts';
import type { GuestId, LobbySeat, RoomRecord } from '../store/room-store.ts';
import type { QuickOffer, QuickPerson } from './choose-room.ts';

/** [L114] A page that was sent for comes within this, or its place is free again. */
const AWAITED_MS = 5000;

/** What the queue knows of one quick room beside its record. */
export class QuickRoom {
  #record: RoomRecord;
  readonly #people = new Map<GuestId, QuickPerson>();
  /** Until when somebody is awaited who was sent here. */
  readonly #awaited = new Map<GuestId, number>();
  /** Until when its only person is awaited elsewhere. */
  #leavesUntilMs = Number.NEGATIVE_INFINITY;
  #aloneSinceMs: number | null = null;
  #peers = '';

  constructor(record: RoomRecord) {
    this.#record = record;
  }

  /** [L117] */
  get isClosed(): boolean {
    return this.#record.closed;
  }

  get record(): RoomRecord {
    return this.#record;
  }

  /** [L134] Of the member whose page answers when a way to this room is measured. */
  get hostSeat(): LobbySeat | undefined {
    return this.#record.seats.find(({ id }) => id === this.#record.host);
  }

  /** Members that the lobby hears. */
  get online(): number {
    return this.#record.seats.filter(({ connection }) => connection !== null).length;
  }

  /** Which members are heard: another text as soon as they are others. */
  get peers(): string {
    return this.#peers;
  }

  personOf(guest: GuestId): QuickPerson | null {
    return this.#people.get(guest) ?? null;
  }

  /** @param ask what is known of a newcomer */
  follow(record: RoomRecord, ask: (guest: GuestId) => QuickPerson, nowMs: number): void {
    this.#record = record;
    for (const { guest } of record.seats) {
      if (!this.#people.has(guest)) this.#people.set(guest, ask(guest));
      this.#awaited.delete(guest);
    }
    for (const guest of this.#people.keys()) {
      if (!findSeat(record, guest) && !this.#awaited.has(guest)) this.#people.delete(guest);
    }
    const heard = record.seats.filter(({ connection }) => connection !== null);
    this.#peers = heard.map(({ id }) => id).join(' ');
    this.#aloneSinceMs = heard.length === 1 ? (this.#aloneSinceMs ?? nowMs) : null;
  }

  /** ms since when its only person is alone; null where there is none or more. */
  aloneMs(nowMs: number): number | null {
    return this.#aloneSinceMs === null ? null : nowMs - this.#aloneSinceMs;
  }

  /** [L111] What the room has to offer to this guest; null when it takes nobody, or not this one. */
  offerTo(guest: GuestId, nowMs: number): QuickOffer | null {
    const { record } = this;
    this.#forgetLate(nowMs);
    const heard = record.seats.filter(({ connection }) => connection !== null);
    const taken = record.seats.length + this.#awaited.size;
    const isShut = whatKeepsOut(record, guest, NO_CREDENTIALS) !== null;
    const isOpen = !this.isClosed && !isShut && heard.length > 0 && taken < record.max;
    if (!isOpen || this.#leavesUntilMs > nowMs || isRemoved(record, guest)) return null;
    const here = [...heard.map((seat) => seat.guest), ...this.#awaited.keys()];
    const people = here.flatMap((one) => this.#people.get(one) ?? []);
    return { code: record.code, people, aloneMs: here.length === 1 ? this.aloneMs(nowMs) : null };
  }

  /** [L114] True while its only person could as well go to another room. */
  mayLeave(nowMs: number): boolean {
    this.#forgetLate(nowMs);
    const isLone = this.online === 1 && this.#record.seats.length === 1;
    return isLone && !this.isClosed && this.#awaited.size === 0 && this.#leavesUntilMs <= nowMs;
  }

  /** A person was sent here: its place is kept for a moment. */
  await(guest: GuestId, person: QuickPerson, nowMs: number): void {
    this.#people.set(guest, person);
    this.#awaited.set(guest, nowMs + AWAITED_MS);
  }

  /** The only person was sent to another room: nobody comes here meanwhile. */
  leaveFor(nowMs: number): void {
    this.#leavesUntilMs = nowMs + AWAITED_MS;
  }

  #forgetLate(nowMs: number): void {
    for (const [guest, untilMs] of this.#awaited) {
      if (untilMs > nowMs) continue;
      this.#awaited.delete(guest);
      if (!findSeat(this.#record, guest)) this.#people.delete(guest);
    }
  }
}
