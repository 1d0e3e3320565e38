import type { Command } from '../../shared/room/command.ts';
import { stepWorld } from '../../shared/room/step-world.ts';
import type { World } from '../../shared/room/world.ts';
import { EventBuffer } from '../../shared/sim/events.ts';
import { readMoment } from '../../shared/replay/playable-moment.ts';
import { StadiumCollection } from '../../shared/stadium/stadium-collection.ts';
import { decodeWorld } from '../../shared/wire/world-codec.ts';
import type { FinalTick } from '../feed/room-feed.ts';

/** Is told each tick behind which the world stands. */
export interface TickWatcher {
  begin(world: World): void;
  tick(world: World, inputs: Uint8Array, commands: readonly Command[], events: EventBuffer): void;
}

/** Plays the final ticks of a room again, in the script's own thread: the same world to the bit. */
export class WorldFold {
  readonly stadiums = new StadiumCollection(readMoment);
  readonly #watcher: TickWatcher;
  readonly #events = new EventBuffer();
  #world: World | null = null;

  constructor(watcher: TickWatcher) {
    this.#watcher = watcher;
  }

  /** Behind the newest final tick; null until the room is there. */
  get world(): World | null {
    return this.#world;
  }

  /** Goes on from another world. False for bytes that are none, which another version may have sent. */
  begin(bytes: Uint8Array, stadiumText: string | null): boolean {
    if (stadiumText !== null) this.stadiums.add(stadiumText);
    const world = decodeWorld(bytes, this.stadiums.arena);
    if (world === null) return false;
    this.#world = world;
    this.#watcher.begin(world);
    return true;
  }

  play({ inputs, commands }: FinalTick): void {
    const world = this.#world;
    if (world === null) return;
    this.#events.clear();
    stepWorld(world, inputs, commands, this.stadiums.arena, this.#events);
    this.#watcher.tick(world, inputs, commands, this.#events);
  }
}
