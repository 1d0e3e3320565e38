import type { Arena } from './arena.ts';
import { boundDisc } from './contact.ts';
import {
  DISC_STRIDE,
  DISC_VX,
  DISC_VY,
  DISC_X,
  DISC_Y,
  type MatchState,
  SEAT,
  seatInt,
} from '../match-state.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import { TEAM_NONE } from '../team.ts';

/** [S10] Moves every disc by its speed, then damps the speed and adds gravity. */
export function integrateDiscs(arena: Arena, match: MatchState): void {
  const { discs, ints } = match;
  for (let disc = 0; disc < arena.firstPlayerDisc; disc += 1) {
    integrateDisc(arena, discs, disc, disc);
  }
  for (let seat = 0; seat < MAX_SEATS; seat += 1) {
    if (ints[seatInt(seat, SEAT.team)] === TEAM_NONE) continue;
    const disc = arena.firstPlayerDisc + seat;
    // The entry behind the last disc is the damping of a player with an armed kick.
    const isArmed = ints[seatInt(seat, SEAT.kick)] !== 0;
    integrateDisc(arena, discs, disc, isArmed ? arena.discCount : disc);
  }
}

/** `damping` is an index: that of the disc itself, or of what holds in its place. */
function integrateDisc(arena: Arena, discs: Float64Array, disc: number, damping: number): void {
  const at = disc * DISC_STRIDE;
  const factor = arena.discs.damping[damping]!;
  const vx = discs[at + DISC_VX]!;
  const vy = discs[at + DISC_VY]!;
  discs[at + DISC_X]! += vx;
  discs[at + DISC_Y]! += vy;
  // A product can be −0, which hashes unlike 0; adding 0 makes it 0. The sums elsewhere cannot.
  discs[at + DISC_VX] = factor * (vx + arena.discs.gravityX[disc]!) + 0;
  discs[at + DISC_VY] = factor * (vy + arena.discs.gravityY[disc]!) + 0;
  boundDisc(discs, at);
}
