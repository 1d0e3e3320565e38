import type { FinalWatcher } from '../../shared/netplay/engine/room-engine.ts';
import type { Command } from '../../shared/room/command.ts';
import type { World } from '../../shared/room/world.ts';
import { encodeWorld } from '../../shared/wire/world-codec.ts';
import type { FinalTicks } from './messages.ts';

/** Half a minute: a page that stood still for longer goes on from the world instead. */
const TICKS_MAX = 1800;

/** What became final and the page has not been told yet. */
export class FinalTape implements FinalWatcher {
  #parts: {
    world: Uint8Array | null;
    inputs: number[];
    commands: [number, readonly Command[]][];
  }[] = [];
  #newest: World | null = null;
  #seats = 0;
  #ticks = 0;

  get isEmpty(): boolean {
    return this.#parts.length === 0;
  }

  begin(world: World): void {
    this.#newest = world;
    this.#parts.push({ world: encodeWorld(world), inputs: [], commands: [] });
  }

  record(world: World, inputs: Uint8Array, commands: readonly Command[]): void {
    this.#newest = world;
    this.#ticks += 1;
    if (this.#ticks > TICKS_MAX) return this.retell();
    let part = this.#parts.at(-1);
    if (!part) this.#parts.push((part = { world: null, inputs: [], commands: [] }));
    this.#seats = inputs.length;
    if (commands.length > 0) part.commands.push([part.inputs.length / this.#seats, commands]);
    for (const input of inputs) part.inputs.push(input);
  }

  /** In place of all that waits the page is told the newest final world. */
  retell(): void {
    this.#ticks = 0;
    this.#parts = [];
    if (this.#newest) this.begin(this.#newest);
  }

  take(): readonly FinalTicks[] {
    const parts = this.#parts;
    this.#parts = [];
    this.#ticks = 0;
    return parts.map(({ world, inputs, commands }) => ({
      world,
      inputs: Uint8Array.from(inputs),
      commands,
    }));
  }
}
