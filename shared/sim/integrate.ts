import type { Arena } from './arena.ts';
import {
  DISC_STRIDE,
  DISC_VX,
  DISC_VY,
  DISC_X,
  DISC_Y,
  type MatchState,
  SEAT,
  seatInt,
} from './match-state.ts';
import { MAX_SEATS } from './seat.ts';
import { TEAM_NONE } from './team.ts';
import { SPEED_LIMIT, WORLD_LIMIT } from './tuning.ts';

/** [S10] Moves every disc by its speed, then damps the speed and adds gravity. */
export function integrateDiscs(arena: Arena, match: MatchState): void {
  const { damping } = arena.discs;
  for (let disc = 0; disc < arena.firstPlayerDisc; disc += 1) {
    integrateDisc(arena, match, disc, damping[disc]!);
  }
  for (let seat = 0; seat < MAX_SEATS; seat += 1) {
    if (match.ints[seatInt(seat, SEAT.team)] === TEAM_NONE) continue;
    const armed = match.ints[seatInt(seat, SEAT.kick)] !== 0;
    const playerDamping = armed ? arena.player.kickingDamping : arena.player.damping;
    integrateDisc(arena, match, arena.firstPlayerDisc + seat, playerDamping);
  }
}

/** Keeps what a response or a step computed inside the world, see WORLD_LIMIT. */
export function bounded(value: number, limit: number): number {
  if (value > limit) return limit;
  return value < -limit ? -limit : value;
}

function integrateDisc(arena: Arena, match: MatchState, disc: number, damping: number): void {
  const { discs } = match;
  const at = disc * DISC_STRIDE;
  const vx = discs[at + DISC_VX]!;
  const vy = discs[at + DISC_VY]!;
  discs[at + DISC_X] = bounded(discs[at + DISC_X]! + vx, WORLD_LIMIT);
  discs[at + DISC_Y] = bounded(discs[at + DISC_Y]! + vy, WORLD_LIMIT);
  // A product can be −0, which hashes unlike 0; adding 0 makes it 0. Sums further on cannot.
  discs[at + DISC_VX] = bounded(damping * (vx + arena.discs.gravityX[disc]!) + 0, SPEED_LIMIT);
  discs[at + DISC_VY] = bounded(damping * (vy + arena.discs.gravityY[disc]!) + 0, SPEED_LIMIT);
}
