import type { Arena } from '../physics/arena.ts';
import { enter, setUpKickOff, stopPlay } from './match-rules.ts';
import {
  DISC_STRIDE,
  MATCH,
  type MatchState,
  PAUSED,
  PHASE,
  SEAT,
  SEAT_INTS,
  seatInt,
} from '../match-state.ts';
import { seedRandom } from './random.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import type { Seat } from '../seat.ts';
import { placeAtKickOff, placeAtSide, placeInWarmUp } from './spawn.ts';
import { TEAM_NONE, TEAM_SUN, type Team } from '../team.ts';
import { COUNTDOWN_TICKS, KICK_INTERVAL_TICKS, RESUME_TICKS } from '../tuning.ts';

/** 0 = no limit. */
export type MatchLimits = { readonly timeLimitTicks: number; readonly scoreLimit: number };

/** `rate`: ticks that a kick costs; `burst`: kicks that can be saved up. */
export type KickLimit = {
  readonly interval: number;
  readonly rate: number;
  readonly burst: number;
};

/** [S13] Where nobody asked for another. */
export const DEFAULT_KICK_LIMIT: KickLimit = { interval: KICK_INTERVAL_TICKS, rate: 0, burst: 0 };

/** A warm-up without players, every disc at its start. */
export function resetMatch(arena: Arena, match: MatchState, seed: number): void {
  match.words.fill(0);
  match.discs.set(arena.startDiscs);
  match.ints[MATCH.kickOffTeam] = TEAM_SUN;
  setKickLimit(match, DEFAULT_KICK_LIMIT);
  seedRandom(match.ints, MATCH.random0, seed);
}

/**
 * [S62] Gives a seat to a team, or with team 0 takes it from the pitch. Its statistics begin anew,
 * and what it touched last is forgotten, so that nobody inherits a goal.
 */
export function placePlayer(arena: Arena, match: MatchState, seat: Seat, team: Team): void {
  const { ints } = match;
  forgetSeat(match, seat);
  ints.fill(0, seatInt(seat, 0), seatInt(seat, SEAT_INTS));
  const at = (arena.firstPlayerDisc + seat) * DISC_STRIDE;
  match.discs.fill(0, at, at + DISC_STRIDE);
  if (team === TEAM_NONE) return;
  ints[seatInt(seat, SEAT.team)] = team;
  if (ints[MATCH.phase] === PHASE.warmUp) placeInWarmUp(arena, match, seat);
  else if (ints[MATCH.phase] === PHASE.countdown) placeAtKickOff(arena, match, seat);
  else placeAtSide(arena, match, seat);
}

/**
 * [S62] Another player has the disc of a seat from now on, where it stands: statistics begin anew, as
 * for one that appears.
 */
export function changeHands(match: MatchState, seat: Seat): void {
  const { ints } = match;
  const team = ints[seatInt(seat, SEAT.team)]!;
  forgetSeat(match, seat);
  ints.fill(0, seatInt(seat, 0), seatInt(seat, SEAT_INTS));
  ints[seatInt(seat, SEAT.team)] = team;
}

/**
 * [S52] A new match from 0–0 with the seats as they are; the Sun kicks off.
 *
 * @param countdownTicks until the kick-off, 0 … COUNTDOWN_TICKS
 */
export function startMatch(
  arena: Arena,
  match: MatchState,
  limits: MatchLimits,
  countdownTicks: number = COUNTDOWN_TICKS,
): void {
  const { ints } = match;
  ints[MATCH.clock] = 0;
  ints[MATCH.sunScore] = 0;
  ints[MATCH.waveScore] = 0;
  ints[MATCH.kickOffTeam] = TEAM_SUN;
  ints[MATCH.pause] = 0;
  ints[MATCH.winner] = TEAM_NONE;
  ints[MATCH.scorer] = 0;
  ints[MATCH.assist] = 0;
  for (let seat = 0; seat < MAX_SEATS; seat += 1) {
    ints.fill(0, seatInt(seat, SEAT.kickWait), seatInt(seat, SEAT_INTS));
  }
  setLimits(match, limits);
  setUpKickOff(arena, match, true, countdownTicks);
}

/** [S56] Ends a match at once, also one that is only counted down to; a no-op when none runs. */
export function stopMatch(arena: Arena, match: MatchState): void {
  if (match.ints[MATCH.phase] !== PHASE.warmUp) stopPlay(arena, match);
}

/** Ends a match in this tick as this team's, whatever the score ([R47]); paused or not. */
export function awardMatch(match: MatchState, winner: Team): void {
  match.ints[MATCH.winner] = winner;
  match.ints[MATCH.pause] = 0;
  enter(match, PHASE.end);
  // Commands bring no events: the tick that follows counts this to 0, and tells of the end.
  match.ints[MATCH.phaseTicks] = -1;
}

/** [S15] Pauses a running match, or starts the countdown that resumes it. */
export function setPaused(match: MatchState, paused: boolean): void {
  const { ints } = match;
  if (ints[MATCH.phase] === PHASE.warmUp) return;
  if (paused) ints[MATCH.pause] = PAUSED;
  else if (ints[MATCH.pause] === PAUSED) ints[MATCH.pause] = RESUME_TICKS;
}

/** Sets the limits of a match: time in ticks and goals, 0 for none. */
export function setLimits(match: MatchState, limits: MatchLimits): void {
  match.ints[MATCH.timeLimitTicks] = limits.timeLimitTicks;
  match.ints[MATCH.scoreLimit] = limits.scoreLimit;
}

/** [S57] Whether a start is counted down to: nothing of the match has been played yet. */
export function isStarting({ ints }: MatchState): boolean {
  return ints[MATCH.phase] === PHASE.countdown && ints[MATCH.clock] === 0;
}

/** [S64] The player of a seat has shown that it is there. */
export function forgetStillness({ ints }: MatchState, seat: Seat): void {
  ints[seatInt(seat, SEAT.still)] = 0;
}

/** [S13] Changes how fast kicks may follow each other. */
export function setKickLimit(match: MatchState, limit: KickLimit): void {
  match.ints[MATCH.kickInterval] = limit.interval;
  match.ints[MATCH.kickRate] = limit.rate;
  match.ints[MATCH.kickBurstMax] = limit.burst;
}

function forgetSeat(match: MatchState, seat: Seat): void {
  const { ints } = match;
  const names = [
    MATCH.lastTouch,
    MATCH.previousTouch,
    MATCH.inTheWay,
    MATCH.scorer,
    MATCH.assist,
    MATCH.shooter,
    MATCH.saver,
    MATCH.shotBy,
  ];
  for (const name of names) if (ints[name] === seat + 1) ints[name] = 0;
}
