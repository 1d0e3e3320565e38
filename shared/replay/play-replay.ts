import { EventBuffer } from '../sim/events.ts';
import { MAX_SEATS } from '../base/room-limits.ts';
import type { Command } from '../room/command.ts';
import { stepWorld } from '../room/step-world.ts';
import { type ArenaSource, type World, cloneWorld } from '../room/world.ts';
import type { Replay } from '../wire/replay-file.ts';
import { OPENING } from '../wire/replay-measures.ts';
import { type ReplaySegment, segmentTicks } from '../wire/replay-segment.ts';
import { restoreWorld } from '../wire/world-codec.ts';

/** Plays one segment again from its snapshot. */
export class SegmentPlayer {
  /** As it is behind the ticks played so far: the next step changes it. */
  readonly world: World;
  readonly #segment: ReplaySegment;
  readonly #arenas: ArenaSource;
  readonly #ticks: number;
  #row = 0;
  #command = 0;

  constructor(segment: ReplaySegment, world: World, arenas: ArenaSource) {
    this.#segment = segment;
    this.#arenas = arenas;
    this.#ticks = segmentTicks(segment);
    this.world = world;
  }

  /** Null when the segment's stadium is not among these. */
  static open(segment: ReplaySegment, arenas: ArenaSource): SegmentPlayer | null {
    const world = restoreWorld(segment.start, arenas);
    return world && new SegmentPlayer(segment, world, arenas);
  }

  /** A player at the same place, with a world of its own, that goes on with this or another recording. */
  fork(segment: ReplaySegment = this.#segment): SegmentPlayer {
    const fork = new SegmentPlayer(segment, cloneWorld(this.world), this.#arenas);
    fork.#row = this.#row;
    fork.#command = this.#command;
    return fork;
  }

  /** What each seat holds in the next tick; empty at the end. */
  get inputs(): Uint8Array {
    const at = this.#row * MAX_SEATS;
    return this.#segment.rows.subarray(at, at + MAX_SEATS);
  }

  /** Ticks played so far. */
  get played(): number {
    return this.#row;
  }

  get isAtEnd(): boolean {
    return this.#row === this.#ticks;
  }

  /** What is done to the room in the next tick. */
  get commands(): readonly Command[] {
    const { commands } = this.#segment;
    let end = this.#command;
    while (commands[end]?.row === this.#row) end += 1;
    return commands.slice(this.#command, end).map(({ command }) => command);
  }

  /** Plays one tick; `events` then holds just what happened in it. */
  step(events: EventBuffer): void {
    const { commands } = this;
    events.clear();
    stepWorld(this.world, this.inputs, commands, this.#arenas, events);
    this.#command += commands.length;
    this.#row += 1;
  }
}

/**
 * The world at each tick from `fromTick` to `toTick`, as far as the replay has them. It begins at the
 * newest snapshot before; the world is the same object for a while and changes with the next tick.
 *
 * @param events holds what happened in the tick before each world
 */
export function* resimulate(
  replay: Replay,
  arenas: ArenaSource,
  fromTick: number,
  toTick: number,
  events = new EventBuffer(),
): Generator<World, void> {
  const { segments } = replay;
  let index = Math.max(
    0,
    segments.findLastIndex(({ start }) => start.tick <= fromTick),
  );
  let next = -1;
  for (; index < segments.length; index++) {
    const segment = segments[index]!;
    const player = SegmentPlayer.open(segment, arenas);
    if (!player) return;
    events.clear();
    if (next < 0 || segment.opening === OPENING.snapshot) {
      next = Math.max(fromTick, player.world.tick);
    }
    for (;;) {
      if (player.world.tick > toTick) return;
      if (player.world.tick === next) {
        yield player.world;
        next += 1;
      }
      if (player.isAtEnd) break;
      player.step(events);
    }
  }
}
