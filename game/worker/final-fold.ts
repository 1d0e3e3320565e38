import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import { HashHistory } from '../../shared/netplay/engine/hash-history.ts';
import type { FinalWatcher } from '../../shared/netplay/engine/room-engine.ts';
import { type Command, neededFor } from '../../shared/room/command.ts';
import { stepWorld } from '../../shared/room/step-world.ts';
import type { ArenaSource, World } from '../../shared/room/world.ts';
import { EventBuffer } from '../../shared/sim/events.ts';
import { HASH_EVERY_TICKS } from '../../shared/wire/input-packet.ts';
import { decodeWorld } from '../../shared/wire/world-codec.ts';
import type { FinalTicks } from './messages.ts';

const NO_COMMANDS: readonly Command[] = [];

/**
 * The final world once more, on the page: played from the same ticks as in the worker, for the replay, for
 * what is kept for a reload, and for anybody who compares the two.
 */
export class FinalFold {
  readonly hashes = new HashHistory();
  readonly #arenas: ArenaSource;
  readonly #watcher: FinalWatcher | null;
  readonly #events = new EventBuffer();
  #final: World | null = null;

  constructor(arenas: ArenaSource, watcher: FinalWatcher | null) {
    this.#arenas = arenas;
    this.#watcher = watcher;
  }

  /** Null until the worker has told it. */
  get final(): World | null {
    return this.#final;
  }

  /** False where it cannot go on, since a stadium is not here: the worker is to tell the world anew. */
  take({ world, inputs, commands }: FinalTicks): boolean {
    if (world !== null && !this.#begin(world)) return false;
    const ticks = inputs.length / MAX_SEATS;
    const said = new Map(commands);
    for (let tick = 0; tick < ticks; tick += 1) {
      const at = tick * MAX_SEATS;
      const row = inputs.subarray(at, at + MAX_SEATS);
      if (!this.#step(row, said.get(tick) ?? NO_COMMANDS)) return false;
    }
    return true;
  }

  #begin(bytes: Uint8Array): boolean {
    this.#final = decodeWorld(bytes, this.#arenas);
    this.hashes.clear();
    if (this.#final) this.#watcher?.begin(this.#final);
    return this.#final !== null;
  }

  #step(inputs: Uint8Array, commands: readonly Command[]): boolean {
    const world = this.#final;
    const isHere = (command: Command): boolean => {
      const needed = neededFor(command);
      return needed === null || this.#arenas(needed) !== undefined;
    };
    if (!world || !commands.every(isHere)) {
      this.#final = null;
      return false;
    }
    this.#events.clear();
    stepWorld(world, inputs, commands, this.#arenas, this.#events);
    this.#watcher?.record(world, inputs, commands);
    if (world.tick % HASH_EVERY_TICKS === 0) this.hashes.put(world);
    return true;
  }
}
