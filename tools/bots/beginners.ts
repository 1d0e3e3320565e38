import {
  INPUT_DOWN,
  INPUT_KICK,
  INPUT_LEFT,
  INPUT_RIGHT,
  INPUT_UP,
} from '../../shared/sim/input.ts';
import { DISC_STRIDE, DISC_X, DISC_Y, type MatchState } from '../../shared/sim/match-state.ts';
import type { Arena } from '../../shared/sim/physics/arena.ts';
import { TEAM_SUN, type Team } from '../../shared/sim/team.ts';
import type { MatchPlayer } from './bot-match.ts';

/** Nearer than this on an axis, a beginner does not steer along it. */
const NEAR = 6;
/** The one that gets behind the ball looks four times a second. */
const LOOK_TICKS = 15;
/** So far behind the ball, as seen from the goal, it begins its run. */
const BEHIND = 30;
/** Centres of player and ball are this near when it presses its kick. */
const KICK_DISTANCE = 45;

/** Runs straight at the ball, with the kick held down for ever. */
export function runsAtBall(arena: Arena, match: MatchState, seat: number): number {
  const { discs } = match;
  const at = (arena.firstPlayerDisc + seat) * DISC_STRIDE;
  const ways = towards(discs[DISC_X]! - discs[at + DISC_X]!, discs[DISC_Y]! - discs[at + DISC_Y]!);
  return ways | INPUT_KICK;
}

/** Holds one key for ever: the one that leads to the other side. */
export function holdsOneKey(team: Team): MatchPlayer {
  const key = team === TEAM_SUN ? INPUT_RIGHT : INPUT_LEFT;
  return () => key;
}

/** Gets behind the ball as seen from the goal, runs through it and kicks. */
export function runsBehindBall(team: Team): MatchPlayer {
  let held = 0;
  return (arena, match, seat, tick) => {
    if ((tick + seat * 4) % LOOK_TICKS !== 0) return held;
    const { discs } = match;
    const at = (arena.firstPlayerDisc + seat) * DISC_STRIDE;
    const dx = discs[DISC_X]! - discs[at + DISC_X]!;
    const dy = discs[DISC_Y]! - discs[at + DISC_Y]!;
    const forward = team === TEAM_SUN ? 1 : -1;
    const isBehind = dx * forward > Math.abs(dy);
    // On the wrong side it runs back past the ball, above or below.
    const aside = dx * forward > 0 ? 0 : dy > 0 ? -BEHIND : BEHIND;
    const ways = isBehind ? towards(dx, dy) : towards(dx - BEHIND * forward, dy + aside);
    const isNear = dx * dx + dy * dy < KICK_DISTANCE * KICK_DISTANCE;
    const kicks = isNear && isBehind && (held & INPUT_KICK) === 0;
    held = ways | (kicks ? INPUT_KICK : 0);
    return held;
  };
}

function towards(dx: number, dy: number): number {
  const sideways = dx > NEAR ? INPUT_RIGHT : dx < -NEAR ? INPUT_LEFT : 0;
  return sideways | (dy > NEAR ? INPUT_DOWN : dy < -NEAR ? INPUT_UP : 0);
}
