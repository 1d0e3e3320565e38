import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceOf, Lab } from '../../../tests/determinism/lab.ts';
import { isCleanMatch } from '../match/checksum.ts';
import { meetDiscs } from './meet-discs.ts';

/** Thousandths: plain doubles are mostly next to nothing, and next to nothing happens. */
const coordinate = fc.integer({ min: -20_000, max: 20_000 }).map((value) => value / 1000);
const body = fc.record({ x: coordinate, y: coordinate, vx: coordinate, vy: coordinate });
const mass = fc.integer({ min: 1, max: 4000 }).map((value) => value / 1000);
const bounce = fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000);

function pairOf(invMass: readonly number[], bCoef: readonly number[]): Lab {
  const discs = invMass.map((inverse, index) => ({
    pos: [0, 0],
    invMass: inverse,
    bCoef: bCoef[index],
    radius: 12,
  }));
  return new Lab({ ballPhysics: 'disc0', discs });
}

test('[S21] a collision with coefficients up to 1 never adds energy', () => {
  fc.assert(
    fc.property(body, body, fc.tuple(mass, mass), fc.tuple(bounce, bounce), (a, b, m, e) => {
      const lab = pairOf(m, e);
      lab.put(0, a.x, a.y, a.vx, a.vy);
      lab.put(1, b.x, b.y, b.vx, b.vy);
      const before = energy(lab, m);
      meetDiscs(lab.arena, lab.match.discs, 0, 1);
      expect(energy(lab, m)).toBeLessThanOrEqual(before * (1 + 1e-12) + 1e-12);
    }),
    { seed: 1, numRuns: 1000 },
  );
});

test('[S21] momentum is kept and the discs part', () => {
  fc.assert(
    fc.property(body, body, fc.tuple(bounce, bounce), (a, b, e) => {
      const lab = pairOf([1, 0.5], e);
      lab.put(0, a.x, a.y, a.vx, a.vy);
      lab.put(1, b.x, b.y, b.vx, b.vy);
      const distance = distanceOf(a, b);
      // Centres closer than this keep no direction to speak of.
      fc.pre(distance > 1e-6);
      const touched = meetDiscs(lab.arena, lab.match.discs, 0, 1);
      expect(touched).toBe(distance <= 24);
      const [after, other] = [lab.disc(0), lab.disc(1)];
      expect(after.vx + other.vx * 2).toBeCloseTo(a.vx + b.vx * 2, 9);
      expect(after.vy + other.vy * 2).toBeCloseTo(a.vy + b.vy * 2, 9);
      if (touched) expect(distanceOf(after, other)).toBeCloseTo(24, 6);
    }),
    { seed: 2, numRuns: 1000 },
  );
});

test('[S21] the speed of approach is reflected with 1 + the product of both coefficients', () => {
  const lab = pairOf([1, 0], [0.5, 0.8]);
  lab.put(0, 0, 0, 5, 3);
  lab.put(1, 20, 0);
  expect(meetDiscs(lab.arena, lab.match.discs, 0, 1)).toBe(true);
  expect(lab.disc(0)).toEqual({ x: -4, y: 0, vx: -2, vy: 3 });
  expect(lab.disc(1)).toEqual({ x: 20, y: 0, vx: 0, vy: 0 });
});

test('[S21] a disc of ten million units is a floor', () => {
  const lab = new Lab({
    ballPhysics: { gravity: [0, 0.175] },
    discs: [{ radius: 1e7, invMass: 0, pos: [0, 10_000_150], bCoef: 0 }],
  });
  lab.step(600);
  expect(lab.disc(0).y).toBeCloseTo(140, 6);
  expect(lab.disc(0).vy).toBeLessThan(0.2);
});

test('[S21] discs whose gap is exactly nothing touch', () => {
  const lab = new Lab({
    ballPhysics: { damping: 1, bCoef: 1 },
    discs: [{ pos: [30, 0], invMass: 0, bCoef: 1 }],
  });
  lab.put(0, 5, 0, 5, 0);
  lab.step();
  expect(lab.disc(0)).toEqual({ x: 10, y: 0, vx: -5, vy: 0 });
});

test('[S21] a negative radius is part of the sum', () => {
  const near = (radius: number, distance: number): number => {
    const lab = new Lab({
      ballPhysics: { damping: 1 },
      discs: [{ pos: [distance, 0], radius, invMass: 0 }],
    });
    lab.step();
    return lab.disc(0).x;
  };
  expect([near(-4, 5), near(-4, 6), near(-4, 7)]).toEqual([-1, 0, 0]);
  // The ball has 10: here the sum is −2, and there is no distance below nothing.
  expect([near(-12, 1), near(-12, 2)]).toEqual([0, 0]);
});

test('[S21] discs that part already are pushed apart and keep their speed', () => {
  const lab = pairOf([1, 1], [1, 1]);
  lab.put(0, 0, 0, -5, 0);
  lab.put(1, 20, 0, 1, 0);
  meetDiscs(lab.arena, lab.match.discs, 0, 1);
  expect(lab.disc(0)).toEqual({ x: -2, y: 0, vx: -5, vy: 0 });
  expect(lab.disc(1)).toEqual({ x: 22, y: 0, vx: 1, vy: 0 });
});

test('[S21] centres in one place and masses that cancel out do nothing', () => {
  const same = pairOf([1, 1], [1, 1]);
  same.put(0, 3, 4, 1, 0);
  same.put(1, 3, 4, -1, 0);
  expect(meetDiscs(same.arena, same.match.discs, 0, 1)).toBe(false);
  const cancelled = pairOf([1, -1], [1, 1]);
  cancelled.put(1, 5, 0);
  expect(meetDiscs(cancelled.arena, cancelled.match.discs, 0, 1)).toBe(false);
});

test('[S21] of two discs without any weight to speak of each moves half', () => {
  const lab = pairOf([1.7e308, 1.7e308], [1, 1]);
  lab.put(0, 0, 0, 5, 0);
  lab.put(1, 20, 0);
  meetDiscs(lab.arena, lab.match.discs, 0, 1);
  expect([lab.disc(0), lab.disc(1)]).toEqual([
    { x: -2, y: 0, vx: 0, vy: 0 },
    { x: 22, y: 0, vx: 5, vy: 0 },
  ]);
});

test('[S16] wild coefficients and masses never leave the finite numbers', () => {
  const wild = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(body, body, fc.tuple(wild, wild), fc.tuple(wild, wild), (a, b, m, e) => {
      const lab = pairOf(m, e);
      lab.put(0, a.x, a.y, a.vx, a.vy);
      lab.put(1, b.x, b.y, b.vx, b.vy);
      lab.step(20);
      expect(isCleanMatch(lab.match)).toBe(true);
    }),
    { seed: 3, numRuns: 300 },
  );
});

function energy(lab: Lab, invMass: readonly number[]): number {
  return [lab.disc(0), lab.disc(1)].reduce(
    (sum, { vx, vy }, index) => sum + (vx * vx + vy * vy) / invMass[index]!,
    0,
  );
}
