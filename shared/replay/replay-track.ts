import { EventBuffer } from '../sim/events.ts';
import type { Command } from '../room/command.ts';
import type { ArenaSource, World } from '../room/world.ts';
import { type Replay, replayTicks } from '../wire/replay-file.ts';
import { type ReplaySegment, segmentTicks } from '../wire/replay-segment.ts';
import { hasTickHash } from './explain-mismatch.ts';
import { SegmentPlayer } from './play-replay.ts';
import { HighlightFinder, type Highlight } from './highlights.ts';

/** Between two worlds that are kept: what a seek plays at most. */
const KEPT_EVERY_TICKS = 120;
/** Of all kept worlds together; a file of giant maps keeps them less often. */
const KEPT_WORDS_MAX = 4 * 2 ** 20;

type Kept = { readonly position: number; readonly segment: number; readonly player: SegmentPlayer };

/**
 * A replay that any tick of can be gone to at once. A _position_ is how many of its ticks were played
 * before; where segments have nothing to do with each other the ticks' own numbers jump.
 */
export class ReplayTrack {
  /** Ticks of the whole. */
  readonly length: number;
  /** Goals and saves of what is read so far, in their order. */
  readonly highlights: readonly Highlight[];
  /** [V8] First position behind which the match is not as it was recorded; null when there is none. */
  differsAt: number | null = null;
  readonly #segments: readonly ReplaySegment[];
  readonly #arenas: ArenaSource;
  readonly #keepEvery: number;
  readonly #kept: Kept[] = [];
  readonly #finder = new HighlightFinder();
  readonly #events = new EventBuffer();
  /** What reads the replay ahead. */
  #reader: Kept;
  #read = 0;

  private constructor(replay: Replay, arenas: ArenaSource, first: SegmentPlayer) {
    this.#segments = replay.segments.filter((segment) => segmentTicks(segment) > 0);
    this.#arenas = arenas;
    this.length = replayTicks(replay);
    this.highlights = this.#finder.highlights;
    const words = Math.max(...this.#segments.map(({ keyframes }) => keyframes.frameWords));
    const worlds = Math.max(1, Math.floor(KEPT_WORDS_MAX / words));
    this.#keepEvery = Math.max(KEPT_EVERY_TICKS, Math.ceil(this.length / worlds));
    this.#reader = { position: 0, segment: 0, player: first };
    this.#finder.join(first.world);
    this.#keep();
  }

  /** Null when there is nothing to play, or a map is not among these. */
  static open(replay: Replay, arenas: ArenaSource): ReplayTrack | null {
    const filled = replay.segments.filter((segment) => segmentTicks(segment) > 0);
    const players = filled.map((segment) => SegmentPlayer.open(segment, arenas));
    const [first] = players;
    return first && !players.includes(null) ? new ReplayTrack(replay, arenas, first) : null;
  }

  /** Positions up to here can be gone to. */
  get read(): number {
    return this.#read;
  }

  get isRead(): boolean {
    return this.#read === this.length;
  }

  /** [V7] Reads some ticks further, to be called again and again: the page is not held up. */
  readOn(ticks: number): void {
    for (let left = ticks; left > 0 && !this.isRead; left -= 1) {
      const { player, segment } = this.#reader;
      player.step(this.#events);
      this.#read += 1;
      this.#finder.look(player.world, this.#events, this.#read);
      if (this.differsAt === null && !hasTickHash(player, this.#segments[segment]!)) {
        this.differsAt = this.#read - 1;
      }
      if (player.isAtEnd && !this.isRead) this.#openNext();
      else if (this.#read % this.#keepEvery === 0) this.#keep();
    }
  }

  /** A place to play from, with a world of its own; no further than was read. */
  at(position: number): ReplayCursor {
    const wanted = Math.max(0, Math.min(position, this.#read));
    const kept = this.#kept.findLast((one) => one.position <= wanted)!;
    const cursor = new ReplayCursor(this, kept.position, kept.segment, kept.player.fork());
    while (cursor.position < wanted) cursor.step();
    return cursor;
  }

  /** The player that goes on behind the end of a segment; null at the end of the replay. */
  next(segment: number): SegmentPlayer | null {
    const kept = this.#kept.find((one) => one.segment === segment + 1);
    return kept?.player.fork() ?? null;
  }

  #openNext(): void {
    const segment = this.#reader.segment + 1;
    const player = SegmentPlayer.open(this.#segments[segment]!, this.#arenas)!;
    this.#reader = { position: this.#read, segment, player };
    this.#finder.join(player.world);
    this.#keep();
  }

  #keep(): void {
    const { segment, player } = this.#reader;
    this.#kept.push({ position: this.#read, segment, player: player.fork() });
  }
}

/** Plays a track from somewhere on. */
export class ReplayCursor {
  /** What happened in the tick that was played last. */
  readonly events = new EventBuffer();
  readonly #track: ReplayTrack;
  #position: number;
  #segment: number;
  #player: SegmentPlayer;

  constructor(track: ReplayTrack, position: number, segment: number, player: SegmentPlayer) {
    this.#track = track;
    this.#position = position;
    this.#segment = segment;
    this.#player = player;
  }

  get position(): number {
    return this.#position;
  }

  /** As it is behind the ticks played so far: the next step changes it, or it is another object then. */
  get world(): World {
    return this.#player.world;
  }

  /** What each seat holds in the next tick; empty at the end. */
  get inputs(): Uint8Array {
    return this.#player.inputs;
  }

  /** What is done to the room in the next tick. */
  get commands(): readonly Command[] {
    return this.#player.commands;
  }

  get isAtEnd(): boolean {
    return this.#position >= this.#track.read;
  }

  /** Plays a tick, as far as the track was read. */
  step(): void {
    if (this.isAtEnd) return;
    this.#player.step(this.events);
    this.#position += 1;
    if (!this.#player.isAtEnd) return;
    const next = this.#track.next(this.#segment);
    if (!next) return;
    this.#player = next;
    this.#segment += 1;
  }
}
