import type { World } from '../sim/world.ts';
import { decodeWorld, stadiumOfWorld } from '../wire/world-codec.ts';
import type { RoleContext } from './role.ts';

/** The newest snapshot that came in, until the stadium that it is on is here too. */
export class WaitingSnapshot {
  readonly #context: RoleContext;
  #waiting: { readonly bytes: Uint8Array; readonly stadium: string } | null = null;

  constructor(context: RoleContext) {
    this.#context = context;
  }

  /** Takes in a whole snapshot; bytes that are none are dropped. */
  put(bytes: Uint8Array): void {
    const stadium = stadiumOfWorld(bytes);
    this.#waiting = stadium === null ? null : { bytes, stadium };
  }

  /** [N17] The world, once; null as long as there is none or its stadium is missing. */
  take(): World | null {
    const { engine, stadiums, arenas } = this.#context;
    if (!this.#waiting) return null;
    const { bytes, stadium } = this.#waiting;
    if (!stadiums.has(stadium)) {
      engine.missingStadium = stadium;
      return null;
    }
    this.#waiting = null;
    return decodeWorld(bytes, arenas);
  }
}
