import { expect, test } from 'vitest';
import { arenaOfText } from '../../tests/determinism/all-arenas.ts';
import type { Arena } from '../sim/arena.ts';

function arenaOf(body: string): Arena {
  return arenaOfText(`{ name: 'X', width: 100, height: 50, ${body} }`);
}

test('[F2] an arena has the ball, the discs of the file and one disc a seat', () => {
  const arena = arenaOf('discs: [{ radius: 3 }]');
  expect([arena.firstPlayerDisc, arena.discCount]).toEqual([2, 10]);
  expect([...arena.discs.radius]).toEqual([10, 3, 15, 15, 15, 15, 15, 15, 15, 15]);
  expect([...arena.kickable, ...arena.scoring]).toEqual([0, 0]);
});

test('[F5] numbers beyond a million are brought back to it, and radii are not negative', () => {
  const arena = arenaOf(
    `discs: [{ pos: [1e300, -1e300], radius: -4, bCoef: 1e200, speed: [9e9, 0] }]`,
  );
  expect(Array.from(arena.startDiscs.subarray(4, 8))).toEqual([1e6, -1e6, 1e4, 0]);
  expect([arena.discs.radius[1], arena.discs.bCoef[1]]).toEqual([0, 1e6]);
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
