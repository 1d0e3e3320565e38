import { expect, test } from 'vitest';
import { ScriptedMatch } from '../../../tools/stadiums/scripted-match.ts';
import { TEAM_SUN, TEAM_WAVE } from '../../sim/team.ts';
import { BUILT_IN_STADIUMS, builtInArena } from '../../stadium/built-in/built-in-stadiums.ts';
import { compileArena } from '../../stadium/compile/compile-arena.ts';
import { createScene, discOf } from './scene.ts';
import { crossing, laneGap, nearest } from './lanes.ts';
import { pitchOf } from './pitch.ts';
import { ballAfter, canReach, ticksToBall } from './ways.ts';

const CLASSIC = builtInArena('classic')!;
const PITCH = pitchOf(CLASSIC);

test('a team scores in the goal that the other one defends, wherever that stands', () => {
  expect([PITCH.targets[TEAM_SUN].x, PITCH.homes[TEAM_SUN].x]).toEqual([370, -370]);
  const { goals } = BUILT_IN_STADIUMS.get('classic')!;
  const swapped = goals.map((goal) => ({ ...goal, team: goal.team === 1 ? 2 : 1 }) as typeof goal);
  const turned = compileArena({ ...BUILT_IN_STADIUMS.get('classic')!, goals: swapped });
  expect(pitchOf(turned).targets[TEAM_SUN].x).toBe(-370);
  expect(pitchOf(turned).targets[TEAM_WAVE].x).toBe(370);
});

test('a map without goals has a side for each team', () => {
  const bare = pitchOf(compileArena({ ...BUILT_IN_STADIUMS.get('classic')!, goals: [] }));
  expect(bare.homes[TEAM_SUN].x).toBeLessThan(0);
  expect(bare.targets[TEAM_SUN].x).toBe(bare.homes[TEAM_WAVE].x);
});

test('the ball has its walls, players have theirs, and posts are known', () => {
  expect([PITCH.left, PITCH.right, PITCH.top, PITCH.bottom]).toEqual([-360, 360, -160, 160]);
  expect(PITCH.outer.right).toBeGreaterThan(PITCH.right);
  expect([...PITCH.posts].slice(0, 3)).toEqual([-370, -64, 8]);
});

test.each([
  [3, 1],
  [6, 7],
  [-2, -5],
])('a ball of speed (%d, %d) is foreseen as it rolls, off one wall', (vx, vy) => {
  const scripted = new ScriptedMatch(CLASSIC, 0, 1);
  const { discs } = scripted.match;
  discs.set([0, 0, vx, vy], 0);
  const start = discs.slice(0, 4);
  for (let tick = 0; tick < 40; tick += 1) scripted.step();
  const place = ballAfter(PITCH, start, 40, { x: 0, y: 0 });
  expect(Math.abs(place.x - discs[0]!) + Math.abs(place.y - discs[1]!)).toBeLessThan(8);
});

test('who runs straight is there when the table of ways says', () => {
  const scripted = new ScriptedMatch(CLASSIC, 1, 1);
  const { discs } = scripted.match;
  const at = CLASSIC.firstPlayerDisc * 4;
  discs.set([-300, 100, 0, 0], at);
  const start = discs.slice(at, at + 4);
  for (let tick = 0; tick < 50; tick += 1) scripted.stepWith(Uint8Array.of(8));
  const place = { x: discs[at]! + PITCH.playerRadius + PITCH.ballRadius, y: 100 };
  expect(canReach(PITCH, start, 0, place, 52)).toBe(true);
  expect(canReach(PITCH, start, 0, place, 47)).toBe(false);
});

test('the player that is nearer to the way of the ball is there earlier', () => {
  const scene = createScene();
  scene.discs.set([0, 0, 3, 0], 0);
  scene.discs.set([150, 40, 0, 0], discOf(0));
  scene.discs.set([-150, 40, 0, 0], discOf(1));
  const times = [0, 1].map((seat) => ticksToBall(PITCH, scene.discs, discOf(seat)));
  expect(times[0]).toBeLessThan(times[1]! / 2);
});

test('a ray goes in, past the post, or away from a goal', () => {
  const goal = PITCH.targets[TEAM_SUN];
  const from = Float64Array.of(270, 0, 0, 0);
  expect(crossing(goal, from, 1, 0)).toBeCloseTo(0);
  expect(Math.abs(crossing(goal, from, 1, 0.5))).toBeCloseTo(50 / 64);
  expect(Math.abs(crossing(goal, from, 1, 1))).toBeGreaterThan(1);
  expect(crossing(goal, from, -1, 0)).toBe(Infinity);
  expect(crossing(goal, from, 0, 1)).toBe(Infinity);
});

test('an opponent in the lane closes it, one beside or behind it does not', () => {
  const scene = createScene();
  const [from, to] = [
    { x: 0, y: 0 },
    { x: 200, y: 0 },
  ];
  scene.teams[1] = TEAM_WAVE;
  const gaps = [
    [100, 5],
    [100, 90],
    [-50, 0],
  ].map(([x, y]) => {
    scene.discs.set([x!, y!], discOf(1));
    return laneGap(PITCH, scene, from, to, TEAM_WAVE);
  });
  expect(gaps[0]).toBeLessThan(0);
  expect(gaps[1]).toBeGreaterThan(0);
  expect(gaps[2]).toBe(200);
  expect(nearest(scene, from, TEAM_WAVE, -1)).toBe(50);
  expect(nearest(scene, from, TEAM_SUN, -1)).toBe(Infinity);
});

test('every arena has a pitch that is read once', () => {
  for (const id of BUILT_IN_STADIUMS.keys()) {
    const arena = builtInArena(id)!;
    expect(pitchOf(arena)).toBe(pitchOf(arena));
    expect(pitchOf(arena).right).toBeGreaterThan(pitchOf(arena).left);
  }
});
