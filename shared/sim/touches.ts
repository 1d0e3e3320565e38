import { MATCH, type MatchState, PHASE, SEAT, seatInt } from './match-state.ts';
import { SHOT_TICKS } from './tuning.ts';

/** [S40] The ball met the player of `seat`, by a kick or by contact. */
export function noteTouch(match: MatchState, seat: number, kicked: boolean): void {
  const { ints } = match;
  const phase = ints[MATCH.phase];
  if (phase !== PHASE.playing && phase !== PHASE.kickOff) return;
  const isNew = ints[MATCH.lastTouch] !== seat + 1;
  if (isNew) {
    ints[MATCH.previousTouch] = ints[MATCH.lastTouch]!;
    ints[MATCH.lastTouch] = seat + 1;
  }
  if (isNew || kicked) ints[seatInt(seat, SEAT.touches)]! += 1;
  noteStop(match, seat, kicked);
}

/** [S41] A kick of `seat` sent the ball towards the other team's goal. */
export function noteShot(match: MatchState, seat: number): void {
  const { ints } = match;
  const phase = ints[MATCH.phase];
  if (phase !== PHASE.playing && phase !== PHASE.kickOff) return;
  ints[seatInt(seat, SEAT.shots)]! += 1;
  ints[MATCH.shooter] = seat + 1;
  ints[MATCH.saver] = 0;
  ints[MATCH.shotTicks] = SHOT_TICKS;
}

/** The shot under way is over without a goal: whoever of the defenders touched it saved it. */
export function settleShot(match: MatchState): void {
  const { ints } = match;
  const saver = ints[MATCH.saver]!;
  if (saver !== 0) ints[seatInt(saver - 1, SEAT.saves)]! += 1;
  forgetShot(match);
}

export function forgetShot(match: MatchState): void {
  match.ints[MATCH.shooter] = 0;
  match.ints[MATCH.saver] = 0;
  match.ints[MATCH.shotTicks] = 0;
}

/** Counts possession and the time of a shot; once a playing tick. */
export function countPlay(match: MatchState): void {
  const { ints } = match;
  const holder = ints[MATCH.lastTouch]!;
  if (holder !== 0) ints[seatInt(holder - 1, SEAT.possession)]! += 1;
  if (ints[MATCH.shooter] === 0) return;
  ints[MATCH.shotTicks]! -= 1;
  if (ints[MATCH.shotTicks]! <= 0) settleShot(match);
}

/**
 * [S42] Credits a goal for `team` and returns the seat + 1 behind it, 0 = nobody. A shot on target
 * that a defender only deflected stays the shooter's goal.
 */
export function creditGoal(match: MatchState, team: number): number {
  const { ints } = match;
  const last = ints[MATCH.lastTouch]!;
  const shooter = ints[MATCH.shooter]!;
  const isOwn = last !== 0 && teamOf(match, last) !== team;
  const scorer = isOwn && shooter !== 0 && teamOf(match, shooter) === team ? shooter : last;
  ints[MATCH.scorer] = scorer;
  ints[MATCH.assist] = 0;
  forgetShot(match);
  if (scorer === 0) return 0;
  if (teamOf(match, scorer) !== team) {
    ints[seatInt(scorer - 1, SEAT.ownGoals)]! += 1;
    return scorer;
  }
  ints[seatInt(scorer - 1, SEAT.goals)]! += 1;
  const helper = ints[MATCH.previousTouch]!;
  if (scorer === last && helper !== 0 && teamOf(match, helper) === team) {
    ints[MATCH.assist] = helper;
    ints[seatInt(helper - 1, SEAT.assists)]! += 1;
  }
  return scorer;
}

export function forgetTouches(match: MatchState): void {
  match.ints[MATCH.lastTouch] = 0;
  match.ints[MATCH.previousTouch] = 0;
  forgetShot(match);
}

function noteStop(match: MatchState, seat: number, kicked: boolean): void {
  const { ints } = match;
  const shooter = ints[MATCH.shooter]!;
  if (shooter === 0) return;
  const isDefender = teamOf(match, shooter) !== teamOf(match, seat + 1);
  if (isDefender && ints[MATCH.saver] === 0) ints[MATCH.saver] = seat + 1;
  // Kicked away, or played again by the attackers: that shot is history.
  if (kicked || (!isDefender && shooter !== seat + 1)) settleShot(match);
}

function teamOf(match: MatchState, seatPlusOne: number): number {
  return match.ints[seatInt(seatPlusOne - 1, SEAT.team)]!;
}
