import type { Arena } from '../physics/arena.ts';
import {
  BALL_DISC,
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
import { TEAM_NONE, TEAM_SUN } from '../team.ts';
import { SPAWN_ROW, WARM_UP_DISTANCE } from '../tuning.ts';

/** [S60] Puts the ball back, or every disc if the stadium says so or `all` is set. */
export function resetDiscs(arena: Arena, match: MatchState, all: boolean): void {
  const count = all || arena.resetsAllDiscs ? arena.firstPlayerDisc : BALL_DISC + 1;
  for (let index = 0; index < count * DISC_STRIDE; index += 1) {
    match.discs[index] = arena.startDiscs[index]!;
  }
}

/** [S61] All players to their places of a kick-off. */
export function placeAllAtKickOff(arena: Arena, match: MatchState): void {
  let sun = 0;
  let wave = 0;
  for (let seat = 0; seat < MAX_SEATS; seat += 1) {
    const team = match.ints[seatInt(seat, SEAT.team)]!;
    if (team === TEAM_NONE) continue;
    placeInRow(arena, match, seat, team === TEAM_SUN ? sun : wave, arena.spawn.distance);
    if (team === TEAM_SUN) sun += 1;
    else wave += 1;
  }
}

/** [S63] All players to where somebody comes into a warm-up. */
export function placeAllInWarmUp(arena: Arena, match: MatchState): void {
  for (let seat = 0; seat < MAX_SEATS; seat += 1) {
    if (match.ints[seatInt(seat, SEAT.team)] !== TEAM_NONE) placeInWarmUp(arena, match, seat);
  }
}

/** [S61] Where the player of a seat stands at a kick-off. */
export function placeAtKickOff(arena: Arena, match: MatchState, seat: number): void {
  placeInRow(arena, match, seat, orderInTeam(match, seat), arena.spawn.distance);
}

/** [S63] Beside the ball, which lies in the middle as a rule. */
export function placeInWarmUp(arena: Arena, match: MatchState, seat: number): void {
  const distance = Math.min(WARM_UP_DISTANCE, arena.spawn.distance);
  placeInRow(arena, match, seat, orderInTeam(match, seat), distance);
}

/** @param order counts the players of the team before this one */
function placeInRow(
  arena: Arena,
  match: MatchState,
  seat: number,
  order: number,
  distance: number,
): void {
  const isSun = match.ints[seatInt(seat, SEAT.team)] === TEAM_SUN;
  const points = isSun ? arena.spawn.sun : arena.spawn.wave;
  if (points.length > 0) {
    const point = Math.min(order, points.length / 2 - 1) * 2;
    placeSeat(arena, match, seat, points[point]!, points[point + 1]!);
    return;
  }
  const row = Math.floor((order + 1) / 2) * SPAWN_ROW;
  const x = sideOf(arena, match, seat) * distance;
  placeSeat(arena, match, seat, x, order % 2 === 1 ? row : 0 - row);
}

/** [S65] −1 for who defends the left end, 1 for the right. */
function sideOf(arena: Arena, match: MatchState, seat: number): number {
  const isSun = match.ints[seatInt(seat, SEAT.team)] === TEAM_SUN;
  return isSun ? arena.spawn.sunSide : -arena.spawn.sunSide;
}

/** [S62] Where somebody appears who comes while a match runs. */
export function placeAtSide(arena: Arena, match: MatchState, seat: number): void {
  const isSun = match.ints[seatInt(seat, SEAT.team)] === TEAM_SUN;
  const points = isSun ? arena.spawn.sun : arena.spawn.wave;
  const last = points.length - 2;
  if (last >= 0) placeSeat(arena, match, seat, points[last]!, points[last + 1]!);
  else placeSeat(arena, match, seat, sideOf(arena, match, seat) * arena.spawn.halfWidth, 0);
}

/** Puts a seat's disc at rest. */
export function placeSeat(
  arena: Arena,
  match: MatchState,
  seat: number,
  x: number,
  y: number,
): void {
  const at = (arena.firstPlayerDisc + seat) * DISC_STRIDE;
  // Adding 0 turns a −0 into 0.
  match.discs[at + DISC_X] = x + 0;
  match.discs[at + DISC_Y] = y + 0;
  match.discs[at + DISC_VX] = 0;
  match.discs[at + DISC_VY] = 0;
}

/** How many players of the seat's team come before it. */
function orderInTeam(match: MatchState, seat: number): number {
  const team = match.ints[seatInt(seat, SEAT.team)];
  let order = 0;
  for (let other = 0; other < seat; other += 1) {
    if (match.ints[seatInt(other, SEAT.team)] === team) order += 1;
  }
  return order;
}
