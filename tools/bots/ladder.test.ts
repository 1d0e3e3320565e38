import { expect, test } from 'vitest';
import { TICK_RATE } from '../../shared/sim/tick.ts';
import { commonFigures, pairFigures } from './ladder-figures.ts';
import { type LadderResult, playLadder } from './play-ladder.ts';

/** Two matches of a pair with fixed seeds: the same on every machine. */
function play(first: string, second: string): LadderResult {
  return playLadder({ first, second, map: 'small', size: 1, matches: 2 });
}

/** All that are two levels or more apart. Neighbours are told apart by hundreds of matches only. */
const APART = [
  ['pro', 'rookie'],
  ['ace', 'regular'],
  ['ace', 'rookie'],
] as const;

// Two matches of one pair may well end in a draw: the goals of all pairs count together.
test('bots of a higher level score more than those two levels below, and no ball stands for 2 s', () => {
  const results = APART.map(([first, second]) => play(first, second));
  const goals = results.reduce((total, result) => total + result.goals, 0);
  const conceded = results.reduce((total, result) => total + result.conceded, 0);
  expect(goals).toBeGreaterThan(conceded);
  expect(Math.max(...results.map(({ stood }) => stood))).toBeLessThan(2 * TICK_RATE);
}, 60_000);

test('each figure stands beside its target', () => {
  const result = play('regular', 'one-key');
  const pair = { first: 'regular', second: 'behind', least: 0.75, most: 1 };
  const won = { ...result, won: 3, matches: 4, stood: 119 };
  expect(pairFigures(pair, [won]).map(({ isMet }) => isMet)).toEqual([true, true]);
  const lost = { ...result, won: 2, matches: 4, stood: 121, stands: 1 };
  expect(pairFigures(pair, [lost]).map(({ isMet }) => isMet)).toEqual([false, false]);
  const own = { ...result, goals: 49, conceded: 1, ownGoals: 1 };
  expect(commonFigures([own])[0]).toMatchObject({ measured: '2.0 %', isMet: false });
});
