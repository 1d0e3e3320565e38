import type { RoomCode } from '../../shared/lobby/ids.ts';
import {
  CARD_KEPT_MS,
  LIST_DELTA_CARDS_MAX,
  LIST_DELTA_GONE_MAX,
  LIST_PAGE_CARDS,
} from '../../shared/lobby/limits.ts';
import type { Listing, ListDelta, ListPage, RoomCard } from '../../shared/lobby/public-room.ts';
import type { RoomRecord } from '../store/room-store.ts';
import type { Timers } from '../timers.ts';
import { moveClock } from './move-clock.ts';

/** Deltas are sent, and cards looked through, this often. */
const LOOK_MS = 1000;

/** A clock that is this far from where it would have gone by itself is news. */
const CLOCK_DRIFT_S = 2;

type Entry = {
  /** What the room is known by where it is kept here; else its code. */
  readonly room: RoomCode;
  readonly serial: number;
  readonly listing: Listing;
  /** [L155] Another process of this lobby that keeps the room; null when it is here. */
  readonly node: string | null;
  /** The member whose card it is: it ends with its time as the host. */
  readonly host: string;
  /** When the card was renewed, and when its clock was told of. */
  readonly renewedMs: number;
  readonly toldMs: number;
};

export type PublicListPorts = {
  readonly timers: Timers;
  readonly onDelta: (delta: ListDelta) => void;
  /** [L155] The part of it that is of rooms kept here, for the other processes of this lobby. */
  readonly onOwnDelta?: (delta: ListDelta) => void;
};

/**
 * [L96] The rooms that strangers find. A card lives as long as its host renews it; whoever has the list
 * hears of what changed, gathered for a second.
 */
export class PublicList {
  readonly #ports: PublicListPorts;
  /** In the order in which they came, so by serial. */
  readonly #entries = new Map<RoomCode, Entry>();
  /** [L182] By what code a room that is kept here is listed. */
  readonly #listedBy = new Map<RoomCode, RoomCode>();
  readonly #changed = new Set<RoomCode>();
  readonly #gone = new Set<RoomCode>();
  readonly #ownGone = new Set<RoomCode>();
  #serial = 0;
  #cancel: (() => void) | null = null;

  constructor(ports: PublicListPorts) {
    this.#ports = ports;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** @param code what the room is known by here */
  has(code: RoomCode): boolean {
    return this.#listedBy.has(code);
  }

  /** [L95] Takes a card of a room's host. Nothing is listed of a room that is not public. */
  put(room: RoomRecord, card: RoomCard): void {
    if (room.access.visibility !== 'public') return this.drop(room.code);
    if ((this.#listedBy.get(room.code) ?? room.door) !== room.door) this.drop(room.code);
    const nowMs = this.#ports.timers.now();
    const known = this.#entries.get(room.door);
    const listing = toListing(room, card);
    const isNews = known === undefined || isOther(known, listing, nowMs);
    this.#listedBy.set(room.code, room.door);
    this.#entries.set(room.door, {
      room: room.code,
      serial: known?.serial ?? ++this.#serial,
      listing: isNews ? listing : known.listing,
      node: null,
      host: room.host,
      renewedMs: nowMs,
      toldMs: isNews ? nowMs : known.toldMs,
    });
    if (isNews) this.#tell(room.door);
    this.#lookLater();
  }

  /** The room is not what it was: other members, another host, other access. */
  follow(room: RoomRecord): void {
    const known = this.#entries.get(this.#listedBy.get(room.code) ?? room.code);
    if (known === undefined) return;
    if (room.access.visibility !== 'public' || room.host !== known.host) {
      return this.drop(known.room);
    }
    const isMoved = known.listing.code !== room.door;
    // [L182] By the code of before strangers cannot come: to them it is another room.
    if (isMoved) this.drop(room.code);
    const card = moveClock(known.listing.card, this.#ports.timers.now() - known.toldMs);
    const listing = toListing(room, card);
    if (isSame(listing, { ...known.listing, card })) return;
    const serial = isMoved ? ++this.#serial : known.serial;
    this.#listedBy.set(room.code, room.door);
    this.#entries.set(room.door, { ...known, serial, listing, toldMs: this.#ports.timers.now() });
    this.#tell(room.door);
  }

  /** @param room what it is known by here, or the code of another process' room */
  drop(room: RoomCode): void {
    const code = this.#listedBy.get(room) ?? room;
    this.#listedBy.delete(room);
    const known = this.#entries.get(code);
    if (known === undefined) return;
    this.#entries.delete(code);
    this.#changed.delete(code);
    this.#gone.add(code);
    if (known.node === null) this.#ownGone.add(code);
    this.#lookLater();
  }

  /** [L155] What another process told of its public rooms. A room that is listed here stays as it is. */
  followNode(node: string, { changed, gone }: ListDelta): void {
    const nowMs = this.#ports.timers.now();
    for (const code of gone) if (this.#entries.get(code)?.node === node) this.drop(code);
    for (const listing of changed) {
      const known = this.#entries.get(listing.code);
      if (known?.node === null) continue;
      this.#entries.set(listing.code, {
        room: listing.code,
        serial: known?.serial ?? ++this.#serial,
        listing,
        node,
        host: '',
        renewedMs: nowMs,
        toldMs: nowMs,
      });
      this.#tell(listing.code);
    }
    this.#lookLater();
  }

  /** [L155] Nothing is heard of that process any more. */
  dropNode(node: string): void {
    for (const entry of this.#entries.values()) if (entry.node === node) this.drop(entry.room);
  }

  /** [L155] All of this process, for one that knows nothing of it. */
  ownDeltas(): readonly ListDelta[] {
    const nowMs = this.#ports.timers.now();
    const own = [...this.#entries.values()].filter(({ node }) => node === null);
    const deltas: ListDelta[] = [];
    for (let from = 0; from < own.length; from += LIST_DELTA_CARDS_MAX) {
      const some = own.slice(from, from + LIST_DELTA_CARDS_MAX);
      deltas.push({ changed: some.map((entry) => listingNow(entry, nowMs)), gone: [] });
    }
    return deltas;
  }

  /** @param from where the page before said that this one begins; null for the first */
  page(from: number | null): ListPage {
    const nowMs = this.#ports.timers.now();
    const listings: Listing[] = [];
    let next: number | null = null;
    for (const entry of this.#entries.values()) {
      const { serial } = entry;
      if (from !== null && serial < from) continue;
      if (listings.length === LIST_PAGE_CARDS) {
        next = serial;
        break;
      }
      listings.push(listingNow(entry, nowMs));
    }
    return { listings, next, total: this.#entries.size };
  }

  close(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #tell(code: RoomCode): void {
    this.#gone.delete(code);
    this.#ownGone.delete(code);
    this.#changed.add(code);
  }

  #lookLater(): void {
    this.#cancel ??= this.#ports.timers.after(LOOK_MS, () => {
      this.#cancel = null;
      this.#look();
      if (this.#entries.size > 0 || this.#changed.size + this.#gone.size > 0) this.#lookLater();
    });
  }

  #look(): void {
    const nowMs = this.#ports.timers.now();
    for (const { room, renewedMs, node } of this.#entries.values()) {
      if (node === null && nowMs - renewedMs >= CARD_KEPT_MS) this.drop(room);
    }
    const gone = takeFrom(this.#gone, LIST_DELTA_GONE_MAX);
    const changed = takeFrom(this.#changed, LIST_DELTA_CARDS_MAX).flatMap((code) => {
      const entry = this.#entries.get(code);
      return entry === undefined ? [] : [listingNow(entry, nowMs)];
    });
    if (changed.length + gone.length > 0) this.#ports.onDelta({ changed, gone });
    this.#tellOwn(changed, gone);
  }

  #tellOwn(changed: readonly Listing[], gone: readonly RoomCode[]): void {
    const { onOwnDelta } = this.#ports;
    const ownGone = gone.filter((code) => this.#ownGone.delete(code));
    if (onOwnDelta === undefined) return;
    const own = changed.filter(({ code }) => this.#entries.get(code)?.node === null);
    if (own.length + ownGone.length > 0) onOwnDelta({ changed: own, gone: ownGone });
  }
}

/** With the clock as it stands by now. */
function listingNow({ listing, toldMs }: Entry, nowMs: number): Listing {
  return { ...listing, card: moveClock(listing.card, nowMs - toldMs) };
}

function toListing(room: RoomRecord, card: RoomCard): Listing {
  const { door, access, seats, host, max, password } = room;
  return {
    code: door,
    title: access.title,
    host: seats.find(({ id }) => id === host)?.name ?? seats[0]!.name,
    members: seats.length,
    max: access.spectators ? max : Math.min(max, access.places),
    password: password !== null,
    locked: access.locked,
    knock: access.knock,
    spectators: access.spectators,
    relayOnly: access.relayOnly,
    card,
  };
}

function isOther({ listing, toldMs }: Entry, next: Listing, nowMs: number): boolean {
  const moved = moveClock(listing.card, nowMs - toldMs);
  const before = moved.match?.clockS ?? 0;
  const after = next.card.match?.clockS ?? 0;
  if (Math.abs(before - after) > CLOCK_DRIFT_S) return true;
  const { match } = next.card;
  const still = match === null ? null : { ...match, clockS: before };
  return !isSame({ ...listing, card: moved }, { ...next, card: { ...next.card, match: still } });
}

/** Both were made by one schema and `toListing`, so their fields stand in one order. */
function isSame(a: Listing, b: Listing): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function takeFrom<Value>(from: Set<Value>, max: number): Value[] {
  const taken = [...from].slice(0, max);
  for (const value of taken) from.delete(value);
  return taken;
}
