import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Lab } from '../../../tests/determinism/lab.ts';
import { FLAG } from './arena.ts';

const names = Object.keys(FLAG) as (keyof typeof FLAG)[];
const flags = fc.subarray(names);

function bits(of: readonly (keyof typeof FLAG)[]): number {
  return of.reduce((sum, name) => sum | FLAG[name], 0);
}

test('[S25] masks decide exactly who touches: discs', () => {
  fc.assert(
    fc.property(flags, flags, flags, flags, (maskA, groupA, maskB, groupB) => {
      const lab = new Lab({
        ballPhysics: 'disc0',
        discs: [
          { pos: [0, 0], cMask: maskA, cGroup: groupA },
          { pos: [15, 0], cMask: maskB, cGroup: groupB },
        ],
      });
      lab.step();
      const meets = (bits(maskA) & bits(groupB)) !== 0 && (bits(groupA) & bits(maskB)) !== 0;
      expect(lab.disc(0).x !== 0).toBe(meets);
    }),
    { seed: 5, numRuns: 300 },
  );
});

test('[S25] masks decide exactly who touches: walls', () => {
  fc.assert(
    fc.property(flags, flags, flags, flags, (maskA, groupA, maskB, groupB) => {
      const wall = { cMask: maskB, cGroup: groupB };
      const lab = new Lab({
        ballPhysics: 'disc0',
        discs: [
          { pos: [0, 0], cMask: maskA, cGroup: groupA },
          { pos: [100, 0], cMask: maskA, cGroup: groupA },
          { pos: [200, 0], cMask: maskA, cGroup: groupA },
        ],
        vertexes: [
          { x: 0, y: 5, ...wall },
          { x: 80, y: 5, cMask: [] },
          { x: 120, y: 5, cMask: [] },
        ],
        segments: [{ v0: 1, v1: 2, ...wall }],
        planes: [{ normal: [-1, 0], dist: -205, ...wall }],
      });
      lab.step();
      const meets = (bits(maskA) & bits(groupB)) !== 0 && (bits(groupA) & bits(maskB)) !== 0;
      expect([lab.disc(0).y, lab.disc(1).y, lab.disc(2).x]).toEqual(
        meets ? [-5, -5, 195] : [0, 0, 200],
      );
    }),
    { seed: 6, numRuns: 300 },
  );
});

test.each([
  ['red', [true, false]],
  ['blue', [false, true]],
  ['wall', [false, false]],
  ['c1', [false, false]],
])('[S25] a disc for %s alone meets exactly that team', (name, expected) => {
  const lab = new Lab({
    discs: [1, 2].map((team) => ({ pos: [team * 100, 0], invMass: 0, cMask: [name] })),
  });
  lab.place(0, 1);
  lab.place(1, 2);
  lab.putPlayer(0, 110, 0);
  lab.putPlayer(1, 210, 0);
  lab.step();
  expect([lab.player(0).x !== 110, lab.player(1).x !== 210]).toEqual(expected);
});

test('[S20] two immovable discs never touch', () => {
  const lab = new Lab({ discs: [1, 2].map(() => ({ pos: [50, 50], invMass: 0, speed: [1, 0] })) });
  lab.put(2, 55, 50, -1, 0);
  lab.step();
  expect([lab.disc(1).vx, lab.disc(2).vx]).toEqual([0.99, -0.99]);
});

test('[S20] an immovable disc goes through walls', () => {
  const lab = new Lab({
    discs: [{ pos: [0, 50], invMass: 0, speed: [0, 5], damping: 1 }],
    planes: [{ normal: [0, -1], dist: -55 }],
  });
  lab.step(3);
  expect(lab.disc(1).y).toBe(65);
});

test('contacts are told: ball and player, ball and post, two players, ball and wall', () => {
  const lab = new Lab({
    discs: [{ pos: [0, -30], invMass: 0 }],
    planes: [{ normal: [0, -1], dist: -100 }],
  });
  lab.place(0, 1);
  lab.place(1, 2);
  lab.putPlayer(0, 24, 0);
  lab.putPlayer(1, 150, 100);
  lab.put(0, 0, 0, 1, 0);
  lab.step();
  expect(lab.happened()).toEqual(['ballTouch']);
  lab.put(0, 0, -15, 0, -3);
  lab.step();
  expect(lab.happened()).toEqual(['postHit']);
  lab.put(0, 0, 89, 0, 3);
  lab.step();
  expect(lab.happened()).toEqual(['wallHit']);
  lab.putPlayer(0, 120, 60, 5, 0);
  lab.putPlayer(1, 152, 60);
  lab.step();
  expect(lab.happened()).toEqual(['playerHit']);
  expect([lab.events.subject[0], lab.events.object[0]]).toEqual([0, 1]);
});
