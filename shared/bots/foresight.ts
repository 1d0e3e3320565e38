import { MAX_SEATS } from '../base/room-limits.ts';
import { INPUT_DOWN, INPUT_KICK, INPUT_LEFT, INPUT_RIGHT, INPUT_UP } from '../sim/input.ts';
import { BALL_DISC, DISC_VX, DISC_VY, DISC_X, DISC_Y } from '../sim/match-state.ts';
import { DIAGONAL, KICK_REACH } from '../sim/tuning.ts';
import { type BotMemory, SENT_TICKS } from './bot-memory.ts';
import { discOf, type Scene } from './sensorium/scene.ts';
import type { Pitch } from './sensorium/pitch.ts';

/** Share of its speed that a ball keeps at a wall, roughly: 0.5 on the pitches that we draw. */
const WALL_BOUNCE = 0.5;

/**
 * Moves a scene on to `tick`, as a player does in the head: with its own keys, which it knows, and
 * with the keys of the others as it last saw them. The world is the scene's own, made of discs and
 * a rectangle; only of the last `foresight` ticks it knows how the others moved.
 */
export function foresee(pitch: Pitch, memory: BotMemory, seat: number, tick: number): void {
  const { scene, sent } = memory;
  const { foresight } = memory.level;
  for (; scene.tick < tick; scene.tick += 1) {
    const isForeseen = tick - scene.tick <= foresight;
    hold(scene, seat, sent[scene.tick & (SENT_TICKS - 1)]!);
    if (isForeseen) kickBall(pitch, scene, seat);
    for (let other = 0; other < MAX_SEATS; other += 1) {
      if (scene.teams[other] === 0 || (other !== seat && !isForeseen)) continue;
      accelerate(pitch, scene, other);
      move(scene.discs, discOf(other), pitch.arena.discs.damping[pitch.arena.firstPlayerDisc]!);
    }
    if (!isForeseen) continue;
    move(scene.discs, 0, pitch.arena.discs.damping[BALL_DISC]!);
    for (let other = 0; other < MAX_SEATS; other += 1) {
      if (scene.teams[other] !== 0) meetBall(pitch, scene.discs, discOf(other));
    }
    bounce(pitch, scene.discs);
  }
}

function hold(scene: Scene, seat: number, bits: number): void {
  if ((bits & INPUT_KICK) === 0) scene.armed[seat] = 0;
  else if ((scene.held[seat]! & INPUT_KICK) === 0) scene.armed[seat] = 1;
  scene.held[seat] = bits;
}

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

function accelerate(pitch: Pitch, scene: Scene, seat: number): void {
  const held = scene.held[seat]!;
  const x = axis(held, INPUT_RIGHT, INPUT_LEFT);
  const y = axis(held, INPUT_DOWN, INPUT_UP);
  const { acceleration, kickingAcceleration } = pitch.arena.player;
  const full = scene.armed[seat] === 0 ? acceleration : kickingAcceleration;
  const each = x !== 0 && y !== 0 ? full * DIAGONAL : full;
  const at = discOf(seat);
  scene.discs[at + DISC_VX]! += x * each;
  scene.discs[at + DISC_VY]! += y * each;
}

function axis(held: number, forward: number, back: number): number {
  return ((held & forward) === 0 ? 0 : 1) - ((held & back) === 0 ? 0 : 1);
}

function move(discs: Float64Array, at: number, damping: number): void {
  discs[at + DISC_X]! += discs[at + DISC_VX]!;
  discs[at + DISC_Y]! += discs[at + DISC_VY]!;
  discs[at + DISC_VX]! *= damping;
  discs[at + DISC_VY]! *= damping;
}

/** Ball and player push each other apart and share their speeds along the line between them. */
function meetBall(pitch: Pitch, discs: Float64Array, at: number): void {
  const dx = discs[DISC_X]! - discs[at + DISC_X]!;
  const dy = discs[DISC_Y]! - discs[at + DISC_Y]!;
  const apart = pitch.ballRadius + pitch.playerRadius;
  const square = dx * dx + dy * dy;
  if (square >= apart * apart || square === 0) return;
  const { invMass, bCoef } = pitch.arena.discs;
  const player = pitch.arena.firstPlayerDisc;
  const masses = invMass[BALL_DISC]! + invMass[player]!;
  if (masses <= 0) return;
  const distance = Math.sqrt(square);
  const ux = dx / distance;
  const uy = dy / distance;
  const share = invMass[BALL_DISC]! / masses;
  const overlap = apart - distance;
  discs[DISC_X]! += ux * overlap * share;
  discs[DISC_Y]! += uy * overlap * share;
  discs[at + DISC_X]! -= ux * overlap * (1 - share);
  discs[at + DISC_Y]! -= uy * overlap * (1 - share);
  const speed =
    (discs[DISC_VX]! - discs[at + DISC_VX]!) * ux + (discs[DISC_VY]! - discs[at + DISC_VY]!) * uy;
  if (speed >= 0) return;
  const change = -speed * (1 + bCoef[BALL_DISC]! * bCoef[player]!);
  discs[DISC_VX]! += ux * change * share;
  discs[DISC_VY]! += uy * change * share;
  discs[at + DISC_VX]! -= ux * change * (1 - share);
  discs[at + DISC_VY]! -= uy * change * (1 - share);
}

/** Side walls, and the ends beside the goals. */
function bounce(pitch: Pitch, discs: Float64Array): void {
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
