import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { DISC_STRIDE } from '../../shared/sim/match-state.ts';
import { distanceOf, Lab } from './lab.ts';

/** Tenths: plain doubles are mostly next to nothing, and next to nothing happens. */
function tenths(min: number, max: number): fc.Arbitrary<number> {
  return fc.integer({ min: min * 10, max: max * 10 }).map((value) => value / 10);
}

const share = fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000);
const BOX = [
  { normal: [1, 0], dist: -200 },
  { normal: [-1, 0], dist: -200 },
  { normal: [0, 1], dist: -150 },
  { normal: [0, -1], dist: -150 },
];

const body = fc.record({
  pos: fc.tuple(tenths(-180, 180), tenths(-130, 130)),
  speed: fc.tuple(tenths(-12, 12), tenths(-12, 12)),
  radius: tenths(2, 25),
  invMass: fc.oneof(fc.constant(0), tenths(0.1, 3)),
  bCoef: share,
  damping: share.map((value) => 1 - value / 10),
});

/** Twice the kinetic energy of what can move; speeds of the immovable are their own affair. */
function energyOf(lab: Lab): number {
  let energy = 0;
  for (let disc = 0; disc < lab.arena.firstPlayerDisc; disc += 1) {
    const inverse = lab.arena.discs.invMass[disc]!;
    const { vx, vy } = lab.disc(disc);
    if (inverse > 0) energy += (vx * vx + vy * vy) / inverse;
  }
  return energy;
}

test('[S10] [S20] [S30] with coefficients up to 1 the energy of a world never rises', () => {
  const joint = fc.record({ d0: fc.nat(4), d1: fc.nat(4), length: tenths(10, 90) });
  const wall = fc.record({ bCoef: share, curve: fc.constantFrom(0, 60, -150, 200) });
  fc.assert(
    fc.property(
      fc.array(body, { minLength: 5, maxLength: 5 }),
      fc.array(joint, { maxLength: 3 }),
      fc.array(wall, { minLength: 2, maxLength: 2 }),
      (discs, joints, walls) => {
        const lab = new Lab({
          ballPhysics: 'disc0',
          // What does not move by itself but is shoved about would bring energy in from outside.
          discs: discs.map((disc) => (disc.invMass === 0 ? { ...disc, speed: [0, 0] } : disc)),
          joints,
          planes: BOX,
          vertexes: [
            { x: -90, y: -80 },
            { x: -60, y: 70 },
            { x: 60, y: 80 },
            { x: 90, y: -70 },
          ],
          segments: walls.map((one, at) => ({ v0: at * 2, v1: at * 2 + 1, ...one })),
        });
        let before = energyOf(lab);
        for (let tick = 0; tick < 200; tick += 1) {
          lab.step();
          const after = energyOf(lab);
          expect(after).toBeLessThanOrEqual(before * (1 + 1e-12) + 1e-12);
          before = after;
        }
      },
    ),
    { seed: 21, numRuns: 60 },
  );
});

test('[S10] [S22] a disc at rest that touches walls and discs stays at rest, to the bit', () => {
  const lab = new Lab({
    planes: BOX,
    vertexes: [
      { x: -50, y: 0 },
      { x: 50, y: 0 },
    ],
    segments: [{ v0: 0, v1: 1 }],
    discs: [
      { pos: [190, 140] },
      { pos: [170, 140] },
      { pos: [0, 10] },
      { pos: [0, 30], invMass: 0 },
      { pos: [-60, 0] },
    ],
    ballPhysics: { cMask: [] },
  });
  const before = [...lab.match.discs];
  lab.step(1000);
  expect([...lab.match.discs]).toEqual(before);
});

test('[S10] [S22] a disc that gravity pulls onto a floor comes to rest on it', () => {
  const lab = new Lab({
    planes: BOX,
    discs: [{ pos: [30, 0], speed: [2, 0], gravity: [0, 0.2], bCoef: 0 }],
    ballPhysics: { cMask: [] },
  });
  lab.step(3000);
  const resting = lab.disc(1);
  expect(resting.y).toBeCloseTo(140, 9);
  lab.step(600);
  expect(distanceOf(lab.disc(1), resting)).toBeLessThan(1e-9);
});

test('[S20] the order in a file makes no difference to what never touches two things at once', () => {
  const place = fc.record({ dx: tenths(-3, 3), dy: tenths(-3, 3), vx: tenths(-3, 3) });
  const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
  fc.assert(
    fc.property(
      fc.array(place, { minLength: 6, maxLength: 6 }),
      order,
      order,
      (all, disc, wall) => {
        // Six lanes, each with one disc that runs against its own wall.
        const lanes = all.map(({ dx, dy, vx }, lane) => ({
          pos: [dx, lane * 60 - 150 + dy],
          speed: [vx, 2],
          damping: 0.999,
        }));
        const lab = laneLab(lanes, [0, 1, 2, 3, 4, 5]);
        const shuffled = laneLab(
          disc.map((lane) => lanes[lane]!),
          wall,
        );
        for (let tick = 0; tick < 200; tick += 1) {
          lab.step();
          shuffled.step();
          for (const [at, lane] of disc.entries()) {
            expect(shuffled.disc(at + 1)).toEqual(lab.disc(lane + 1));
          }
        }
      },
    ),
    { seed: 22, numRuns: 40 },
  );
});

/** Lanes between slanted floors 60 apart, listed in the order of `walls`. */
function laneLab(discs: readonly Record<string, unknown>[], walls: readonly number[]): Lab {
  return new Lab({
    ballPhysics: { cMask: [] },
    discs,
    vertexes: walls.flatMap((lane) => [
      { x: -300, y: lane * 60 - 118, cMask: [] },
      { x: 300, y: lane * 60 - 122, cMask: [] },
    ]),
    segments: walls.map((_, at) => ({ v0: at * 2, v1: at * 2 + 1 })),
  });
}

test('[S20] moving a world by a whole number of units moves what happens in it', () => {
  fc.assert(
    fc.property(fc.array(body, { minLength: 4, maxLength: 4 }), (discs) => {
      const here = new Lab({ ballPhysics: 'disc0', discs, planes: BOX });
      const there = new Lab({
        ballPhysics: 'disc0',
        discs: discs.map((disc) => ({ ...disc, pos: [disc.pos[0] + 4096, disc.pos[1]] })),
        planes: BOX.map(({ normal, dist }) => ({ normal, dist: dist + normal[0]! * 4096 })),
      });
      here.step(10);
      there.step(10);
      for (let disc = 0; disc < here.match.discs.length / DISC_STRIDE - 8; disc += 1) {
        const moved = there.disc(disc);
        expect(distanceOf({ x: moved.x - 4096, y: moved.y }, here.disc(disc))).toBeLessThan(1e-6);
      }
    }),
    { seed: 23, numRuns: 60 },
  );
});
