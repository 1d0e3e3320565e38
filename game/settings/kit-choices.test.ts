import { expect, test } from 'vitest';
import { areKit } from '../../shared/room/kit.ts';
import { areApart, mixOf } from './colour-sight.ts';
import { contrastOf } from './contrast.ts';
import { KIT_CHOICES, placeOfKit } from './kit-choices.ts';
import { colorNumber, PALETTES } from './theme.ts';

const { sun, wave } = KIT_CHOICES;

test('[R36] every kit that is offered is one, of two colours, with letters that can be read', () => {
  for (const kit of [...sun, ...wave]) {
    expect(areKit(kit)).toBe(true);
    expect(kit.stripes).toHaveLength(2);
    for (const stripe of kit.stripes)
      expect(contrastOf(kit.text, stripe), `${stripe.toString(16)}`).toBeGreaterThanOrEqual(3);
  }
});

test('[V32] [V76] whichever two are chosen, everybody tells the teams apart and sees them', () => {
  for (const light of sun)
    for (const dark of wave)
      expect(
        areApart(mixOf(light.stripes), mixOf(dark.stripes)),
        `${light.stripes} ${dark.stripes}`,
      ).toBe(true);
  for (const [name, palette] of Object.entries(PALETTES)) {
    for (const { stripes } of sun)
      expect(areApart(mixOf(stripes), colorNumber(palette.wave)), name).toBe(true);
    for (const { stripes } of wave)
      expect(areApart(colorNumber(palette.sun), mixOf(stripes)), name).toBe(true);
  }
});

test('a kit is found among the choices, and one that a script made is not', () => {
  expect(placeOfKit(sun, { ...sun[2]! })).toBe(2);
  expect(placeOfKit(sun, { ...sun[2]!, angle: 91 })).toBe(-1);
  expect(placeOfKit(sun, null)).toBe(-1);
});
