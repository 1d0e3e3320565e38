import { type World, hashWorld } from '../../room/world.ts';
import { type WorldParts, partsOf } from './world-parts.ts';
import { HASH_EVERY_TICKS } from '../../wire/input-packet.ts';

const KEPT = 256;
/** Checkpoints whose parts are remembered: long enough for somebody else's word of one to come. */
const PARTS_KEPT = 16;

/** Hashes of the final world at every HASH_EVERY_TICKS-th tick, for comparison with others. */
export class HashHistory {
  readonly #values = new Map<number, number>();
  readonly #parts = new Map<number, WorldParts>();

  /** Index of the newest checkpoint, -1 when there is none. */
  newest = -1;

  put(world: World): void {
    this.newest = world.tick / HASH_EVERY_TICKS;
    this.#values.set(this.newest, hashWorld(world));
    this.#values.delete(this.newest - KEPT);
    this.#parts.set(this.newest, partsOf(world));
    this.#parts.delete(this.newest - PARTS_KEPT);
  }

  /**
   * Forgets the hashes: after a snapshot, what was before may have been void. The parts stay, to tell
   * what had been wrong.
   */
  clear(): void {
    this.#values.clear();
    this.newest = -1;
  }

  /** Hash at tick `index * HASH_EVERY_TICKS`. */
  get(index: number): number | undefined {
    return this.#values.get(index);
  }

  /** The same in parts, for the newest few. */
  partsAt(index: number): WorldParts | undefined {
    return this.#parts.get(index);
  }

  /** All checkpoints that are kept, as [tick, hash], oldest first. */
  entries(): readonly (readonly [tick: number, hash: number])[] {
    return [...this.#values].map(([index, hash]) => [index * HASH_EVERY_TICKS, hash] as const);
  }
}

/** The low 8 bits of a checkpoint's index, as on the wire. */
export function toShortHashIndex(index: number): number {
  return index % KEPT;
}

/** The checkpoint nearest to `newest` whose low 8 bits are `short`. */
export function unwrapHashIndex(short: number, newest: number): number {
  const base = newest - (newest % KEPT) + short;
  if (base > newest + KEPT / 2) return base - KEPT;
  return base < newest - KEPT / 2 ? base + KEPT : base;
}
