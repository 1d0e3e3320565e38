import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areApart } from './colour-sight.ts';
import { contrastOf } from './contrast.ts';
import { checkColours, hexOf, hslOf, ownPalette } from './own-colours.ts';
import { colorNumber, COLORS, GROUNDS, PALETTES } from './theme.ts';

test.each(Object.entries(PALETTES))('the colours of %s pass the check', (_name, palette) => {
  expect(checkColours(palette)).toEqual([]);
});

test.each([
  ['#14213A', '#3D82FF', { kind: 'pitch', team: 'sun' }],
  ['#FFB42E', '#1D3468', { kind: 'pitch', team: 'wave' }],
  ['#FFFFFF', '#3D82FF', { kind: 'ball', team: 'sun' }],
  [
    '#FFB42E',
    '#FFB42E',
    { kind: 'apart', sights: ['normal', 'protan', 'deutan', 'tritan', 'grey'] },
  ],
] as const)('%s and %s are not taken, and it is said why', (sun, wave, problem) => {
  expect(checkColours({ sun, wave })).toContainEqual(problem);
});

test('red and green are apart to most eyes, and it is said to whose they are not', () => {
  const [problem] = checkColours({ sun: '#E86A5A', wave: '#8AA64A' });
  expect(problem?.kind).toBe('apart');
  const sights = problem?.kind === 'apart' ? problem.sights : [];
  expect(sights).toContain('deutan');
  expect(sights).not.toContain('normal');
});

test('whatever colours pass, nobody mixes the teams up, loses a disc or cannot read its letters', () => {
  const color = fc.integer({ min: 0, max: 0xff_ff_ff });
  let passed = 0;
  fc.assert(
    fc.property(color, color, (one, other) => {
      const [sun, wave] = [one, other].map((of) => `#${of.toString(16).padStart(6, '0')}`) as [
        string,
        string,
      ];
      if (checkColours({ sun, wave }).length > 0) return;
      passed += 1;
      expect(areApart(one, other)).toBe(true);
      for (const team of [one, other]) {
        for (const { even } of Object.values(GROUNDS)) {
          expect(contrastOf(team, colorNumber(even))).toBeGreaterThanOrEqual(3);
        }
        expect(contrastOf(team, colorNumber(COLORS.ink))).toBeGreaterThanOrEqual(4.5);
      }
      const text = colorNumber(ownPalette({ sun, wave }).waveText);
      expect(contrastOf(text, colorNumber(COLORS.surface2))).toBeGreaterThanOrEqual(4.5);
    }),
    { numRuns: 3000, seed: 1 },
  );
  expect(passed).toBeGreaterThan(50);
});

test('sliders find a colour again that they made', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 359 }),
      fc.integer({ min: 20, max: 100 }),
      fc.integer({ min: 30, max: 80 }),
      (hue, strength, lightness) => {
        const hex = hexOf({ hue, strength, lightness });
        expect(hex).toMatch(/^#[\dA-F]{6}$/);
        const back = hslOf(hex);
        expect(Math.abs(((back.hue - hue + 540) % 360) - 180)).toBeLessThanOrEqual(4);
        expect(Math.abs(back.strength - strength)).toBeLessThanOrEqual(2);
        expect(Math.abs(back.lightness - lightness)).toBeLessThanOrEqual(1);
      },
    ),
  );
  expect(hexOf({ hue: 0, strength: 100, lightness: 50 })).toBe('#FF0000');
  expect(hslOf('#3D82FF')).toEqual({ hue: 219, strength: 100, lightness: 62 });
});
