import { assert } from '../base/assert.ts';
import { MAX_SEATS } from '../base/room-limits.ts';

/** Ticks that are remembered: 25 seconds, for whoever asks for them again. */
export const TIMELINE_TICKS = 1536;
/** Ticks that wait to become final at most: twenty seconds. */
export const PENDING_TICKS_MAX = 1200;

/** No commands: one shared list, so that an ordinary tick allocates nothing. */
const NO_COMMANDS: readonly never[] = [];

/**
 * The ordered ticks: for each, every seat's input and the commands. A room is the fold over it. What
 * is final stays for good; what is ordered but not final may be replaced by another sequencer, as in
 * the log of Raft (Ongaro and Ousterhout 2014, section 5). Only the last TIMELINE_TICKS are kept.
 */
export class Timeline<Command> {
  readonly #inputs = new Uint8Array(TIMELINE_TICKS * MAX_SEATS);
  readonly #commands: (readonly Command[])[] = Array.from(
    { length: TIMELINE_TICKS },
    () => NO_COMMANDS,
  );
  #start: number;
  #finalEnd: number;
  #agreedEnd: number;
  #end: number;

  /** @param start first tick that will be appended */
  constructor(start: number) {
    this.#start = start;
    this.#finalEnd = start;
    this.#agreedEnd = start;
    this.#end = start;
  }

  /** First tick that is still remembered. */
  get start(): number {
    return Math.max(this.#start, this.#end - TIMELINE_TICKS);
  }

  /** First tick that is not final yet. */
  get finalEnd(): number {
    return this.#finalEnd;
  }

  /** First tick of which it is not known that the present sequencer holds the same; `finalEnd` … `end`. */
  get agreedEnd(): number {
    return this.#agreedEnd;
  }

  /** First tick that is not ordered yet. */
  get end(): number {
    return this.#end;
  }

  /** Forgets everything and goes on at `start`: after a snapshot. */
  restart(start: number): void {
    this.#start = start;
    this.#finalEnd = start;
    this.#agreedEnd = start;
    this.#end = start;
  }

  /** Orders tick `end`: MAX_SEATS inputs of `inputs` from `offset` on. */
  append(inputs: Uint8Array, offset: number, commands: readonly Command[]): void {
    assert(this.#end - this.#finalEnd < PENDING_TICKS_MAX, 'too many ticks wait to become final');
    const cell = this.#end % TIMELINE_TICKS;
    for (let seat = 0; seat < MAX_SEATS; seat++) {
      this.#inputs[cell * MAX_SEATS + seat] = inputs[offset + seat] ?? 0;
    }
    this.#commands[cell] = commands.length === 0 ? NO_COMMANDS : commands;
    this.#end += 1;
    this.#agreedEnd = this.#end;
  }

  /** All ticks before `end` are final from now on; it never goes back. */
  makeFinal(end: number): void {
    assert(end <= this.#agreedEnd, `tick ${end} cannot be final: it is not agreed on`);
    this.#finalEnd = Math.max(this.#finalEnd, end);
  }

  /** A new term: what is not final may be something else with its sequencer. */
  doubt(): void {
    this.#agreedEnd = this.#finalEnd;
  }

  /** The sequencer was seen to hold the same ticks before `end`. */
  agree(end: number): void {
    this.#agreedEnd = Math.max(this.#agreedEnd, Math.min(end, this.#end));
  }

  /** The ticks from `end` on were ordered by somebody who did not get them held by enough. */
  truncate(end: number): void {
    assert(end >= this.#finalEnd && end <= this.#end, `tick ${end} cannot be taken back`);
    this.#end = end;
    this.#agreedEnd = Math.min(this.#agreedEnd, end);
  }

  /** Copies the inputs of an ordered tick to `into`, from `offset` on. */
  copyInputs(tick: number, into: Uint8Array, offset: number): void {
    this.#checkRemembered(tick);
    const cell = tick % TIMELINE_TICKS;
    for (let seat = 0; seat < MAX_SEATS; seat++) {
      into[offset + seat] = this.#inputs[cell * MAX_SEATS + seat] ?? 0;
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
