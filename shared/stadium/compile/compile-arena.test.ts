import { expect, test } from 'vitest';
import { arenaOfText } from '../../../tests/determinism/all-arenas.ts';
import type { Arena } from '../../sim/physics/arena.ts';
import { compileArena } from './compile-arena.ts';
import type { LimitChange } from '../format/limit-change.ts';
import { parseStadium } from '../format/parse-stadium.ts';

function arenaOf(body: string): Arena {
  return arenaOfText(`{ name: 'X', width: 100, height: 50, ${body} }`);
}

test('[F2] an arena has the ball, the discs of the file and one disc a seat', () => {
  const arena = arenaOf('discs: [{ radius: 3 }]');
  expect([arena.firstPlayerDisc, arena.discCount]).toEqual([2, 10]);
  expect([...arena.discs.radius]).toEqual([10, 3, 15, 15, 15, 15, 15, 15, 15, 15]);
  expect([...arena.kickable, ...arena.scoring]).toEqual([0, 0]);
});

/** Every number that a tick uses, by table and key; what a limit made of the file's on the way. */
function compiled(body: string): { readonly arena: Arena; readonly changes: LimitChange[] } {
  const changes: LimitChange[] = [];
  const text = `{ name: 'X', width: 100, height: 50, ${body} }`;
  const parsed = parseStadium(text, changes);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return { arena: compileArena(parsed.value, changes), changes };
}

test('[F5] huge numbers, and negative ones, are what a file says they are', () => {
  const { arena, changes } = compiled(`
    discs: [{ pos: [1e8, -3e9], radius: 1e7, bCoef: -99999999, speed: [2e6, 0], damping: 1e6,
      gravity: [0, 1e300], invMass: 1e300 }, { radius: -4, invMass: -1e-300 }],
    vertexes: [{ x: -2e11, y: 7e10, bCoef: 1e200 }, { x: 0, y: 0 }],
    segments: [{ v0: 0, v1: 1, bias: 2e7, bCoef: 1e200, curveF: -8e6 }],
    planes: [{ normal: [0, 1], dist: -2e9, bCoef: 1e200 }],
    goals: [{ p0: [5e8, 0], p1: [5e8, 9e8], team: 'red' }],
    joints: [{ d0: 0, d1: 1, length: [1000040, 2e7], strength: 1e38 }],
    playerPhysics: { radius: 5e6, invMass: 1e307, acceleration: 1e7, kickback: 1e-300 },
    redSpawnPoints: [[-4e9, 0]], spawnDistance: 3e7`);
  expect(changes).toEqual([]);
  const { discs, planes, segments, vertexes, joints, goals } = arena;
  expect(Array.from(arena.startDiscs.subarray(4, 8))).toEqual([1e8, -3e9, 2e6, 0]);
  expect([discs.radius[1], discs.radius[2], discs.radius[3]]).toEqual([1e7, -4, 5e6]);
  expect([discs.invMass[1], discs.invMass[2], discs.invMass[3]]).toEqual([1e300, -1e-300, 1e307]);
  expect([discs.bCoef[1], discs.damping[1], discs.gravityY[1]]).toEqual([-99999999, 1e6, 1e300]);
  expect([vertexes.x[0], vertexes.y[0], vertexes.bCoef[0]]).toEqual([-2e11, 7e10, 1e200]);
  expect([segments.bias[0], segments.bCoef[0]]).toEqual([2e7, 1e200]);
  expect([planes.dist[0], planes.bCoef[0]]).toEqual([-2e9, 1e200]);
  expect([goals.x0[0], goals.y1[0]]).toEqual([5e8, 9e8]);
  expect([joints.minLength[0], joints.maxLength[0], joints.strength[0]]).toEqual([
    1000040, 2e7, 1e38,
  ]);
  expect([...arena.spawn.sun, arena.spawn.distance]).toEqual([-4e9, 0, 3e7]);
  expect([arena.player.acceleration, arena.player.recoil[7]]).toEqual([1e7, 1e-300 * 1e307]);
});

test('[F5] factors are multiplied before a limit asks for their product', () => {
  const kick = { kickStrength: 2.25e301, invMass: 1e300, kickback: 3e-300 };
  const { arena, changes } = compiled(`ballPhysics: { invMass: 1e-300 },
    playerPhysics: ${JSON.stringify(kick)}, discs: [{ invMass: 1e9 }]`);
  expect(arena.discs.kickSpeed[0]).toBeCloseTo(22.5, 9);
  expect(arena.player.recoil[0]).toBeCloseTo(3, 9);
  // Neither the disc nor a player can be kicked: what a kick would give them is of no use to a tick.
  expect([arena.discs.kickSpeed[1], arena.discs.kickSpeed[2]]).toEqual([0, 0]);
  expect(changes).toEqual([]);
});

test.each([
  ['width: 1e300', 'width', 1e300, 1e12],
  ['spawnDistance: -1e13', 'spawnDistance', -1e13, -1e12],
  ['blueSpawnPoints: [[0, 0], [0, 2e12]]', 'blueSpawnPoints[1][1]', 2e12, 1e12],
  ['vertexes: [{ x: -3e12, y: 0 }]', 'vertexes[0].x', -3e12, -1e12],
  [
    'vertexes: [{ x: 1, y: 0 }], segments: [{ v0: 0, v1: 0, bias: 1e13 }]',
    'segments[0].bias',
    1e13,
    1e12,
  ],
  [
    'vertexes: [{ x: 1, y: 0 }], segments: [{ v0: 0, v1: 0, curveF: -1e300 }]',
    'segments[0].curveF',
    -1e300,
    -1e12,
  ],
  ['planes: [{ normal: [1, 0], dist: 1e99 }]', 'planes[0].dist', 1e99, 1e12],
  ["goals: [{ p0: [0, 0], p1: [0, -1e13], team: 'red' }]", 'goals[0].p1[1]', -1e13, -1e12],
  ['discs: [{ pos: [1e13, 0] }]', 'discs[0].pos[0]', 1e13, 1e12],
  ['discs: [{ speed: [0, 1e13] }]', 'discs[0].speed[1]', 1e13, 1e12],
  ['ballPhysics: { radius: 1e13 }', 'ballPhysics.radius', 1e13, 1e12],
  ['playerPhysics: { invMass: 1.7e308 }', 'playerPhysics.invMass', 1.7e308, 8.988465674311579e307],
  ['joints: [{ d0: 0, d1: 0, length: -1e99 }]', 'joints[0].length', -1e99, -1e12],
  ['joints: [{ d0: 0, d1: 0, length: [0, 1e13] }]', 'joints[0].length[1]', 1e13, 1e12],
  [
    'playerPhysics: { kickStrength: 1e308 }, ballPhysics: { invMass: 1e9 }',
    'playerPhysics.kickStrength × invMass of disc 0',
    Infinity,
    1e12,
  ],
  [
    "playerPhysics: { kickStrength: -1e13, cGroup: ['kick'] }, ballPhysics: { invMass: 0.1 }",
    'playerPhysics.kickStrength × invMass of players',
    -5e12,
    -1e12,
  ],
  [
    'playerPhysics: { kickback: 1e13 }',
    'playerPhysics.kickback × playerPhysics.invMass',
    5e12,
    1e12,
  ],
])('[F5] what a limit changes is told: %s', (body, path, from, to) => {
  expect(compiled(body).changes).toEqual([{ path, from, to }]);
});

test('[F5] no −0 gets into the start of a match', () => {
  const arena = arenaOf(
    'discs: [{ pos: [-0, -0.0], speed: ["-0", 0] }], redSpawnPoints: [[-0, -0]]',
  );
  expect([...arena.startDiscs].some((value) => Object.is(value, -0))).toBe(false);
  expect([...arena.spawn.sun].some((value) => Object.is(value, -0))).toBe(false);
});

test('[F32] the normal of a segment points to the side that its bias pushes to', () => {
  const { segments } = arenaOf(`
    vertexes: [{ x: 0, y: -5 }, { x: 0, y: 5 }],
    segments: [{ v0: 0, v1: 1 }, { v0: 0, v1: 1, bias: 3 }, { v0: 0, v1: 1, bias: -3 }, { v0: 0, v1: 0 }]`);
  expect([...segments.normalX]).toEqual([1, 1, -1, 0]);
  expect([...segments.bias]).toEqual([0, 3, 3, 0]);
  expect(segments.cMask[3]).toBe(0);
});

test('[F41] pairs that masks or masses rule out are left out when compiled', () => {
  const arena = arenaOf(`ballPhysics: { cMask: ['red', 'wall'] }, discs: [
    { cGroup: ['wall'], invMass: 0 }, { cGroup: ['wall'], invMass: 0 }, { cGroup: ['c0'] }]`);
  expect([...arena.partnerStarts]).toEqual([0, 2, 2, 2, 2]);
  expect([...arena.partners]).toEqual([1, 2]);
  expect(arena.meetsPlayers[0]).toBe(0b010101);
});

test('[F50] a joint without a length keeps the distance at load; of no strength it is left out', () => {
  const { joints } = arenaOf(`discs: [{ pos: [30, 40] }, { pos: [0, 3] }], joints: [
    { d0: 0, d1: 1 }, { d0: 0, d1: 2, length: 7 }, { d0: 1, d1: 2, length: [4, 9], strength: 0.2 },
    { d0: 0, d1: 1, strength: 0 }, { d0: 1, d1: 1 }]`);
  expect([...joints.minLength]).toEqual([50, 7, 4]);
  expect([...joints.maxLength]).toEqual([50, 7, 9]);
  expect([...joints.strength]).toEqual([0, 0, 0.2]);
});
