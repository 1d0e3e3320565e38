import { expect, test } from 'vitest';
import { createWorld } from '../../shared/room/world.ts';
import { DISC_X, DISC_Y, MATCH, PHASE } from '../../shared/sim/match-state.ts';
import { builtInArena } from '../../shared/stadium/built-in/built-in-stadiums.ts';
import { dangerOf } from './danger.ts';

function dangerAt(x: number, y: number, phase: number = PHASE.playing): number {
  const { match, arena } = createWorld('classic', builtInArena, 1);
  match.ints[MATCH.phase] = phase;
  match.discs[DISC_X] = x;
  match.discs[DISC_Y] = y;
  return dangerOf({ match, arena });
}

test('[V73] the nearer the ball is to either goal, the more a crowd feels', () => {
  const atSpot = dangerAt(0, 0);
  const nearer = dangerAt(200, 0);
  const atGoal = dangerAt(360, 0);
  expect(atSpot).toBe(0);
  expect(nearer).toBeGreaterThan(atSpot);
  expect(atGoal).toBeGreaterThan(nearer);
  expect(dangerAt(-360, 0)).toBe(atGoal);
  expect(dangerAt(360, 160)).toBeLessThan(atGoal);
});

test('[V73] behind a goal it cheers, and before a kick-off it is calm', () => {
  expect(dangerAt(0, 0, PHASE.goal)).toBe(1);
  expect(dangerAt(360, 0, PHASE.countdown)).toBe(0);
  expect(dangerAt(360, 0, PHASE.end)).toBe(0);
});

test('on a map without goals a crowd is calm', () => {
  const { match, arena } = createWorld('classic', builtInArena, 1);
  match.ints[MATCH.phase] = PHASE.playing;
  const goals = { ...arena.goals, count: 0 };
  expect(dangerOf({ match, arena: { ...arena, goals } })).toBe(0);
});
