import type { PeerId } from '../../shared/base/peer-id.ts';
import type { FinalWatcher } from '../../shared/netplay/engine/room-engine.ts';
import { type Command, neededFor } from '../../shared/room/command.ts';
import type { World } from '../../shared/room/world.ts';
import { encodeWorld } from '../../shared/wire/world-codec.ts';
import type { FinalTick, Told } from './room-feed.ts';

/**
 * Tells a script all that became final, so that it can play the same ticks in a thread of its own. A script
 * that stands still hears them later; the room does not wait for it.
 */
export class FinalFeed implements FinalWatcher {
  readonly #next: FinalWatcher;
  readonly #tell: (told: Told) => void;
  readonly #textOf: (stadium: string) => string | null;
  readonly #self: PeerId;
  #ticks: FinalTick[] = [];
  /** What comes before them. */
  #waiting: Told[] = [];

  /**
   * @param next is told everything as well
   * @param textOf what a stadium travels as; null for one that everybody has
   */
  constructor(
    next: FinalWatcher,
    self: PeerId,
    textOf: (stadium: string) => string | null,
    tell: (told: Told) => void,
  ) {
    this.#next = next;
    this.#self = self;
    this.#textOf = textOf;
    this.#tell = tell;
  }

  begin(world: World): void {
    this.#next.begin(world);
    this.retell(world);
  }

  /** For a script that comes later, or that missed something: it goes on from the newest final world. */
  retell(world: World): void {
    this.#ticks = [];
    const stadiumText = this.#textOf(world.room.stadium);
    this.#waiting = [{ type: 'world', bytes: encodeWorld(world), stadiumText, self: this.#self }];
  }

  record(world: World, inputs: Uint8Array, commands: readonly Command[]): void {
    this.#next.record(world, inputs, commands);
    for (const command of commands) {
      const needed = neededFor(command);
      if (needed === null) continue;
      const text = this.#textOf(needed);
      if (text !== null) this.#waiting.push({ type: 'stadium', text });
    }
    this.#ticks.push({ inputs: inputs.slice(), commands });
  }

  /** Hands over what became final since the last call, and nothing before that. */
  flush(): void {
    for (const told of this.#waiting.splice(0)) this.#tell(told);
    if (this.#ticks.length === 0) return;
    this.#tell({ type: 'ticks', ticks: this.#ticks });
    this.#ticks = [];
  }
}
