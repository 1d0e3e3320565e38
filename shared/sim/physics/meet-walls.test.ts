import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Lab } from '../../../tests/determinism/lab.ts';
import { meetWalls } from './meet-walls.ts';

/** A ball of radius 10 that nothing damps, beside a wall from (0, −50) to (0, 50). */
function wallLab(segment: Record<string, unknown>, rest: Record<string, unknown> = {}): Lab {
  return new Lab({
    ballPhysics: { damping: 1, bCoef: 1 },
    vertexes: [
      { x: 0, y: -50, cMask: [] },
      { x: 0, y: 50, cMask: [] },
    ],
    segments: [{ v0: 0, v1: 1, ...segment }],
    ...rest,
  });
}

test('[S22] a straight segment pushes out and reflects', () => {
  const lab = wallLab({ bCoef: 0.5 });
  lab.put(0, -8, 10, 4, 3);
  lab.step();
  expect(lab.disc(0)).toEqual({ x: -10, y: 13, vx: -2, vy: 3 });
  expect(lab.happened()).toEqual(['wallHit']);
});

test('[S22] beside its ends a segment touches nothing, its vertexes do', () => {
  const lab = wallLab({});
  lab.put(0, -4, 55, 0, 0);
  lab.step();
  expect(lab.disc(0).x).toBe(-4);
  const round = wallLab(
    {},
    {
      vertexes: [
        { x: 0, y: -50 },
        { x: 0, y: 50 },
      ],
    },
  );
  round.put(0, 0, 55, 0, -1);
  round.step();
  expect(round.disc(0)).toEqual({ x: 0, y: 60, vx: 0, vy: 1 });
});

test('[S22] a vertex at exactly the radius is touched', () => {
  const lab = new Lab({
    ballPhysics: { damping: 1, bCoef: 1 },
    vertexes: [{ x: 15, y: 0 }],
  });
  lab.put(0, 0, 0, 5, 0);
  lab.step();
  expect(lab.disc(0)).toEqual({ x: 5, y: 0, vx: -5, vy: 0 });
});

test('[S22] a disc of negative radius meets a plane that much later, and no vertex', () => {
  const lab = new Lab({
    ballPhysics: { radius: -4, damping: 1 },
    planes: [{ normal: [-1, 0], dist: -10 }],
    vertexes: [{ x: 11, y: 1 }],
  });
  lab.put(0, 11, 0, 2, 0);
  lab.step();
  expect(lab.disc(0)).toEqual({ x: 13, y: 0, vx: 2, vy: 0 });
  lab.step();
  expect(lab.disc(0).x).toBe(14);
});

test('[S22] a plane without direction meets nothing', () => {
  const lab = new Lab({ planes: [{ normal: [0, 0], dist: 705 }], ballPhysics: { damping: 1 } });
  lab.place(0, 1);
  lab.put(0, 0, 0, 3, 1);
  lab.putPlayer(0, -100, 0);
  lab.step();
  expect(lab.disc(0)).toEqual({ x: 3, y: 1, vx: 3, vy: 1 });
  expect(lab.player(0)).toEqual({ x: -100, y: 0, vx: 0, vy: 0 });
});

test('[S23] positive bias pushes to the left hand of someone walking from v0 to v1', () => {
  const lab = wallLab({ bias: 15 });
  lab.put(0, -12, 0, 1, 0);
  lab.step();
  expect(lab.disc(0).x).toBe(10);
  const other = wallLab({ bias: -15 });
  other.put(0, 12, 0, -1, 0);
  other.step();
  expect(other.disc(0).x).toBe(-10);
});

test('[S23] deeper behind than the bias, a disc is let through', () => {
  const lab = wallLab({ bias: 15 });
  lab.put(0, -17, 0, 1, 0);
  lab.step();
  expect(lab.disc(0)).toEqual({ x: -16, y: 0, vx: 1, vy: 0 });
});

test('[S23] a half circle bulges to the left hand, and holds from both sides', () => {
  const lab = wallLab({ curve: 180 });
  lab.put(0, 37, 0, 5, 0);
  lab.step();
  expect(lab.disc(0)).toEqual({ x: 40, y: 0, vx: -5, vy: 0 });
  lab.put(0, 63, 0, -5, 0);
  lab.step();
  expect(lab.disc(0)).toEqual({ x: 60, y: 0, vx: 5, vy: 0 });
  lab.put(0, -52, 0, 0, 0);
  lab.step();
  expect(lab.disc(0).x).toBe(-52);
});

test('[S23] a negative curve bulges to the right hand, and its bias pushes to the same side', () => {
  const lab = wallLab({ curve: -180, bias: 20 });
  // The left hand of the walker is now the inside of the bulge.
  lab.put(0, -55, 0, 0, 0);
  lab.step();
  expect(lab.disc(0).x).toBe(-40);
});

test('[S23] an arc of more than half a turn goes round the far side', () => {
  const lab = wallLab({ curve: 270 });
  const { centreX, arcRadius } = lab.arena.segments;
  const far = centreX[0]! + arcRadius[0]!;
  expect(far).toBeGreaterThan(100);
  lab.put(0, far - 5, 0, 0, 0);
  lab.step();
  expect(lab.disc(0).x).toBeCloseTo(far - 10, 9);
  lab.put(0, centreX[0]!, -arcRadius[0]! + 3, 0, 0);
  lab.step();
  expect(lab.disc(0).y).toBeCloseTo(-arcRadius[0]! + 10, 9);
});

test('[S22] planes hold what is behind them, whatever their distance', () => {
  const lab = new Lab({
    ballPhysics: { damping: 1, bCoef: 1 },
    planes: [{ normal: [0, 2], dist: -100, bCoef: 0 }],
  });
  lab.put(0, 7, -250, 3, -40);
  lab.step();
  expect(lab.disc(0)).toEqual({ x: 10, y: -90, vx: 3, vy: 0 });
});

test('[S22] a push by one wall is felt by the next in the same tick', () => {
  const lab = new Lab({
    ballPhysics: { damping: 1 },
    vertexes: [
      { x: 0, y: -50 },
      { x: 0, y: 50 },
      { x: -12, y: -50 },
      { x: -12, y: 50 },
    ],
    segments: [
      { v0: 0, v1: 1, bias: -30 },
      { v0: 2, v1: 3, bias: -30 },
    ],
  });
  lab.put(0, 5, 0, 0, 0);
  lab.step();
  expect(lab.disc(0).x).toBe(-22);
});

test('[F40] the grid never loses a contact that the whole list of walls would give', () => {
  const place = fc.integer({ min: -2000, max: 2000 }).map((value) => value / 10);
  const segment = fc.record({
    x0: place,
    y0: place,
    x1: place,
    y1: place,
    curve: fc.constantFrom(0, 0, 45, -90, 180, 300, -330),
    bias: fc.constantFrom(0, 0, 20, -90),
  });
  const shot = fc.record({ x: place, y: place, radius: fc.constantFrom(-3, 0.5, 10, 60) });
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1, maxLength: 12 }), shot, (walls, ball) => {
      const lab = new Lab({
        ballPhysics: { radius: ball.radius },
        vertexes: walls.flatMap(({ x0, y0, x1, y1 }) => [
          { x: x0, y: y0 },
          { x: x1, y: y1 },
        ]),
        segments: walls.map(({ curve, bias }, at) => ({ v0: at * 2, v1: at * 2 + 1, curve, bias })),
      });
      const grid = lab.arena.grids[lab.arena.gridOfDisc[0]!]!;
      const items = Uint16Array.from({ length: walls.length * 3 }, (_, item) => item);
      const whole = {
        ...grid,
        columns: 0,
        rows: 0,
        starts: Uint32Array.of(0, items.length),
        items,
      };
      const { arena, match } = lab;
      lab.put(0, ball.x, ball.y, 1, 2);
      const touched = meetWalls(arena, match.discs, 0, grid);
      const pruned = lab.disc(0);
      lab.put(0, ball.x, ball.y, 1, 2);
      expect(meetWalls(arena, match.discs, 0, whole)).toBe(touched);
      expect(lab.disc(0)).toEqual(pruned);
    }),
    { seed: 4, numRuns: 500 },
  );
});
