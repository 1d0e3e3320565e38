import { hashMatch } from '../sim/match/checksum.ts';
import type { Command } from '../room/command.ts';
import type { RoomState } from '../room/room-state.ts';
import { MAX_SEATS } from '../base/room-limits.ts';
import { TICK_RATE, type Tick, toTick } from '../sim/tick.ts';
import { type World, hashWorld } from '../room/world.ts';
import {
  OPENING,
  type Opening,
  SEGMENT_COMMANDS,
  SEGMENT_TICKS,
  keyframeSecondsFor,
} from '../wire/replay-measures.ts';
import type { ReplaySegment } from '../wire/replay-segment.ts';
import type { PeerNames } from './peer-names.ts';

/** Room for the commands of one more tick. */
const COMMANDS_RESERVE = 32;
const SECONDS = SEGMENT_TICKS / TICK_RATE;

/** A segment while it is recorded. Its memory is used again for the next one. */
export class SegmentTape {
  opening: Opening = OPENING.snapshot;
  /** The stadium's text, null for one that everybody has. */
  stadiumText: string | null = null;
  /** What the commands of it need beside, by hash. */
  readonly needed = new Set<string>();
  ticks = 0;
  #startTick: Tick = toTick(0);
  #startRoom: RoomState;
  #frameWords = 0;
  /** The state at the start, then the keyframes. */
  #words = new Uint32Array(0);
  #frames = 0;
  /** Tick of the newest of these. */
  #frameTick: Tick = toTick(0);
  #seconds = 0;
  #commands: { readonly row: number; readonly command: Command }[] = [];
  readonly #rows = new Uint8Array(SEGMENT_TICKS * MAX_SEATS);
  readonly #tickHashes = new Uint16Array(SEGMENT_TICKS);
  readonly #secondHashes = new Uint32Array(SECONDS);
  /** The room that was hashed last, and as the replay shows it: it changes but now and then. */
  #room: RoomState;
  #shownRoom: RoomState;

  readonly #names: PeerNames;

  constructor(world: World, names: PeerNames) {
    this.#names = names;
    this.#room = world.room;
    this.#shownRoom = names.ofRoom(world.room);
    this.#startRoom = this.#shownRoom;
  }

  get stadium(): string {
    return this.#startRoom.stadium;
  }

  get isFull(): boolean {
    return (
      this.ticks === SEGMENT_TICKS || this.#commands.length > SEGMENT_COMMANDS - COMMANDS_RESERVE
    );
  }

  /** Forgets what was recorded and begins at this world. */
  start(world: World, opening: Opening, stadiumText: string | null): void {
    const { words } = world.match;
    const size = (framesFor(words.length) + 1) * words.length;
    if (this.#words.length !== size) this.#words = new Uint32Array(size);
    this.#frameWords = words.length;
    this.#words.set(words);
    this.#startTick = world.tick;
    this.#startRoom = this.#show(world.room);
    this.opening = opening;
    this.stadiumText = stadiumText;
    this.ticks = 0;
    this.#frames = 0;
    this.#seconds = 0;
    this.#commands = [];
    this.needed.clear();
    this.#frameTick = world.tick;
  }

  /** @param world behind the tick that these inputs and commands made */
  record(world: World, inputs: Uint8Array, commands: readonly Command[]): void {
    const row = this.ticks;
    for (let seat = 0; seat < MAX_SEATS; seat++) {
      this.#rows[row * MAX_SEATS + seat] = inputs[seat] ?? 0;
    }
    for (const command of commands) {
      this.#commands.push({ row, command: this.#names.ofCommand(command) });
      if (command.type === 'playOn') this.needed.add(command.moment);
    }
    this.#tickHashes[row] = hashMatch(world.match);
    this.ticks += 1;
    if (world.tick % TICK_RATE !== 0) return;
    this.#secondHashes[this.#seconds] = hashWorld({ ...world, room: this.#show(world.room) });
    this.#seconds += 1;
    if (world.tick % (keyframeSecondsFor(this.#frameWords) * TICK_RATE) === 0) this.#keep(world);
  }

  /** Nothing more will come: keeps the world as the last tick left it. */
  end(world: World): void {
    this.#keep(world);
  }

  /** A copy of what was recorded so far; `world` as the last tick left it, null when that is kept. */
  copy(world: World | null): ReplaySegment {
    const [frames, frameTick, frameWords] = [this.#frames, this.#frameTick, this.#frameWords];
    if (world) this.#keep(world);
    const words = this.#words.slice(frameWords, (this.#frames + 1) * frameWords);
    this.#frames = frames;
    this.#frameTick = frameTick;
    const match = new Uint8Array(this.#words.slice(0, frameWords).buffer);
    return {
      opening: this.opening,
      start: { tick: this.#startTick, room: this.#startRoom, match },
      rows: this.#rows.slice(0, this.ticks * MAX_SEATS),
      commands: this.#commands.slice(),
      tickHashes: this.#tickHashes.slice(0, this.ticks),
      secondHashes: this.#secondHashes.slice(0, this.#seconds),
      keyframeSeconds: keyframeSecondsFor(frameWords),
      keyframes: { frameWords, words },
    };
  }

  /** After a change of stadium the state has another size: the next segment begins with it. */
  #keep(world: World): void {
    const { words } = world.match;
    if (words.length !== this.#frameWords || world.tick === this.#frameTick) return;
    this.#frames += 1;
    this.#frameTick = world.tick;
    this.#words.set(words, this.#frames * this.#frameWords);
  }

  #show(room: RoomState): RoomState {
    if (room !== this.#room) {
      this.#room = room;
      this.#shownRoom = this.#names.ofRoom(room);
    }
    return this.#shownRoom;
  }
}

/** Those of a whole segment, and one at its end. */
function framesFor(frameWords: number): number {
  return Math.floor(SECONDS / keyframeSecondsFor(frameWords)) + 2;
}
