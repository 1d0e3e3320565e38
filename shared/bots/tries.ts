import { MAX_SEATS } from '../base/room-limits.ts';
import { EIGHT_WAYS, INPUT_DOWN, INPUT_LEFT, INPUT_RIGHT, INPUT_UP } from '../sim/input.ts';
import { DISC_X, DISC_Y } from '../sim/match-state.ts';
import { DIAGONAL } from '../sim/tuning.ts';
import { keyAxis } from './sensorium/motion.ts';
import { discOf, type Scene } from './sensorium/scene.ts';
import type { Place } from './sensorium/ways.ts';

/** Sides from which to come at the ball, as x and y: eighths of a turn and what lies between. */
const SIDES = [
  [1, 0],
  [0.924, 0.383],
  [DIAGONAL, DIAGONAL],
  [0.383, 0.924],
  [0, 1],
  [-0.383, 0.924],
  [-DIAGONAL, DIAGONAL],
  [-0.924, 0.383],
  [-1, 0],
  [-0.924, -0.383],
  [-DIAGONAL, -DIAGONAL],
  [-0.383, -0.924],
  [0, -1],
  [0.383, -0.924],
  [DIAGONAL, -DIAGONAL],
  [0.924, -0.383],
] as const;

/** Tries of one alone: each side, then each of the keys. */
export const SOLO_TRIES = SIDES.length + EIGHT_WAYS.length;
/** Those, and then what all of the team who are near do at once: every other side, and the keys. */
export const ALL_TRIES = SOLO_TRIES + SIDES.length / 2 + EIGHT_WAYS.length;

/** Ways around the ball, in map units: with one or two discs at it, and with more. */
const ROUND_FEW = 44;
const ROUND_MANY = 62;
/** Players nearer to the ball than this, centre to centre, are at it. */
const AT_BALL = 30;
/** Cosine from which a player is on its side, and runs in. */
const ON_SIDE = 0.9;
/** Ticks of its own speed that a player takes off its way around. */
const ROUND_BRAKE = 7;
/** Where one runs that holds keys: farther than any pitch. */
const AWAY = 1000;

/** Where a player runs in a try; returns its brake, in ticks of its own speed. */
export function followTry(scene: Scene, seat: number, index: number, out: Place): number {
  const joint = index - SOLO_TRIES;
  if (joint < 0) {
    if (index < SIDES.length) return comeFrom(scene, seat, index, out);
    return hold(scene, seat, index - SIDES.length, out);
  }
  if (joint < SIDES.length / 2) return comeFrom(scene, seat, joint * 2, out);
  return hold(scene, seat, joint - SIDES.length / 2, out);
}

function hold(scene: Scene, seat: number, index: number, out: Place): number {
  const keys = EIGHT_WAYS[index]!;
  const at = discOf(seat);
  out.x = scene.discs[at + DISC_X]! + keyAxis(keys, INPUT_RIGHT, INPUT_LEFT) * AWAY;
  out.y = scene.discs[at + DISC_Y]! + keyAxis(keys, INPUT_DOWN, INPUT_UP) * AWAY;
  return 0;
}

/** Around the ball an eighth of a turn at a time, without running past the side, and then in. */
function comeFrom(scene: Scene, seat: number, index: number, out: Place): number {
  const { discs } = scene;
  const at = discOf(seat);
  const [x, y] = SIDES[index]!;
  const dx = discs[at + DISC_X]! - discs[DISC_X]!;
  const dy = discs[at + DISC_Y]! - discs[DISC_Y]!;
  const distance = Math.sqrt(dx * dx + dy * dy) || 1;
  const ux = dx / distance;
  const uy = dy / distance;
  const along = ux * x + uy * y;
  out.x = discs[DISC_X]!;
  out.y = discs[DISC_Y]!;
  if (along > ON_SIDE) return 0;
  const turn = ux * y - uy * x < 0 ? -1 : 1;
  const isAlmost = along > DIAGONAL;
  const round = isCrowded(scene) ? ROUND_MANY : ROUND_FEW;
  out.x += (isAlmost ? x : (ux - uy * turn) * DIAGONAL) * round;
  out.y += (isAlmost ? y : (uy + ux * turn) * DIAGONAL) * round;
  return ROUND_BRAKE;
}

/** Are more than two players at the ball? */
function isCrowded(scene: Scene): boolean {
  const { discs } = scene;
  let count = 0;
  for (let seat = 0; seat < MAX_SEATS; seat += 1) {
    if (scene.teams[seat] === 0) continue;
    const at = discOf(seat);
    const dx = discs[at + DISC_X]! - discs[DISC_X]!;
    const dy = discs[at + DISC_Y]! - discs[DISC_Y]!;
    if (dx * dx + dy * dy < AT_BALL * AT_BALL) count += 1;
  }
  return count > 2;
}
