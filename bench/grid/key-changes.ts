import type { Random } from '../../shared/base/seeded-random.ts';
import { playerDisc } from '../../shared/sim/physics/arena.ts';
import {
  INPUT_DOWN,
  INPUT_KICK,
  INPUT_LEFT,
  INPUT_RIGHT,
  INPUT_UP,
  type InputBits,
  NEUTRAL_INPUT,
  toInputBits,
} from '../../shared/sim/input.ts';
import { BALL_DISC, DISC_STRIDE, DISC_X, DISC_Y } from '../../shared/sim/match-state.ts';
import type { Seat } from '../../shared/sim/seat.ts';
import type { World } from '../../shared/room/world.ts';

const RANDOM_SHARE = 0.3;
/** Nearer than this to the ball a player kicks, in map units. */
const KICK_REACH = 40;
const CLOSE_ENOUGH = 4;

/**
 * The hands of a player: they change what is held so many times a second, at instants that a seed
 * decides, and each time it really is another set of buttons. Mostly they run after the ball that is
 * seen, so that two netcodes get the same hands but each its own picture.
 */
export class KeyChanges {
  readonly #random: Random;
  readonly #meanPauseMs: number;
  #nextMs = 0;
  #held: InputBits = NEUTRAL_INPUT;

  constructor(random: Random, changesPerSecond: number) {
    this.#random = random;
    this.#meanPauseMs = 1000 / changesPerSecond;
  }

  /** The buttons held at `nowMs` by the player of a seat who sees `world`. */
  heldAt(nowMs: number, world: World, seat: Seat): InputBits {
    if (this.#nextMs === 0) this.#nextMs = nowMs + this.#pauseMs();
    while (this.#nextMs <= nowMs) {
      this.#nextMs += this.#pauseMs();
      this.#held = this.#choose(world, seat);
    }
    return this.#held;
  }

  /** Between half and one and a half of the mean: hands are neither a clock nor lightning. */
  #pauseMs(): number {
    return this.#meanPauseMs * (0.5 + this.#random());
  }

  /** Draws the same numbers whatever is seen. */
  #choose(world: World, seat: Seat): InputBits {
    const isRandom = this.#random() < RANDOM_SHARE;
    const anything = Math.floor(this.#random() * 32);
    const kicks = this.#random() < 0.7;
    const wanted = isRandom ? anything : chase(world, seat, kicks);
    return toInputBits(wanted === this.#held ? wanted ^ INPUT_KICK : wanted);
  }
}

function chase(world: World, seat: Seat, kicks: boolean): number {
  const { discs } = world.match;
  const own = playerDisc(world.arena, seat) * DISC_STRIDE;
  const ball = BALL_DISC * DISC_STRIDE;
  const dx = (discs[ball + DISC_X] ?? 0) - (discs[own + DISC_X] ?? 0);
  const dy = (discs[ball + DISC_Y] ?? 0) - (discs[own + DISC_Y] ?? 0);
  const across = dx > CLOSE_ENOUGH ? INPUT_RIGHT : dx < -CLOSE_ENOUGH ? INPUT_LEFT : 0;
  const down = dy > CLOSE_ENOUGH ? INPUT_DOWN : dy < -CLOSE_ENOUGH ? INPUT_UP : 0;
  const isNear = dx * dx + dy * dy < KICK_REACH * KICK_REACH;
  return across | down | (isNear && kicks ? INPUT_KICK : 0);
}
