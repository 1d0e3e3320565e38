import { INPUT_DOWN, INPUT_KICK, INPUT_LEFT, INPUT_RIGHT, INPUT_UP } from '../../sim/input.ts';
import { BALL_DISC, DISC_VX, DISC_VY, DISC_X, DISC_Y } from '../../sim/match-state.ts';
import { DIAGONAL, KICK_REACH } from '../../sim/tuning.ts';
import type { Pitch } from './pitch.ts';
import { discOf, type Scene } from './scene.ts';

/** Share of its speed that a ball keeps at a wall, roughly: 0.5 on the pitches that we draw. */
const WALL_BOUNCE = 0.5;
/** The same of a ball at a post. */
const POST_BOUNCE = 0.25;

/**
 * Moves the ball and some players for a tick, by the keys that the scene says they hold.
 *
 * @param who the first `count` of them are the seats that take part
 */
export function moveScene(pitch: Pitch, scene: Scene, who: Uint8Array, count: number): void {
  const { discs } = scene;
  for (let number = 0; number < count; number += 1) kickBall(pitch, scene, who[number]!);
  for (let number = 0; number < count; number += 1) movePlayer(pitch, scene, who[number]!);
  move(discs, 0, pitch.arena.discs.damping[BALL_DISC]!);
  const toBall = pitch.playerRadius + pitch.ballRadius;
  const toPlayer = pitch.playerRadius * 2;
  for (let number = 0; number < count; number += 1) {
    const seat = who[number]!;
    const at = discOf(seat);
    if (areNear(discs, 0, at, toBall)) meet(pitch, discs, 0, at);
    for (let next = number + 1; next < count; next += 1) {
      const other = discOf(who[next]!);
      if (areNear(discs, at, other, toPlayer)) meet(pitch, discs, at, other);
    }
    meetPosts(pitch, discs, discOf(seat), pitch.playerRadius);
  }
  meetPosts(pitch, discs, 0, pitch.ballRadius);
  bounceBall(pitch, discs);
}

/** [S11] as a bot knows it: takes the keys of a seat; a kick that goes down is armed. */
export function holdKeys(scene: Scene, seat: number, bits: number): void {
  if ((bits & INPUT_KICK) === 0) scene.armed[seat] = 0;
  else if ((scene.held[seat]! & INPUT_KICK) === 0) scene.armed[seat] = 1;
  scene.held[seat] = bits;
}

/** An armed kick sends off a ball in reach. */
function kickBall(pitch: Pitch, scene: Scene, seat: number): void {
  if (scene.armed[seat] === 0) return;
  const { discs } = scene;
  const at = discOf(seat);
  const dx = discs[DISC_X]! - discs[at + DISC_X]!;
  const dy = discs[DISC_Y]! - discs[at + DISC_Y]!;
  const reach = pitch.ballRadius + pitch.playerRadius + KICK_REACH;
  const distance = Math.sqrt(dx * dx + dy * dy);
  if (distance >= reach || distance === 0) return;
  discs[DISC_VX]! += (dx / distance) * pitch.kickSpeed;
  discs[DISC_VY]! += (dy / distance) * pitch.kickSpeed;
  scene.armed[seat] = 0;
}

/** Moves a player by its keys and its speed for a tick. */
export function movePlayer(pitch: Pitch, scene: Scene, seat: number): void {
  const { discs } = scene;
  const held = scene.held[seat]!;
  const x = keyAxis(held, INPUT_RIGHT, INPUT_LEFT);
  const y = keyAxis(held, INPUT_DOWN, INPUT_UP);
  const { acceleration, kickingAcceleration } = pitch.arena.player;
  const full = scene.armed[seat] === 0 ? acceleration : kickingAcceleration;
  const each = x !== 0 && y !== 0 ? full * DIAGONAL : full;
  const at = discOf(seat);
  discs[at + DISC_VX]! += x * each;
  discs[at + DISC_VY]! += y * each;
  move(discs, at, pitch.arena.discs.damping[pitch.arena.firstPlayerDisc]!);
}

/** -1, 0 or 1: what two opposite keys come to. */
export function keyAxis(held: number, forward: number, back: number): number {
  return ((held & forward) === 0 ? 0 : 1) - ((held & back) === 0 ? 0 : 1);
}

function move(discs: Float64Array, at: number, damping: number): void {
  discs[at + DISC_X]! += discs[at + DISC_VX]!;
  discs[at + DISC_Y]! += discs[at + DISC_VY]!;
  discs[at + DISC_VX]! *= damping;
  discs[at + DISC_VY]! *= damping;
}

/** Most pairs are far apart along one axis: one look tells. */
function areNear(discs: Float64Array, one: number, other: number, apart: number): boolean {
  const dx = discs[one + DISC_X]! - discs[other + DISC_X]!;
  if (dx >= apart || dx <= -apart) return false;
  const dy = discs[one + DISC_Y]! - discs[other + DISC_Y]!;
  return dy < apart && dy > -apart;
}

/**
 * A player and another disc, the ball or a player, push each other apart and share their speeds
 * along the line between them. `one` and `other` are where their numbers begin.
 */
function meet(pitch: Pitch, discs: Float64Array, one: number, other: number): void {
  const { invMass, bCoef } = pitch.arena.discs;
  const player = pitch.arena.firstPlayerDisc;
  const isBall = one === 0;
  const first = isBall ? BALL_DISC : player;
  const apart = pitch.playerRadius + (isBall ? pitch.ballRadius : pitch.playerRadius);
  const dx = discs[one + DISC_X]! - discs[other + DISC_X]!;
  const dy = discs[one + DISC_Y]! - discs[other + DISC_Y]!;
  const square = dx * dx + dy * dy;
  const masses = invMass[first]! + invMass[player]!;
  if (square >= apart * apart || square === 0 || masses <= 0) return;
  const share = invMass[first]! / masses;
  const distance = Math.sqrt(square);
  const ux = dx / distance;
  const uy = dy / distance;
  const overlap = apart - distance;
  discs[one + DISC_X]! += ux * overlap * share;
  discs[one + DISC_Y]! += uy * overlap * share;
  discs[other + DISC_X]! -= ux * overlap * (1 - share);
  discs[other + DISC_Y]! -= uy * overlap * (1 - share);
  const speed =
    (discs[one + DISC_VX]! - discs[other + DISC_VX]!) * ux +
    (discs[one + DISC_VY]! - discs[other + DISC_VY]!) * uy;
  if (speed >= 0) return;
  const change = -speed * (1 + bCoef[first]! * bCoef[player]!);
  discs[one + DISC_VX]! += ux * change * share;
  discs[one + DISC_VY]! += uy * change * share;
  discs[other + DISC_VX]! -= ux * change * (1 - share);
  discs[other + DISC_VY]! -= uy * change * (1 - share);
}

/** A disc of a radius is pushed out of the posts. */
function meetPosts(pitch: Pitch, discs: Float64Array, at: number, radius: number): void {
  const { posts } = pitch;
  for (let post = 0; post < posts.length; post += 3) {
    const dx = discs[at + DISC_X]! - posts[post]!;
    const dy = discs[at + DISC_Y]! - posts[post + 1]!;
    const apart = posts[post + 2]! + radius;
    const square = dx * dx + dy * dy;
    if (square >= apart * apart || square === 0) continue;
    const distance = Math.sqrt(square);
    const ux = dx / distance;
    const uy = dy / distance;
    discs[at + DISC_X]! += ux * (apart - distance);
    discs[at + DISC_Y]! += uy * (apart - distance);
    const speed = discs[at + DISC_VX]! * ux + discs[at + DISC_VY]! * uy;
    if (speed >= 0) continue;
    discs[at + DISC_VX]! -= ux * speed * (1 + POST_BOUNCE);
    discs[at + DISC_VY]! -= uy * speed * (1 + POST_BOUNCE);
  }
}

/** The ball at the side walls, and at the ends beside the goals. */
function bounceBall(pitch: Pitch, discs: Float64Array): void {
  const y = discs[DISC_Y]!;
  if ((y < pitch.top && discs[DISC_VY]! < 0) || (y > pitch.bottom && discs[DISC_VY]! > 0)) {
    discs[DISC_Y] = y < pitch.top ? pitch.top : pitch.bottom;
    discs[DISC_VY]! *= -WALL_BOUNCE;
  }
  const x = discs[DISC_X]!;
  const isOut = (x < pitch.left && discs[DISC_VX]! < 0) || (x > pitch.right && discs[DISC_VX]! > 0);
  if (!isOut || isInMouth(pitch, y)) return;
  discs[DISC_X] = x < pitch.left ? pitch.left : pitch.right;
  discs[DISC_VX]! *= -WALL_BOUNCE;
}

/** Is a height that of the goals? */
function isInMouth(pitch: Pitch, y: number): boolean {
  const { y0, y1 } = pitch.homes[1];
  return y > Math.min(y0, y1) && y < Math.max(y0, y1);
}
