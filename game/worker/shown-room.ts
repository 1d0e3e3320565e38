import type { PeerSessionOptions } from '../../shared/netplay/peer-session.ts';
import type { MissedWish } from '../../shared/netplay/wishes.ts';
import {
  arenaOf,
  type ArenaSource,
  createWorld,
  cloneWorld,
  type World,
} from '../../shared/room/world.ts';
import type { RoomState } from '../../shared/room/room-state.ts';
import type { MatchEvent } from '../../shared/sim/events.ts';
import { createMatchState } from '../../shared/sim/match-state.ts';
import { TICK_MS, toTick } from '../../shared/sim/tick.ts';
import type { Picture } from './messages.ts';

/** What waits for whoever shows it, where nobody does. */
const WAITING_MAX = 64;

/** A room as a worker showed it last. */
export class ShownRoom {
  readonly world: World;
  /** One tick earlier; only its match is kept true. */
  readonly previous: World;
  readonly #arenas: ArenaSource;
  #arenaRoom: RoomState;
  #picture: Picture | null = null;
  #events: MatchEvent[] = [];
  #missed: MissedWish[] = [];

  constructor(
    { stadium, seed }: Pick<PeerSessionOptions, 'stadium' | 'seed'>,
    arenas: ArenaSource,
  ) {
    this.#arenas = arenas;
    this.world = createWorld(stadium, arenas, seed);
    this.previous = cloneWorld(this.world);
    this.#arenaRoom = this.world.room;
  }

  /** Null before the first one. */
  get picture(): Picture | null {
    return this.#picture;
  }

  show(picture: Picture): void {
    this.#picture = picture;
    this.#showRoom(picture.room ?? this.world.room);
    const { words, before, tick, previousTick } = picture;
    this.world.tick = toTick(tick);
    this.previous.tick = toTick(previousTick);
    write(this.previous, words.subarray(0, before));
    write(this.world, words.subarray(before));
    keep(this.#events, picture.events);
    keep(this.#missed, picture.missed);
  }

  /** Where between the two worlds that instant lies, 0 … 1. */
  blendAt(absoluteMs: number): number {
    if (!this.#picture) return 0;
    const ahead = this.#picture.blend + (absoluteMs - this.#picture.absoluteMs) / TICK_MS;
    return Math.min(Math.max(ahead, 0), 1);
  }

  takeEvents(): readonly MatchEvent[] {
    return this.#events.length === 0 ? NOTHING : this.#events.splice(0);
  }

  takeMissed(): readonly MissedWish[] {
    return this.#missed.length === 0 ? NOTHING : this.#missed.splice(0);
  }

  holds(event: MatchEvent): boolean {
    return !this.#picture?.undone.some((one) => isSame(one, event));
  }

  #showRoom(room: RoomState): void {
    this.world.room = room;
    this.previous.room = room;
    const known = this.#arenaRoom;
    const isSameArena =
      room.stadium === known.stadium &&
      room.isSwapped === known.isSwapped &&
      // Each room came over as a copy of its own.
      JSON.stringify(room.discs) === JSON.stringify(known.discs);
    if (isSameArena) return;
    const arena = arenaOf(room, this.#arenas);
    // One that is not here is on its way: the worker sends each before the room that plays on it.
    if (!arena) return;
    this.#arenaRoom = room;
    this.world.arena = arena;
    this.previous.arena = arena;
  }
}

function write(world: World, words: Uint32Array): void {
  if (world.match.words.length !== words.length) {
    const discs = (words.length - INT_WORDS) / DISC_WORDS;
    world.match = createMatchState(discs);
  }
  world.match.words.set(words);
}

const INT_WORDS = createMatchState(0).words.length;
const DISC_WORDS = createMatchState(1).words.length - INT_WORDS;

function keep<Thing>(list: Thing[], news: readonly Thing[]): void {
  list.push(...news);
  if (list.length > WAITING_MAX) list.splice(0, list.length - WAITING_MAX);
}

function isSame(a: MatchEvent, b: MatchEvent): boolean {
  return a.tick === b.tick && a.kind === b.kind && a.subject === b.subject && a.object === b.object;
}

const NOTHING: readonly never[] = [];
