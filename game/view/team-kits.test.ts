import { expect, test } from 'vitest';
import type { Kit } from '../../shared/room/kit.ts';
import { contrastOf } from '../settings/contrast.ts';
import { colorNumber, COLORS, PALETTES } from '../settings/theme.ts';
import { labelColour, shownKits } from './team-kits.ts';

const PALETTE = PALETTES['sun-wave'];
const [SUN, WAVE] = [colorNumber(PALETTE.sun), colorNumber(PALETTE.wave)];

function kit(...stripes: readonly number[]): Kit {
  return { angle: 0, text: 0xff_ff_ff, stripes };
}

test('[V32] kits that anybody tells apart are shown', () => {
  const kits = { sun: kit(0xff_ff_ff, 0xff_e1_4d), wave: kit(0x1b_2a_6b) };
  expect(shownKits(kits, PALETTE)).toBe(kits);
  const one = { sun: null, wave: kit(0x1b_2a_6b, 0x2f_74_ff) };
  expect(shownKits(one, PALETTE)).toBe(one);
});

test.each([
  ['the same twice', kit(0xff_ff_ff), kit(0xff_ff_ff)],
  ['red and green of one lightness', kit(0xd0_40_40), kit(0x60_80_20)],
  ['of one lightness, for a screen without colour', kit(0xe5_6e_56), kit(0x56_89_e5)],
  ['the colours of the teams the wrong way round', kit(WAVE), kit(SUN)],
  ['the colour of the other team', kit(WAVE), null],
  ['stripes that look like the other team from afar', null, kit(SUN, 0xff_b0_28)],
])('[V32] neither is shown: %s', (_name, sun, wave) => {
  expect(shownKits({ sun, wave }, PALETTE)).toEqual({ sun: null, wave: null });
});

test('[V32] what stands on a kit can be read, whatever its script says', () => {
  expect(labelColour(null)).toBe(COLORS.ink);
  expect(labelColour(kit(0x00_00_80))).toBe('#ffffff');
  for (const stripe of [0xff_ff_ff, 0xff_e1_4d, 0x80_80_80, 0x00_00_00]) {
    const hidden = { angle: 0, text: stripe, stripes: [stripe] };
    expect(contrastOf(colorNumber(labelColour(hidden)), stripe)).toBeGreaterThanOrEqual(4.5);
  }
});
