import { type MatchRules, SCORE_LIMIT_MAX, TIME_LIMIT_MINUTES_MAX } from './command.ts';
import type { KickLimit } from '../sim/match/match-commands.ts';

/** Each number of a kick rate limit is at most this. */
export const KICK_LIMIT_MAX = 255;

/** [R39] Whether every peer takes these for the same. */
export function areKickLimit({ interval, rate, burst }: KickLimit): boolean {
  return [interval, rate, burst].every((value) => isCount(value, KICK_LIMIT_MAX));
}

/** Whether a match can be played by these. */
export function areRules({ timeLimitMinutes, scoreLimit }: MatchRules): boolean {
  return isCount(timeLimitMinutes, TIME_LIMIT_MINUTES_MAX) && isCount(scoreLimit, SCORE_LIMIT_MAX);
}

function isCount(value: number, max: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= max;
}
