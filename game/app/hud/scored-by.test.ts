import { expect, test } from 'vitest';
import { makePractice } from '../match/practice-maker.ts';
import { BALL_DISC, DISC_STRIDE, DISC_X, MATCH, PHASE } from '../../../shared/sim/match-state.ts';
import { TEAM_NONE, TEAM_SUN, TEAM_WAVE } from '../../../shared/sim/team.ts';
import { scoredBy } from './scored-by.ts';

test('before a match it is the team whose goal the ball is not in, until the ball comes back', () => {
  const { world } = makePractice({ name: 'Ana', seed: 7, attract: true });
  const { ints, discs } = world.match;
  ints[MATCH.phase] = PHASE.warmUp;
  const scoredAt = (x: number, ballBack = 30) => {
    ints[MATCH.ballBack] = ballBack;
    discs[BALL_DISC * DISC_STRIDE + DISC_X] = x;
    return scoredBy(world);
  };
  expect([scoredAt(390), scoredAt(-390), scoredAt(390, 0)]).toEqual([
    TEAM_SUN,
    TEAM_WAVE,
    TEAM_NONE,
  ]);
});

test('in a match it is the one that does not kick off next', () => {
  const { world } = makePractice({ name: 'Ana', seed: 7, attract: true });
  const { ints } = world.match;
  ints[MATCH.kickOffTeam] = TEAM_WAVE;
  ints[MATCH.phase] = PHASE.goal;
  expect(scoredBy(world)).toBe(TEAM_SUN);
  ints[MATCH.phase] = PHASE.playing;
  expect(scoredBy(world)).toBe(TEAM_NONE);
});
