import { type Arena, FLAG } from './arena.ts';
import { EVENT, type EventBuffer } from '../events.ts';
import { crossedGoal } from './goal-lines.ts';
import {
  BALL_DISC,
  DISC_VX,
  DISC_VY,
  DISC_X,
  DISC_Y,
  MATCH,
  type MatchState,
  SEAT,
  seatInt,
} from '../match-state.ts';
import {
  SAVE_TICKS,
  SHOT_FLIGHT_TICKS,
  SHOT_REST_TICKS,
  SHOT_SPEED,
  SHOT_TICKS,
} from '../tuning.ts';

/** Value of `MATCH.saver` once a defender stopped a shot where that is no save. */
const BLOCKED = -1;

/** Scratch: place and speed of the ball before it met or was kicked, as in `MatchState.discs`. */
const ballBefore = new Float64Array(4);

/** Scratch: the way of the ball, see `crossedGoal`. */
const way = new Float64Array(4);

/** Notes where the ball is and goes, before something meets it or a player kicks it. */
export function rememberBall({ discs }: MatchState): void {
  ballBefore[DISC_X] = discs[DISC_X]!;
  ballBefore[DISC_Y] = discs[DISC_Y]!;
  ballBefore[DISC_VX] = discs[DISC_VX]!;
  ballBefore[DISC_VY] = discs[DISC_VY]!;
}

/** [S41] `seat` kicked the ball, which flies already: a shot, if it goes to the others' goal. */
export function noteShot(arena: Arena, match: MatchState, seat: number): void {
  const { ints } = match;
  if (!isShot(arena, match, teamOf(match, seat + 1))) return;
  const isSame = ints[MATCH.shotBy] === seat + 1 && ints[MATCH.shotRest]! > 0;
  if (!isSame) ints[seatInt(seat, SEAT.shots)]! += 1;
  ints[MATCH.shotBy] = seat + 1;
  ints[MATCH.shotRest] = SHOT_REST_TICKS;
  ints[MATCH.shooter] = seat + 1;
  ints[MATCH.saver] = 0;
  ints[MATCH.shotTicks] = SHOT_TICKS;
}

/**
 * [S41] A player met or kicked the ball, which flies on already. The first opponent who leaves no shot
 * of a shot saved it, if it does not go in: near the goal, and not at the foot of the shooter.
 */
export function noteStop(arena: Arena, match: MatchState, seat: number): void {
  const { ints } = match;
  const shooter = ints[MATCH.shooter]!;
  if (shooter === 0 || ints[MATCH.saver] !== 0) return;
  const team = teamOf(match, shooter);
  if (team === teamOf(match, seat + 1)) return;
  if (isShot(arena, match, team)) return;
  const hasFlown = SHOT_TICKS - ints[MATCH.shotTicks]! >= SHOT_FLIGHT_TICKS;
  const isSave = hasFlown && isOnTarget(arena, ballBefore, team, SAVE_TICKS);
  ints[MATCH.saver] = isSave ? seat + 1 : BLOCKED;
}

/**
 * [S40] The ball was on its way over the line that the player of `seat` defends, and still is now that
 * this one met or kicked it: sent by the other team, and not turned away.
 */
export function isLetThrough(arena: Arena, match: MatchState, seat: number): boolean {
  const sender = match.ints[MATCH.lastTouch]!;
  if (sender === 0) return false;
  const team = teamOf(match, sender);
  if (team === teamOf(match, seat + 1)) return false;
  return goesIn(arena, ballBefore, team) && goesIn(arena, match.discs, team);
}

/** [S41] The shooter has the ball again before any opponent had it: that was dribbling. */
export function takeShotBack(match: MatchState, seat: number): void {
  const { ints } = match;
  if (ints[MATCH.shooter] !== seat + 1 || ints[MATCH.saver] !== 0) return;
  ints[seatInt(seat, SEAT.shots)]! -= 1;
  forgetShot(match);
}

/** Counts the time of a shot; once a playing tick. */
export function countShot(match: MatchState, events: EventBuffer): void {
  const { ints } = match;
  if (ints[MATCH.shotRest]! > 0) ints[MATCH.shotRest]! -= 1;
  if (ints[MATCH.shooter] === 0) return;
  ints[MATCH.shotTicks]! -= 1;
  if (ints[MATCH.shotTicks]! <= 0) settleShot(match, events);
}

/** The shot under way is over without a goal: the defender who stopped it saved it. */
export function settleShot(match: MatchState, events: EventBuffer): void {
  const { ints } = match;
  const saver = ints[MATCH.saver]!;
  const isBlocked = saver === BLOCKED;
  if (saver > 0) {
    ints[seatInt(saver - 1, SEAT.saves)]! += 1;
    const event = events.add(EVENT.save, saver - 1, -1);
    events.x[event] = match.discs[DISC_X]!;
    events.y[event] = match.discs[DISC_Y]!;
  }
  endShot(match);
  // Only what was blocked at once can be kicked again as the same shot.
  if (!isBlocked) ints[MATCH.shotRest] = 0;
}

/** Forgets the shot of a match, and that a kick might be the same one again. */
export function forgetShot(match: MatchState): void {
  endShot(match);
  match.ints[MATCH.shotBy] = 0;
  match.ints[MATCH.shotRest] = 0;
}

function endShot({ ints }: MatchState): void {
  ints[MATCH.shooter] = 0;
  ints[MATCH.saver] = 0;
  ints[MATCH.shotTicks] = 0;
}

/** A ball that rolls fast enough towards the goal of the others to be over its line in time. */
function isShot(arena: Arena, { discs }: MatchState, team: number): boolean {
  const square = discs[DISC_VX]! * discs[DISC_VX]! + discs[DISC_VY]! * discs[DISC_VY]!;
  return square >= SHOT_SPEED * SHOT_SPEED && isOnTarget(arena, discs, team, SHOT_TICKS);
}

/** On target at any speed, or over the line in this very tick, in which goals are looked for last. */
function goesIn(arena: Arena, ball: Float64Array, team: number): boolean {
  if (isOnTarget(arena, ball, team, SHOT_TICKS)) return true;
  // Two ticks back: behind the line a goal would have counted before.
  way[0] = ballBefore[DISC_X]! - 2 * ballBefore[DISC_VX]!;
  way[1] = ballBefore[DISC_Y]! - 2 * ballBefore[DISC_VY]!;
  way[2] = ball[DISC_X]!;
  way[3] = ball[DISC_Y]!;
  return crossesTarget(arena, team);
}

/** Would `ball`, left alone, be over a goal line of the others in `ticks`? Walls are not asked. */
function isOnTarget(arena: Arena, ball: Float64Array, team: number, ticks: number): boolean {
  const damping = arena.discs.damping[BALL_DISC]!;
  let rolled = 0;
  let speed = 1;
  for (let tick = 0; tick < ticks; tick += 1) {
    rolled += speed;
    speed *= damping;
  }
  way[0] = ball[DISC_X]!;
  way[1] = ball[DISC_Y]!;
  way[2] = ball[DISC_X]! + ball[DISC_VX]! * rolled;
  way[3] = ball[DISC_Y]! + ball[DISC_VY]! * rolled;
  return crossesTarget(arena, team);
}

/** Does the way lead over a goal line of the others? */
function crossesTarget(arena: Arena, team: number): boolean {
  if ((arena.discs.cGroup[BALL_DISC]! & FLAG.score) === 0) return false;
  const goal = crossedGoal(arena, way);
  return goal >= 0 && arena.goals.team[goal] !== team;
}

function teamOf(match: MatchState, seatPlusOne: number): number {
  return match.ints[seatInt(seatPlusOne - 1, SEAT.team)]!;
}
