import { expect, test } from 'vitest';
import { TEAM_SUN, TEAM_WAVE } from '../sim/team.ts';
import { builtInArena } from '../stadium/built-in/built-in-stadiums.ts';
import { createScene, discOf } from './sensorium/scene.ts';
import { pitchOf } from './sensorium/pitch.ts';
import { steer } from './steering.ts';
import { createTeamPlan, planTeam, ROLE } from './team-plan.ts';

const PITCH = pitchOf(builtInArena('classic')!);

function sceneOf(places: readonly (readonly [number, number])[]) {
  const scene = createScene();
  for (const [seat, [x, y]] of places.entries()) {
    scene.teams[seat] = TEAM_SUN;
    scene.discs.set([x, y, 0, 0], discOf(seat));
  }
  scene.tick = 0;
  return scene;
}

test('the nearest goes to the ball, the last one covers, the others are free', () => {
  const scene = sceneOf([
    [-300, 0],
    [-60, 0],
    [-150, 90],
    [-150, -90],
  ]);
  scene.teams[7] = TEAM_WAVE;
  const plan = createTeamPlan();
  planTeam(plan, PITCH, scene, TEAM_SUN);
  expect(Array.from(plan.roles.slice(0, 4))).toEqual([
    ROLE.cover,
    ROLE.chaser,
    ROLE.support,
    ROLE.wing,
  ]);
  expect(plan.roles[7]).toBe(ROLE.none);
});

test('one who is on the way to the ball goes on while another one is only a little nearer', () => {
  const scene = sceneOf([
    [-140, 10],
    [-125, -10],
  ]);
  scene.discs.set([-140, 10, 1.2, 0], discOf(0));
  const plan = createTeamPlan();
  planTeam(plan, PITCH, scene, TEAM_SUN);
  expect(plan.roles[0]).toBe(ROLE.chaser);
  scene.discs.set([-30, -10], discOf(1));
  scene.tick = 12;
  planTeam(plan, PITCH, scene, TEAM_SUN);
  expect(plan.roles[1]).toBe(ROLE.chaser);
});

test('two who planned differently before agree on who goes', () => {
  const scene = sceneOf([
    [200, 10],
    [220, -10],
  ]);
  const plans = [createTeamPlan(), createTeamPlan()];
  plans[0]!.roles.set([ROLE.cover, ROLE.chaser]);
  plans[1]!.roles.set([ROLE.chaser, ROLE.cover]);
  for (const plan of plans) planTeam(plan, PITCH, scene, TEAM_SUN);
  expect(plans[0]!.roles).toEqual(plans[1]!.roles);
});

test('one that comes or goes changes the plan at once', () => {
  const scene = sceneOf([[-100, 0]]);
  const plan = createTeamPlan();
  planTeam(plan, PITCH, scene, TEAM_SUN);
  scene.teams[3] = TEAM_SUN;
  scene.discs.set([-300, 0, 0, 0], discOf(3));
  planTeam(plan, PITCH, scene, TEAM_SUN);
  expect([plan.roles[0], plan.roles[3]]).toEqual([ROLE.chaser, ROLE.cover]);
});

test.each([
  [100, 0, 8],
  [100, 100, 10],
  [-100, -5, 4],
  [0, -100, 1],
  [1, 1, 0],
])('a place at (%d, %d) is reached with the keys %i', (x, y, keys) => {
  expect(steer(Float64Array.of(0, 0, 0, 0), 0, { x, y }, 10, 0)).toBe(keys);
});

test('between two directions the keys that are held are kept', () => {
  const rest = Float64Array.of(0, 0, 0, 0);
  expect(steer(rest, 0, { x: 100, y: 42 }, 0, 8)).toBe(8);
  expect(steer(rest, 0, { x: 100, y: 42 }, 0, 10)).toBe(10);
});
