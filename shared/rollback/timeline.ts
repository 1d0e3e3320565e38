import { assert } from '../base/assert.ts';
import { MAX_SEATS } from '../sim/seat.ts';

/** Final ticks that are remembered: eight and a half seconds, for whoever asks for them again. */
export const TIMELINE_TICKS = 512;

/** No commands: one shared list, so that an ordinary tick allocates nothing. */
const NO_COMMANDS: readonly never[] = [];

/**
 * The final ticks: for each, every seat's input and the commands. Append-only; a room is the fold
 * over it. Only the last TIMELINE_TICKS are kept.
 */
export class Timeline<Command> {
  readonly #inputs = new Uint8Array(TIMELINE_TICKS * MAX_SEATS);
  readonly #commands: (readonly Command[])[] = Array.from(
    { length: TIMELINE_TICKS },
    () => NO_COMMANDS,
  );
  #start: number;
  #end: number;

  /** @param start first tick that will be appended */
  constructor(start: number) {
    this.#start = start;
    this.#end = start;
  }

  /** First tick that is still remembered. */
  get start(): number {
    return Math.max(this.#start, this.#end - TIMELINE_TICKS);
  }

  /** First tick that is not final yet. */
  get end(): number {
    return this.#end;
  }

  /** Forgets everything and goes on at `start`: after a snapshot. */
  restart(start: number): void {
    this.#start = start;
    this.#end = start;
  }

  /** Makes tick `end` final: MAX_SEATS inputs of `inputs` from `offset` on. */
  append(inputs: Uint8Array, offset: number, commands: readonly Command[]): void {
    const slot = this.#end % TIMELINE_TICKS;
    for (let seat = 0; seat < MAX_SEATS; seat++) {
      this.#inputs[slot * MAX_SEATS + seat] = inputs[offset + seat] ?? 0;
    }
    this.#commands[slot] = commands.length === 0 ? NO_COMMANDS : commands;
    this.#end += 1;
  }

  /** Copies the inputs of a final tick to `into`, from `offset` on. */
  copyInputs(tick: number, into: Uint8Array, offset: number): void {
    this.#checkRemembered(tick);
    const slot = tick % TIMELINE_TICKS;
    for (let seat = 0; seat < MAX_SEATS; seat++) {
      into[offset + seat] = this.#inputs[slot * MAX_SEATS + seat] ?? 0;
    }
  }

  inputAt(tick: number, seat: number): number {
    this.#checkRemembered(tick);
    return this.#inputs[(tick % TIMELINE_TICKS) * MAX_SEATS + seat] ?? 0;
  }

  commandsAt(tick: number): readonly Command[] {
    this.#checkRemembered(tick);
    return this.#commands[tick % TIMELINE_TICKS] ?? NO_COMMANDS;
  }

  #checkRemembered(tick: number): void {
    assert(tick >= this.start && tick < this.#end, `tick ${tick} is not in the timeline`);
  }
}
