import type { Arena } from '../physics/arena.ts';
import { isDecided, isTimeUp, teamAhead } from './is-decided.ts';
import { addEventAt } from '../physics/contact-events.ts';
import { EVENT, type EventBuffer } from '../events.ts';
import { findGoal } from '../physics/goal-lines.ts';
import {
  BALL_DISC,
  DISC_VX,
  DISC_VY,
  MATCH,
  type MatchState,
  PAUSED,
  PHASE,
  type Phase,
} from '../match-state.ts';
import { placeAllAtKickOff, placeAllInWarmUp, resetDiscs } from './spawn.ts';
import { countStillness } from './stillness.ts';
import { otherTeam, TEAM_NONE, TEAM_SUN, type Team } from '../team.ts';
import { countPlay, creditGoal, forgetTouches } from '../physics/touches.ts';
import {
  BALL_BACK_TICKS,
  COUNTDOWN_TICKS,
  END_TICKS,
  GOAL_COUNTDOWN_TICKS,
  GOAL_TICKS,
  KICK_OFF_TICKS,
} from '../tuning.ts';
import { TICK_RATE } from '../tick.ts';

/** [S15] Counts the resume countdown down; true while the tick is to be skipped. */
export function holdWhilePaused(match: MatchState): boolean {
  const pause = match.ints[MATCH.pause]!;
  if (pause === 0) return false;
  if (pause !== PAUSED) match.ints[MATCH.pause] = pause - 1;
  return true;
}

/** [S57] Counts to the kick-off while everybody stands; true while the tick is to be skipped. */
export function holdForCountdown(match: MatchState, events: EventBuffer): boolean {
  const { ints } = match;
  if (ints[MATCH.phase] !== PHASE.countdown) return false;
  const left = COUNTDOWN_TICKS - ints[MATCH.phaseTicks]!;
  if (left % TICK_RATE === 0) {
    events.object[addEventAt(events, EVENT.countdown, match, BALL_DISC, -1)] = left / TICK_RATE;
  }
  ints[MATCH.phaseTicks]! += 1;
  if (left <= 1) enter(match, PHASE.kickOff);
  return true;
}

/** [S51] The phases of a match, after everything has moved; `before` is where scorers were. */
export function advanceMatch(
  arena: Arena,
  match: MatchState,
  before: Float64Array,
  events: EventBuffer,
): void {
  const { ints } = match;
  const phase = ints[MATCH.phase];
  ints[MATCH.phaseTicks]! += 1;
  if (phase === PHASE.kickOff || phase === PHASE.playing) countStillness(match);
  if (phase === PHASE.warmUp) warmUp(arena, match, before, events);
  else if (phase === PHASE.kickOff) waitForBall(match, events);
  else if (phase === PHASE.playing) play(arena, match, before, events);
  else if (phase === PHASE.goal && ints[MATCH.phaseTicks]! >= GOAL_TICKS) {
    if (isDecided(match)) endMatch(match, events);
    else setUpKickOff(arena, match, false, GOAL_COUNTDOWN_TICKS);
  } else if (phase === PHASE.end) {
    if (ints[MATCH.phaseTicks] === 0) tellEnd(match, events);
    else if (ints[MATCH.phaseTicks]! >= END_TICKS) stopPlay(arena, match);
  }
}

/**
 * [S52] Everybody to their places, the ball to the spot.
 *
 * @param countdownTicks 0 … COUNTDOWN_TICKS, for so long they stand there
 */
export function setUpKickOff(
  arena: Arena,
  match: MatchState,
  allDiscs: boolean,
  countdownTicks: number,
): void {
  enter(match, countdownTicks > 0 ? PHASE.countdown : PHASE.kickOff);
  if (countdownTicks > 0) match.ints[MATCH.phaseTicks] = COUNTDOWN_TICKS - countdownTicks;
  match.ints[MATCH.ballBack] = 0;
  forgetTouches(match);
  resetDiscs(arena, match, allDiscs);
  placeAllAtKickOff(arena, match);
}

/** [S56] Back to warming up: scores and statistics stay readable until the next start. */
export function stopPlay(arena: Arena, match: MatchState): void {
  enter(match, PHASE.warmUp);
  match.ints[MATCH.pause] = 0;
  forgetTouches(match);
  resetDiscs(arena, match, true);
  placeAllInWarmUp(arena, match);
}

/** [S58] A goal is heard and counts nothing, and the ball comes back to the middle by itself. */
function warmUp(arena: Arena, match: MatchState, before: Float64Array, events: EventBuffer): void {
  const { ints } = match;
  if (ints[MATCH.ballBack]! > 0) {
    ints[MATCH.ballBack]! -= 1;
    if (ints[MATCH.ballBack] === 0) resetDiscs(arena, match, false);
    return;
  }
  const conceding = findGoal(arena, match, before);
  if (conceding === TEAM_NONE) return;
  ints[MATCH.ballBack] = BALL_BACK_TICKS;
  addGoal(match, otherTeam(conceding), -1, events);
}

/**
 * [S53] The barrier falls and the clock starts as soon as the ball has a speed, or when nobody gave
 * it one in time.
 */
function waitForBall(match: MatchState, events: EventBuffer): void {
  const { discs, ints } = match;
  if (ints[MATCH.phaseTicks] === 1) {
    const index = addEventAt(events, EVENT.kickOff, match, BALL_DISC, -1);
    events.object[index] = ints[MATCH.kickOffTeam]!;
  }
  const isAtRest = discs[DISC_VX] === 0 && discs[DISC_VY] === 0;
  if (isAtRest && ints[MATCH.phaseTicks]! < KICK_OFF_TICKS) return;
  enter(match, PHASE.playing);
  events.object[addEventAt(events, EVENT.play, match, BALL_DISC, -1)] = isAtRest ? 1 : 0;
}

/** [S54] A playing tick: the clock, then goals, then the time limit. */
function play(arena: Arena, match: MatchState, before: Float64Array, events: EventBuffer): void {
  const { ints } = match;
  ints[MATCH.clock]! += 1;
  countPlay(match, events);
  const conceding = findGoal(arena, match, before);
  if (conceding !== TEAM_NONE) scoreGoal(match, conceding, events);
  else if (isTimeUp(match)) endMatch(match, events);
}

function scoreGoal(match: MatchState, conceding: Team, events: EventBuffer): void {
  const { ints } = match;
  const team = otherTeam(conceding);
  ints[team === TEAM_SUN ? MATCH.sunScore : MATCH.waveScore]! += 1;
  ints[MATCH.kickOffTeam] = conceding;
  const scorer = creditGoal(match, team) - 1;
  addGoal(match, team, scorer, events);
  enter(match, PHASE.goal);
}

function addGoal(match: MatchState, team: Team, scorer: number, events: EventBuffer): void {
  const { discs } = match;
  const index = addEventAt(events, EVENT.goal, match, BALL_DISC, scorer);
  events.object[index] = team;
  events.strength[index] = Math.sqrt(
    discs[DISC_VX]! * discs[DISC_VX]! + discs[DISC_VY]! * discs[DISC_VY]!,
  );
}

function endMatch(match: MatchState, events: EventBuffer): void {
  match.ints[MATCH.winner] = teamAhead(match);
  enter(match, PHASE.end);
  tellEnd(match, events);
}

function tellEnd(match: MatchState, events: EventBuffer): void {
  const index = addEventAt(events, EVENT.end, match, BALL_DISC, -1);
  events.object[index] = match.ints[MATCH.winner]!;
}

/** A phase begins: its ticks count from here. */
export function enter(match: MatchState, phase: Phase): void {
  match.ints[MATCH.phase] = phase;
  match.ints[MATCH.phaseTicks] = 0;
}
