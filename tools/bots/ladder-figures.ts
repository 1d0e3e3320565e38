import { TICK_RATE } from '../../shared/sim/tick.ts';
import type { LadderPair } from './ladder-pairs.ts';
import type { LadderResult } from './play-ladder.ts';

/** What was measured beside what it shall be. */
export type LadderFigure = {
  readonly name: string;
  readonly measured: string;
  readonly target: string;
  readonly isMet: boolean;
};

/** Most that a bot may do wrong, and cost. */
const TARGETS = { ownGoals: 0.02, standSeconds: 2, calm: 0.9, thoughtUs: 150 } as const;

/** How one pair did: who won, how long the ball stood. */
export function pairFigures(pair: LadderPair, results: readonly LadderResult[]): LadderFigure[] {
  const { first, second, least, most } = pair;
  const name = `${first} against ${second}`;
  const won = sum(results, ({ won: each }) => each) / sum(results, ({ matches }) => matches);
  const stood = Math.max(...results.map(({ stood: each }) => each)) / TICK_RATE;
  const isLong = sum(results, ({ stands }) => stands);
  const figures: LadderFigure[] = [
    {
      name: `${name}: the ball stands for at most`,
      measured: `${stood.toFixed(1)} s (${isLong} stands)`,
      target: `≤ ${TARGETS.standSeconds} s (0)`,
      isMet: stood <= TARGETS.standSeconds,
    },
  ];
  if (least === 0 && most === 1) return figures;
  return [
    {
      name: `${name}: wins`,
      measured: percent(won),
      target: most === 1 ? `≥ ${percent(least)}` : `${percent(least)} to ${percent(most)}`,
      isMet: won >= least && won <= most,
    },
    ...figures,
  ];
}

/** What holds for all bots in all matches. */
export function commonFigures(results: readonly LadderResult[]): LadderFigure[] {
  const goals = sum(results, (each) => each.goals + each.conceded);
  const own = sum(results, ({ ownGoals }) => ownGoals) / (goals || 1);
  const calm = sum(results, ({ calm: each }) => each) / (sum(results, ({ played }) => played) || 1);
  const thoughts = sum(results, ({ thoughts: each }) => each) || 1;
  const us = (sum(results, ({ thoughtMs }) => thoughtMs) / thoughts) * 1000;
  return [
    {
      name: 'own goals of bots, of all goals',
      measured: percent(own, 1),
      target: `< ${percent(TARGETS.ownGoals)}`,
      isMet: own < TARGETS.ownGoals,
    },
    {
      name: 'at most one of the first team at the ball',
      measured: percent(calm),
      target: `≥ ${percent(TARGETS.calm)}`,
      isMet: calm >= TARGETS.calm,
    },
    {
      name: 'a bot and tick',
      measured: `${us.toFixed(1)} µs`,
      target: `≤ ${TARGETS.thoughtUs} µs`,
      isMet: us <= TARGETS.thoughtUs,
    },
  ];
}

function sum(results: readonly LadderResult[], pick: (result: LadderResult) => number): number {
  return results.reduce((total, result) => total + pick(result), 0);
}

function percent(share: number, digits = 0): string {
  return `${(share * 100).toFixed(digits)} %`;
}
