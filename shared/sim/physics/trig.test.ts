import { expect, test } from 'vitest';
import { cos, radians, sin, tan } from './trig.ts';

/** True values to 16 digits: degrees, sine, cosine. */
const TRUE_VALUES = [
  [0, 0, 1],
  [5, 0.08715574274765817, 0.9961946980917455],
  [30, 0.5, 0.8660254037844386],
  [45, Math.SQRT1_2, Math.SQRT1_2],
  [60, 0.8660254037844386, 0.5],
  [85, 0.9961946980917455, 0.08715574274765817],
  [90, 1, 0],
  [135, Math.SQRT1_2, -Math.SQRT1_2],
  [169.5, 0.1822355254921475, -0.9832549075639546],
  [180, 0, -1],
  [270, -1, 0],
  [-60, -0.8660254037844386, 0.5],
  [720, 0, 1],
] as const;

test.each(TRUE_VALUES)('[S2] sine and cosine of %f degrees', (degrees, sine, cosine) => {
  expect(sin(radians(degrees))).toBeCloseTo(sine, 14);
  expect(cos(radians(degrees))).toBeCloseTo(cosine, 14);
});

test('[S2] sine and cosine lie on the unit circle, and the tangent is their quotient', () => {
  for (let degrees = -720; degrees <= 720; degrees += 1.7) {
    const angle = radians(degrees);
    expect(sin(angle) * sin(angle) + cos(angle) * cos(angle)).toBeCloseTo(1, 14);
    expect(tan(angle)).toBe(sin(angle) / cos(angle));
    expect(sin(angle + 1)).toBeCloseTo(sin(angle) * cos(1) + cos(angle) * sin(1), 13);
  }
});

test('[S2] trigonometry has the same bits everywhere', () => {
  const values = [sin(1), cos(1), tan(1), sin(radians(10)), tan(radians(85))];
  expect(values).toMatchInlineSnapshot(`
    [
      0.8414709848078965,
      0.5403023058681397,
      1.5574077246549025,
      0.17364817766693033,
      11.430052302761348,
    ]
  `);
});
