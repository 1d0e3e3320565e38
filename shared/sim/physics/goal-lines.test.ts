import { expect, test } from 'vitest';
import { Lab } from '../../../tests/determinism/lab.ts';
import { crossedGoal } from './goal-lines.ts';
import { PHASE } from '../match-state.ts';

const GOALS = [
  { p0: [-100, -50], p1: [-100, 50], team: 'red' },
  { p0: [100, -50], p1: [100, 50], team: 'blue' },
  { p0: [50, 80], p1: [90, 120], team: 'red' },
];

test.each([
  ['over the line', [90, 0, 110, 5], 1],
  ['back over the line', [110, 0, 90, 5], 1],
  ['onto the line', [90, 0, 100, 0], 1],
  ['from the line on', [100, 0, 110, 0], 1],
  ['from the line back', [100, 0, 90, 0], 1],
  ['short of the line', [90, 0, 99.9, 0], -1],
  ['beside the post', [90, 51, 110, 51], -1],
  ['through the post', [90, 50, 110, 50], 1],
  ['along the line', [100, -60, 100, 60], 1],
  ['along the line beside the posts', [100, -90, 100, -60], -1],
  ['of nothing on the line', [100, 20, 100, 20], 1],
  ['of nothing in the line of a goal', [100, 70, 100, 70], -1],
  ['over a slanted line', [60, 110, 80, 90], 2],
  ['nowhere', [90, 0, 90, 0], -1],
  ['over two lines', [-110, 0, 110, 0], 0],
])('[S50] a way %s', (_, way, goal) => {
  expect(crossedGoal(new Lab({ goals: GOALS }).arena, Float64Array.from(way))).toBe(goal);
});

test('[S50] a ball that leaves the line scores like one that reaches it', () => {
  const lab = new Lab({ goals: [{ p0: [0, -50], p1: [0, 50], team: 'red' }] });
  lab.place(1, 2);
  lab.start();
  lab.step(2);
  // A player that touches the ball exactly gives it a speed and leaves it where it is.
  lab.putPlayer(1, 27, 0, -2, 0);
  lab.step();
  expect([lab.get('phase'), lab.disc(0).x, lab.get('waveScore')]).toEqual([PHASE.playing, 0, 0]);
  lab.step();
  expect([lab.get('phase'), lab.get('waveScore')]).toEqual([PHASE.goal, 1]);
});

test('[S50] any disc that scores can score, the centre counts', () => {
  const lab = new Lab({
    goals: GOALS,
    discs: [{ pos: [60, 0], damping: 1, radius: 30, cMask: [], cGroup: ['score'] }],
  });
  lab.start();
  lab.put(0, 0, 0, 0.01, 0);
  lab.step();
  lab.put(1, 89, 0, 10, 0);
  lab.step();
  expect(lab.get('phase')).toBe(PHASE.playing);
  lab.step();
  expect([lab.get('phase'), lab.get('sunScore')]).toEqual([PHASE.goal, 1]);
});

test('[S50] a player whom the stadium lets score scores', () => {
  const lab = new Lab({ goals: GOALS, playerPhysics: { cGroup: ['score'] } });
  lab.place(2, 1);
  lab.start();
  lab.put(0, 0, 0, 0.01, 0);
  lab.step();
  lab.putPlayer(2, -95, 0, -10, 0);
  lab.step();
  expect(lab.get('waveScore')).toBe(1);
});
