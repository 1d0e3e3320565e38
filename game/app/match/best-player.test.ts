import { expect, test } from 'vitest';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE } from '../../../shared/sim/team.ts';
import { type Deeds, findBest } from './best-player.ts';

const NOTHING: Deeds = {
  team: TEAM_SUN,
  goals: 0,
  assists: 0,
  saves: 0,
  shots: 0,
  ownGoals: 0,
  possession: 0,
};

function best(...players: readonly Partial<Deeds>[]): number {
  return findBest(
    players.map((player) => ({ ...NOTHING, ...player })),
    TEAM_WAVE,
  );
}

test('the best player scored, or gave the ball to who did; saves alone do not outweigh a goal', () => {
  expect(best({ goals: 2 }, { goals: 1, assists: 1 })).toBe(0);
  expect(best({ goals: 1 }, { assists: 2 })).toBe(1);
  expect(best({ saves: 90, shots: 5 }, { goals: 1 })).toBe(1);
  expect(best({ goals: 1, ownGoals: 1 }, { assists: 1 })).toBe(1);
});

test('of equal ones it is the winner, then who had the ball for longer', () => {
  expect(best({ goals: 1, possession: 90 }, { goals: 1, team: TEAM_WAVE })).toBe(1);
  expect(best({ goals: 1, possession: 40 }, { goals: 1, possession: 60 })).toBe(1);
});

test('there is none where nobody did anything, or nobody else played', () => {
  expect(best({}, {})).toBe(-1);
  expect(best({ goals: 3 })).toBe(-1);
  expect(findBest([], TEAM_NONE)).toBe(-1);
});
