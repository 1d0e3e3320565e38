import { MAX_SEATS } from '../base/room-limits.ts';
import { HINT_TICKS, type HintLog } from './hint-log.ts';
import type { Simulation } from './simulation.ts';
import type { Timeline } from './timeline.ts';

const NO_COMMANDS: readonly never[] = [];

export type RollbackStats = {
  /** Ticks of the last rollback, 0 when the last advance needed none. */
  depth: number;
  rollbacks: number;
  /** All ticks that were simulated a second time. */
  resimulated: number;
};

/**
 * The final world (the fold of what is final) and the predicted one (what is drawn): behind the final
 * one it plays what is ordered, then what is known, then guesses.
 *
 * Two are enough: when anything was mispredicted, the final world is copied over the predicted one
 * and stepped forward to now with what is known. There is at most one rollback an advance, however
 * many inputs came late.
 */
export class Worlds<World extends { tick: number }, Command> {
  readonly final: World;
  readonly predicted: World;
  /** The predicted world one tick before. */
  readonly previous: World;
  readonly stats: RollbackStats = { depth: 0, rollbacks: 0, resimulated: 0 };

  readonly #simulation: Simulation<World, Command>;
  readonly #timeline: Timeline<Command>;
  readonly #hints: HintLog;
  /** Inputs that each predicted tick was simulated with, to see what was mispredicted. */
  readonly #used = new Uint8Array(HINT_TICKS * MAX_SEATS);
  readonly #inputs = new Uint8Array(MAX_SEATS);
  #isMispredicted = false;
  /** Ordered ticks before this one were compared with what was predicted. */
  #comparedEnd: number;

  /** @param worlds three equal worlds at the timeline's end, owned by this from now on */
  constructor(
    simulation: Simulation<World, Command>,
    timeline: Timeline<Command>,
    hints: HintLog,
    worlds: readonly [final: World, predicted: World, previous: World],
  ) {
    this.#simulation = simulation;
    this.#timeline = timeline;
    this.#hints = hints;
    [this.final, this.predicted, this.previous] = worlds;
    this.#comparedEnd = this.final.tick;
  }

  /** A known input of a tick that is not ordered: remembers it and whether it was guessed wrong. */
  hint(tick: number, seat: number, bits: number): void {
    const { end } = this.#timeline;
    if (tick < end || tick >= end + HINT_TICKS) return;
    if (this.#hints.has(tick, seat) && this.#hints.get(tick, seat) === bits) return;
    this.#hints.put(tick, seat, bits);
    if (tick < this.predicted.tick && this.#used[usedCell(tick) + seat] !== bits) {
      this.#isMispredicted = true;
    }
  }

  /** Throws the prediction away: after a snapshot, or when a seat changed hands. */
  repredict(): void {
    this.#isMispredicted = true;
  }

  /** The timeline was truncated to `end`: what was played from there on is taken back. */
  takeBack(end: number): void {
    this.#comparedEnd = Math.min(this.#comparedEnd, end);
    if (end < this.predicted.tick) this.#isMispredicted = true;
  }

  /** Takes in newly ordered and final ticks and predicts up to `now`; time never runs backwards. */
  advance(now: number): void {
    const { final, predicted, previous, stats } = this;
    const target = Math.max(now, predicted.tick, this.#timeline.end);
    this.#compareOrdered();
    this.#advanceFinal(target);
    stats.depth = 0;
    if (this.#isMispredicted || predicted.tick < final.tick) {
      stats.depth = Math.max(0, predicted.tick - final.tick);
      stats.rollbacks += 1;
      stats.resimulated += stats.depth;
      this.#simulation.copy(final, predicted);
      this.#isMispredicted = false;
    }
    while (predicted.tick < target) {
      if (predicted.tick === target - 1) this.#simulation.copy(predicted, previous);
      this.#stepPredicted();
    }
  }

  /** Whether the ticks that were ordered since the last time are those that were predicted. */
  #compareOrdered(): void {
    const { predicted } = this;
    const timeline = this.#timeline;
    const last = Math.min(timeline.end, predicted.tick);
    for (let tick = Math.max(this.#comparedEnd, this.final.tick); tick < last; tick++) {
      // Further back than what was used is remembered: it counts as wrong.
      const isForgotten = predicted.tick - tick > HINT_TICKS;
      if (isForgotten || timeline.commandsAt(tick).length > 0) this.#isMispredicted = true;
      timeline.copyInputs(tick, this.#inputs, 0);
      const used = usedCell(tick);
      for (let seat = 0; seat < MAX_SEATS; seat++) {
        if (this.#used[used + seat] !== this.#inputs[seat]) this.#isMispredicted = true;
      }
    }
    this.#comparedEnd = timeline.end;
  }

  /** @param target tick that is shown next: when that is final already, the one before it is kept */
  #advanceFinal(target: number): void {
    const { final, previous } = this;
    while (final.tick < this.#timeline.finalEnd) {
      if (final.tick === target - 1) this.#simulation.copy(final, previous);
      this.#timeline.copyInputs(final.tick, this.#inputs, 0);
      this.#simulation.step(final, this.#inputs, this.#timeline.commandsAt(final.tick));
    }
  }

  #stepPredicted(): void {
    const { predicted } = this;
    const { tick } = predicted;
    const isOrdered = tick < this.#timeline.end;
    if (isOrdered) this.#timeline.copyInputs(tick, this.#inputs, 0);
    else this.#predict(tick);
    const used = usedCell(tick);
    for (let seat = 0; seat < MAX_SEATS; seat++) this.#used[used + seat] = this.#inputs[seat] ?? 0;
    const commands = isOrdered ? this.#timeline.commandsAt(tick) : NO_COMMANDS;
    this.#simulation.step(predicted, this.#inputs, commands);
  }

  /** [N3] What is not known is predicted as the last known input, going back to the ordered one. */
  #predict(tick: number): void {
    const last = tick - 1;
    for (let seat = 0; seat < MAX_SEATS; seat++) {
      if (this.#hints.has(tick, seat)) this.#inputs[seat] = this.#hints.get(tick, seat);
      else if (last >= this.#timeline.end)
        this.#inputs[seat] = this.#used[usedCell(last) + seat] ?? 0;
      else if (last >= this.#timeline.start)
        this.#inputs[seat] = this.#timeline.inputAt(last, seat);
      else this.#inputs[seat] = 0;
    }
  }
}

function usedCell(tick: number): number {
  return (tick % HINT_TICKS) * MAX_SEATS;
}
