import { builtInArena } from '../../shared/stadium/built-in/built-in-stadiums.ts';
import { TEAM_SUN, TEAM_WAVE } from '../../shared/sim/team.ts';
import { TICK_RATE } from '../../shared/sim/tick.ts';
import { BotMatch } from './bot-match.ts';
import { isBot, PLAYERS } from './ladder-pairs.ts';

/** A match of the ladder ends with so many goals, or after three minutes. */
const GOALS = 3;
const MATCH_TICKS = 180 * TICK_RATE;

export type LadderPlan = {
  readonly first: string;
  readonly second: string;
  readonly map: string;
  /** Players a team. */
  readonly size: number;
  readonly matches: number;
  /** The first seed; default 1. */
  readonly firstSeed?: number;
};

/** What came of the matches, as the first of the pair sees it. */
export type LadderResult = {
  readonly map: string;
  readonly matches: number;
  /** A draw is half a match won. */
  won: number;
  goals: number;
  conceded: number;
  /** Goals of bots against themselves, on both sides. */
  ownGoals: number;
  /** Longest time that the ball stood, in ticks, and in which match. */
  stood: number;
  stoodSeed: number;
  /** How often it stood for more than two seconds. */
  stands: number;
  /** Ticks of play, and those with at most one of the team at the ball. */
  played: number;
  calm: number;
  /** Time that all bots together thought, and how often. */
  thoughtMs: number;
  thoughts: number;
};

/** Plays the matches of a pair on one map, each with the next seed; the sides change. */
export function playLadder(plan: LadderPlan): LadderResult {
  const { first, second, map, size, matches, firstSeed = 1 } = plan;
  const arena = builtInArena(map);
  const [one, other] = [PLAYERS.get(first), PLAYERS.get(second)];
  if (!arena || !one || !other)
    throw new Error(`the ladder knows no ${map}, ${first} or ${second}`);
  const result: LadderResult = {
    map,
    matches,
    won: 0,
    goals: 0,
    conceded: 0,
    ownGoals: 0,
    stood: 0,
    stoodSeed: 0,
    stands: 0,
    played: 0,
    calm: 0,
    thoughtMs: 0,
    thoughts: 0,
  };
  for (let seed = firstSeed; seed < firstSeed + matches; seed += 1) {
    const isSun = seed % 2 === 0;
    const match = new BotMatch(arena, size, seed, isSun ? [one, other] : [other, one]);
    while (match.tick < MATCH_TICKS && Math.max(...match.score) < GOALS) match.step();
    count(result, match, seed, isSun);
    if (isBot(first)) result.ownGoals += match.ownGoals(isSun ? TEAM_SUN : TEAM_WAVE);
    if (isBot(second)) result.ownGoals += match.ownGoals(isSun ? TEAM_WAVE : TEAM_SUN);
  }
  return result;
}

function count(result: LadderResult, match: BotMatch, seed: number, isSun: boolean): void {
  const team = isSun ? TEAM_SUN : TEAM_WAVE;
  const goals = match.score[isSun ? 0 : 1];
  const conceded = match.score[isSun ? 1 : 0];
  result.won += goals > conceded ? 1 : goals === conceded ? 0.5 : 0;
  result.goals += goals;
  result.conceded += conceded;
  result.played += match.played;
  result.calm += match.calm[team]!;
  result.stands += match.stands;
  result.thoughtMs += match.thoughtMs;
  result.thoughts += match.thoughts;
  if (match.longestStand <= result.stood) return;
  result.stood = match.longestStand;
  result.stoodSeed = seed;
}
