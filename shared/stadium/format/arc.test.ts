import { expect, test } from 'vitest';
import { distanceOf } from '../../../tests/determinism/lab.ts';
import { arcOf, curveFactor } from './arc.ts';
import { parseStadium } from './parse-stadium.ts';

test.each([
  [0, null],
  [9.99, null],
  [9.995, 11.435796],
  [10, 11.430052302761343],
  [90, 1],
  [120, 0.577350269189626],
  [180, 0],
  [270, -1],
  [339.99, -5.67],
  [340, null],
])('[F30] %f degrees', (degrees, factor) => {
  const read = curveFactor(degrees);
  if (factor === null) expect(read).toBeNull();
  else expect(read).toBeCloseTo(factor, Number.isInteger(degrees) ? 12 : 2);
});

test('[F30] a negative curve is the same arc from the other end, curveF goes before curve', () => {
  const result = parseStadium(`{ name: 'x', width: 1, height: 1,
    vertexes: [{ x: 0, y: 0 }, { x: 0, y: 10 }],
    segments: [
      { v0: 0, v1: 1, curve: -90, bias: 5 }, { v0: 0, v1: 1, curve: -90, curveF: -2, bias: 5 },
      { v0: 0, v1: 1, curve: -5, bias: 5 },
    ] }`);
  expect(result.ok && result.value.segments).toMatchObject([
    { v0: 1, v1: 0, curveF: 1, bias: -5 },
    { v0: 0, v1: 1, curveF: -2, bias: 5 },
    { v0: 1, v1: 0, curveF: null, bias: -5 },
  ]);
});

test('[F31] the centre of a quarter and a half turn', () => {
  const from = { x: 10, y: 0 };
  const to = { x: 10, y: 20 };
  expect(arcOf(from, to, 1)).toEqual({ x: 0, y: 10, radius: Math.sqrt(200) });
  expect(arcOf(from, to, 0)).toEqual({ x: 10, y: 10, radius: 10 });
  expect(arcOf(from, to, -1)).toMatchObject({ x: 20, y: 10 });
});

test('[F31] both ends are on the arc, for every angle', () => {
  for (let degrees = 10; degrees < 340; degrees += 1.3) {
    const from = { x: -3, y: 7 };
    const to = { x: 40, y: -25 };
    const arc = arcOf(from, to, curveFactor(degrees)!);
    expect(distanceOf(from, arc)).toBeCloseTo(arc.radius, 9);
    expect(distanceOf(to, arc)).toBeCloseTo(arc.radius, 9);
  }
});
