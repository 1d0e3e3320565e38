import { expect, test } from 'vitest';
import { areApart, ciede2000, differencesOf, mixOf } from './colour-sight.ts';
import { contrastOf } from './contrast.ts';
import { colorNumber, COLORS, GROUNDS, PALETTES } from './theme.ts';

test.each([
  [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425],
  [[50, 2.5, 0], [73, 25, -18], 27.1492],
  [[50, 2.5, 0], [50, 3.1736, 0.5854], 1],
  [[50, -1, 2], [50, 0, 0], 2.3669],
  [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
] as const)('%j and %j differ by as much as the paper says', (one, other, difference) => {
  expect(ciede2000(one, other)).toBeCloseTo(difference, 4);
  expect(ciede2000(other, one)).toBeCloseTo(difference, 4);
});

test.each(Object.entries(PALETTES))(
  'teams of %s are apart to any eyes, and stand out',
  (_name, palette) => {
    const [sun, wave] = [colorNumber(palette.sun), colorNumber(palette.wave)];
    expect(areApart(sun, wave)).toBe(true);
    for (const team of [sun, wave]) {
      expect(contrastOf(team, colorNumber(COLORS.ink))).toBeGreaterThanOrEqual(4.5);
    }
  },
);

test.each(Object.entries(GROUNDS))(
  '[V79] on %s discs of every palette, ball and lines stand out to any eyes',
  (_name, { even, odd, line }) => {
    for (const stripe of [even, odd].map(colorNumber)) {
      for (const { sun, wave } of Object.values(PALETTES)) {
        for (const team of [sun, wave].map(colorNumber)) {
          expect(contrastOf(team, stripe)).toBeGreaterThanOrEqual(3);
          expect(areApart(team, stripe)).toBe(true);
        }
      }
      expect(contrastOf(colorNumber(COLORS.ball), stripe)).toBeGreaterThanOrEqual(12);
      expect(contrastOf(colorNumber(line), stripe)).toBeGreaterThanOrEqual(5);
    }
    expect(contrastOf(colorNumber(even), colorNumber(odd))).toBeLessThan(1.1);
  },
);

test('[V79] no light ground is offered: the ball is lost on it, and every first team', () => {
  const paper = 0xf2_ef_e6;
  expect(contrastOf(colorNumber(COLORS.ball), paper)).toBeLessThan(1.2);
  for (const { sun } of Object.values(PALETTES)) {
    expect(contrastOf(colorNumber(sun), paper)).toBeLessThan(2);
  }
});

test('red and green are apart to most eyes, and not to all', () => {
  const { normal, deutan } = differencesOf(0xd0_40_40, 0x60_80_20);
  expect(normal).toBeGreaterThan(40);
  expect(deutan).toBeLessThan(25);
  expect(areApart(0xd0_40_40, 0x60_80_20)).toBe(false);
});

test('a light and a dark blue are not apart enough, and colours of one lightness are grey', () => {
  expect(areApart(0x3d_82_ff, 0x3d_82_ff)).toBe(false);
  expect(differencesOf(0xe5_6e_56, 0x56_89_e5)['grey']).toBeLessThan(3);
});

test('what is too small to be seen apart is mixed as light is', () => {
  expect(mixOf([0x12_34_56])).toBe(0x12_34_56);
  expect(mixOf([0, 0xff_ff_ff])).toBe(0xbc_bc_bc);
});
