import { expect, test } from 'vitest';
import { distanceOf, Lab } from '../../../tests/determinism/lab.ts';
import { isCleanMatch } from '../match/checksum.ts';

function jointLab(joint: Record<string, unknown>, discs: readonly Record<string, unknown>[]): Lab {
  return new Lab({
    discs: discs.map((disc) => ({ radius: 5, damping: 1, cMask: [], ...disc })),
    joints: [{ d0: 1, d1: 2, ...joint }],
  });
}

function distance(lab: Lab, a: number, b: number): number {
  return distanceOf(lab.disc(a), lab.disc(b));
}

test('[S30] a rigid joint keeps the distance that the file gives its discs', () => {
  const lab = jointLab({}, [{ pos: [0, 50] }, { pos: [30, 90], speed: [3, -1] }]);
  lab.step(100);
  expect(distance(lab, 1, 2)).toBeCloseTo(50, 6);
});

test('[S30] the heavier disc moves less, an immovable one not at all', () => {
  const lab = jointLab({ length: 40 }, [{ pos: [0, 0], invMass: 3 }, { pos: [100, 0] }]);
  lab.step();
  expect(lab.disc(1)).toEqual({ x: 45, y: 0, vx: 0, vy: 0 });
  expect(lab.disc(2)).toEqual({ x: 85, y: 0, vx: 0, vy: 0 });
  const fixed = jointLab({ length: 40 }, [{ pos: [0, 0], invMass: 0 }, { pos: [100, 0] }]);
  fixed.step();
  expect(fixed.disc(1).x).toBe(0);
  expect(fixed.disc(2).x).toBe(40);
});

test('[S30] of the speed only what makes the error worse is taken away', () => {
  const lab = jointLab({ length: 40 }, [
    { pos: [0, 0], invMass: 0 },
    { pos: [40, 0], speed: [5, 2] },
  ]);
  lab.step();
  expect(lab.disc(2).vx).toBeLessThan(0.3);
  expect(lab.disc(2).vy).toBeGreaterThan(1.5);
});

test('[S30] a range holds at both ends and leaves the middle alone', () => {
  const lab = jointLab({ length: [20, 60] }, [{ pos: [0, 0] }, { pos: [50, 0] }]);
  lab.step();
  expect(lab.disc(2)).toEqual({ x: 50, y: 0, vx: 0, vy: 0 });
  lab.put(2, 90, 0);
  lab.step();
  expect(distance(lab, 1, 2)).toBeCloseTo(60, 9);
  lab.put(2, lab.disc(1).x + 4, 0);
  lab.step();
  expect(distance(lab, 1, 2)).toBeCloseTo(20, 9);
});

test('[S31] a spring gives speed in proportion to strength, error and inverse mass', () => {
  const lab = jointLab({ strength: 0.1, length: 40 }, [
    { pos: [0, 0], invMass: 2 },
    { pos: [50, 0], invMass: 1 },
  ]);
  lab.step();
  expect(lab.disc(1)).toEqual({ x: 0, y: 0, vx: expect.closeTo(2, 12), vy: 0 });
  expect(lab.disc(2)).toEqual({ x: 50, y: 0, vx: expect.closeTo(-1, 12), vy: 0 });
});

test('[S31] springs anchored a million units away hold a disc in its place', () => {
  const lab = new Lab({
    discs: [
      { pos: [100, 40] },
      { pos: [100, -1_000_000], invMass: 0, radius: 0 },
      { pos: [100, 1_000_000], invMass: 0, radius: 0 },
    ],
    joints: [
      { d0: 1, d1: 2, length: 1_000_040, strength: 0.3 },
      { d0: 1, d1: 3, length: 999_960, strength: 0.3 },
    ],
  });
  lab.step(120);
  expect(lab.disc(1)).toEqual({ x: 100, y: 40, vx: 0, vy: 0 });
  lab.put(1, 100, 45);
  lab.step(600);
  expect(Math.abs(lab.disc(1).y - 40)).toBeLessThan(1);
});

test('[S31] no spring closes more than its error in a tick, however strong', () => {
  const lab = jointLab({ strength: 1e38, length: 40 }, [{ pos: [0, 0] }, { pos: [50, 0] }]);
  lab.step();
  expect(lab.disc(1).vx).toBe(5);
  expect(lab.disc(2).vx).toBe(-5);
  lab.step(500);
  expect(distance(lab, 1, 2)).toBeLessThan(60);
});

test('[S30] two immovable ends, one place for both, and a disc with itself are left alone', () => {
  const lab = new Lab({
    discs: [
      { pos: [0, 0], invMass: 0 },
      { pos: [50, 0], invMass: 0 },
      { pos: [9, 9], cMask: [] },
      { pos: [9, 9], cMask: [] },
    ],
    joints: [
      { d0: 1, d1: 2, length: 10 },
      { d0: 3, d1: 4, length: 10 },
      { d0: 2, d1: 2, length: 10 },
    ],
  });
  lab.step(10);
  expect(lab.disc(2).x).toBe(50);
  expect(lab.disc(4)).toEqual({ x: 9, y: 9, vx: 0, vy: 0 });
  expect(isCleanMatch(lab.match)).toBe(true);
});
