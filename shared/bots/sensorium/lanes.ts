import { MAX_SEATS } from '../../base/room-limits.ts';
import { DISC_X, DISC_Y } from '../../sim/match-state.ts';
import { discOf, type Scene } from './scene.ts';
import type { Mouth, Pitch } from './pitch.ts';
import type { Place } from './ways.ts';

/** Share of the ball's way that a player who wants it gains on it. */
const CLOSING = 0.25;

/**
 * The gap, in map units, between a lane of the ball and the opponent next to it; below 0 the
 * opponent gets it. Opponents far along the lane have time to close it.
 */
export function laneGap(
  pitch: Pitch,
  scene: Scene,
  from: Place,
  to: Place,
  opponents: number,
): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  let least = length;
  for (let seat = 0; seat < MAX_SEATS; seat += 1) {
    if (scene.teams[seat] !== opponents) continue;
    const at = discOf(seat);
    const px = scene.discs[at + DISC_X]! - from.x;
    const py = scene.discs[at + DISC_Y]! - from.y;
    const along = (px * dx + py * dy) / length;
    if (along < 0 || along > length) continue;
    const beside = Math.abs(px * dy - py * dx) / length;
    const gap = beside - pitch.ballRadius - pitch.playerRadius - along * CLOSING;
    if (gap < least) least = gap;
  }
  return least;
}

/**
 * Where a ray from the ball meets a goal line, as a share of the half line from its middle: within -1 … 1 it goes
 * in. Infinity when it does not come there.
 */
export function crossing(mouth: Mouth, discs: Float64Array, dx: number, dy: number): number {
  const lx = mouth.x1 - mouth.x0;
  const ly = mouth.y1 - mouth.y0;
  const side = dx * ly - dy * lx;
  if (side === 0) return Infinity;
  const px = mouth.x0 - discs[DISC_X]!;
  const py = mouth.y0 - discs[DISC_Y]!;
  if ((px * ly - py * lx) / side < 0) return Infinity;
  return 2 * ((px * dy - py * dx) / side) - 1;
}

/** Distance of the nearest player of a team to a place, but for one seat. */
export function nearest(scene: Scene, place: Place, team: number, but: number): number {
  let least = Infinity;
  for (let seat = 0; seat < MAX_SEATS; seat += 1) {
    if (scene.teams[seat] !== team || seat === but) continue;
    const at = discOf(seat);
    const dx = scene.discs[at + DISC_X]! - place.x;
    const dy = scene.discs[at + DISC_Y]! - place.y;
    least = Math.min(least, dx * dx + dy * dy);
  }
  return Math.sqrt(least);
}
