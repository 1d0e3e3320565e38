import { EventBuffer } from '../../../shared/sim/events.ts';
import { BALL_DISC, DISC_STRIDE, MATCH_INTS, SEAT_INTS } from '../../../shared/sim/match-state.ts';
import { playerDisc } from '../../../shared/sim/physics/arena.ts';
import { MAX_SEATS } from '../../../shared/base/room-limits.ts';
import { toSeat } from '../../../shared/sim/seat.ts';
import { stepWorld } from '../../../shared/room/step-world.ts';
import { toTick } from '../../../shared/sim/tick.ts';
import { type World, cloneWorld, copyWorld } from '../../../shared/room/world.ts';
import { builtInArena } from '../../../shared/stadium/built-in/built-in-stadiums.ts';
import { createMatchWorld } from '../../rollback.ts';

export const SEATS_OF_TWO = [toSeat(0), toSeat(1)] as const;

const NO_COMMANDS: readonly never[] = [];

/** One against one on the classic pitch: the game that every netcode of the comparison carries. */
export class PitchGame {
  readonly world: World = createMatchWorld(2);
  /** The world before the last step. */
  readonly previous: World = cloneWorld(this.world);
  /** All steps that were simulated, first ones and repeated ones. */
  steps = 0;
  readonly #inputs = new Uint8Array(MAX_SEATS);
  readonly #events = new EventBuffer();

  step(first: number, second: number): void {
    this.#inputs[SEATS_OF_TWO[0]] = first;
    this.#inputs[SEATS_OF_TWO[1]] = second;
    copyWorld(this.world, this.previous);
    this.#events.clear();
    stepWorld(this.world, this.#inputs, NO_COMMANDS, builtInArena, this.#events);
    this.steps += 1;
  }

  /** What changes in such a match, as plain numbers: the tick, three discs, the match, two players. */
  save(): number[] {
    const { match, tick } = this.world;
    const discs = this.#movingDiscs().flatMap((disc) => [
      ...match.discs.subarray(disc * DISC_STRIDE, (disc + 1) * DISC_STRIDE),
    ]);
    return [tick, ...discs, ...match.ints.subarray(0, MATCH_INTS + 2 * SEAT_INTS)];
  }

  load(saved: readonly number[]): void {
    const { match } = this.world;
    let at = 1;
    this.world.tick = toTick(saved[0] ?? 0);
    for (const disc of this.#movingDiscs()) {
      for (let part = 0; part < DISC_STRIDE; part++) {
        match.discs[disc * DISC_STRIDE + part] = saved[at++] ?? 0;
      }
    }
    for (let index = 0; index < MATCH_INTS + 2 * SEAT_INTS; index++) {
      match.ints[index] = saved[at++] ?? 0;
    }
  }

  #movingDiscs(): readonly number[] {
    const { arena } = this.world;
    return [BALL_DISC, ...SEATS_OF_TWO.map((seat) => playerDisc(arena, seat))];
  }
}
