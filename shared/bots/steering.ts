import { INPUT_DOWN, INPUT_LEFT, INPUT_RIGHT, INPUT_UP } from '../sim/input.ts';
import { DISC_VX, DISC_VY, DISC_X, DISC_Y } from '../sim/match-state.ts';
import type { Pitch } from './sensorium/pitch.ts';
import type { Place } from './sensorium/ways.ts';

/** Nearer to its aim than this, in map units, a bot lets the keys go. */
const ARRIVED = 3;
/** Least share of a direction that is pressed: tan 22.5°, the border of eight ways, give or take. */
const PRESS = 0.48;
const KEEP = 0.35;

/**
 * The keys that lead a player to a place.
 *
 * @param brake ticks of its own speed that are taken off the way: the more, the softer it arrives
 * @param before the keys held until now, which are kept at the border between two directions
 */
export function steer(
  discs: Float64Array,
  at: number,
  place: Place,
  brake: number,
  before: number,
): number {
  const dx = place.x - discs[at + DISC_X]! - discs[at + DISC_VX]! * brake;
  const dy = place.y - discs[at + DISC_Y]! - discs[at + DISC_VY]! * brake;
  const across = Math.abs(dx);
  const along = Math.abs(dy);
  if (across < ARRIVED && along < ARRIVED) return 0;
  const sideways = dx > 0 ? INPUT_RIGHT : INPUT_LEFT;
  const upright = dy > 0 ? INPUT_DOWN : INPUT_UP;
  let bits = 0;
  if (across > along * ((before & sideways) === 0 ? PRESS : KEEP)) bits |= sideways;
  if (along > across * ((before & upright) === 0 ? PRESS : KEEP)) bits |= upright;
  return bits;
}

/** Both sides of a disc are alike while the way passes its centre within so many map units. */
export const ALIKE = 2;

/**
 * Leads around a disc that lies in the way: `place` becomes a point beside it, where there is room.
 *
 * @returns the side that it took; 0 when the disc is not in the way
 */
export function goRound(pitch: Pitch, me: Place, place: Place, disc: Disc): number {
  const dx = place.x - me.x;
  const dy = place.y - me.y;
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  const ox = disc.x - me.x;
  const oy = disc.y - me.y;
  const along = (ox * dx + oy * dy) / length;
  const beside = (ox * dy - oy * dx) / length;
  if (along <= 0 || along >= length || Math.abs(beside) >= disc.distance) return 0;
  const near = Math.abs(beside) < disc.alike ? disc.side : beside > 0 ? 1 : -1;
  const ax = (-dy / length) * disc.distance * near;
  const ay = (dx / length) * disc.distance * near;
  const hasRoom =
    disc.x + ax > pitch.outer.left &&
    disc.x + ax < pitch.outer.right &&
    disc.y + ay > pitch.outer.top &&
    disc.y + ay < pitch.outer.bottom;
  place.x = disc.x + (hasRoom ? ax : -ax);
  place.y = disc.y + (hasRoom ? ay : -ay);
  return hasRoom ? near : -near;
}

/**
 * What lies in the way, and how far from its centre the way leads past it: on which side (1 or -1),
 * while it passes the centre within `alike` map units.
 */
export type Disc = { x: number; y: number; distance: number; side: number; alike: number };

const me: Place = { x: 0, y: 0 };
const post: Disc = { x: 0, y: 0, distance: 0, side: 1, alike: ALIKE };

/** Gap that is kept to a post, in map units. */
const POST_GAP = 3;

/** Leads around the posts, and other discs that do not move. */
export function passPosts(pitch: Pitch, discs: Float64Array, at: number, place: Place): void {
  me.x = discs[at + DISC_X]!;
  me.y = discs[at + DISC_Y]!;
  const { posts } = pitch;
  for (let index = 0; index < posts.length; index += 3) {
    post.x = posts[index]!;
    post.y = posts[index + 1]!;
    post.distance = posts[index + 2]! + pitch.playerRadius + POST_GAP;
    goRound(pitch, me, place, post);
  }
}
