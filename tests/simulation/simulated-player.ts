import type { PeerSession } from '../../shared/netplay/peer-session.ts';
import type { Random } from '../../shared/base/seeded-random.ts';
import { playerDisc } from '../../shared/sim/physics/arena.ts';
import {
  INPUT_DOWN,
  INPUT_KICK,
  INPUT_LEFT,
  INPUT_RIGHT,
  INPUT_UP,
  toInputBits,
} from '../../shared/sim/input.ts';
import { BALL_DISC, DISC_STRIDE, DISC_X, DISC_Y } from '../../shared/sim/match-state.ts';
import { findMember } from '../../shared/room/room-state.ts';

const CHANGES_PER_TICK = 0.1;
const RANDOM_SHARE = 0.3;

/** A player that runs after the ball and kicks, about as often as a person changes keys. */
export class SimulatedPlayer {
  readonly #session: PeerSession;
  readonly #random: Random;
  /** When set, the player holds just these buttons. */
  held: number | null = null;

  constructor(session: PeerSession, random: Random) {
    this.#session = session;
    this.#random = random;
  }

  act(): void {
    if (this.#random() > CHANGES_PER_TICK) return;
    const bits = this.#random() < RANDOM_SHARE ? Math.floor(this.#random() * 32) : this.#chase();
    this.#session.holdInput(toInputBits(this.held ?? bits));
  }

  #chase(): number {
    const { world, self } = this.#session;
    const seat = self === null ? null : (findMember(world.room, self)?.seat ?? null);
    if (seat === null) return 0;
    const own = playerDisc(world.arena, seat) * DISC_STRIDE;
    const ball = BALL_DISC * DISC_STRIDE;
    const { discs } = world.match;
    const dx = (discs[ball + DISC_X] ?? 0) - (discs[own + DISC_X] ?? 0);
    const dy = (discs[ball + DISC_Y] ?? 0) - (discs[own + DISC_Y] ?? 0);
    const kick = dx * dx + dy * dy < 1600 && this.#random() < 0.7 ? INPUT_KICK : 0;
    const across = dx > 4 ? INPUT_RIGHT : dx < -4 ? INPUT_LEFT : 0;
    const down = dy > 4 ? INPUT_DOWN : dy < -4 ? INPUT_UP : 0;
    return across | down | kick;
  }
}
