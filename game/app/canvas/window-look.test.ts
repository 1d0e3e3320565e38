import { expect, test } from 'vitest';
import { drawnRadius } from '../../../shared/sim/physics/arena.ts';
import { BUILT_IN_STADIUMS } from '../../../shared/stadium/built-in/built-in-stadiums.ts';
import { compileArena } from '../../../shared/stadium/compile/compile-arena.ts';
import { DEFAULT_SETTINGS, type QualityChoice } from '../../settings/settings.ts';
import type { Tier } from '../../view/tier.ts';
import { clampFocus, fitPitch } from '../../view/camera-fit.ts';
import { pitchBounds } from '../../view/pitch-bounds.ts';
import { lookOf, THUMBS_PX } from './window-look.ts';

const MUCH = 1e6;

type Phone = { readonly width: number; readonly height: number; readonly notch?: number };

/** As much of a window as is asked. */
function windowOf({ width, height, notch = 0 }: Phone, isTouched: boolean): Window {
  const sides = new Map([['--safe-left', `${notch}px`]]);
  return {
    innerWidth: width,
    innerHeight: height,
    devicePixelRatio: 2,
    document: { documentElement: null },
    matchMedia: (query: string) => ({ matches: query === '(pointer: coarse)' && isTouched }),
    getComputedStyle: () => ({ getPropertyValue: (name: string) => sides.get(name) ?? '' }),
  } as unknown as Window;
}

const SIDEWAYS: readonly Phone[] = [
  { width: 844, height: 390 },
  { width: 844, height: 390, notch: 47 },
  { width: 667, height: 375 },
  { width: 800, height: 450 },
];

test('[V38] a slower machine gets fewer pixels, unless the person chose', () => {
  const ratioOf = (...[tier, quality]: [Tier, QualityChoice]) =>
    lookOf(windowOf(SIDEWAYS[0]!, false), { ...DEFAULT_SETTINGS, quality }, true, tier).pixelRatio;
  expect((['high', 'balanced', 'low'] as const).map((tier) => ratioOf(tier, 'auto'))).toEqual([
    2, 1.5, 1,
  ]);
  expect([ratioOf('low', 'high'), ratioOf('high', 'low')]).toEqual([2, 1]);
});

test('on a phone held sideways both thumbs lie beside the goals, whatever the notch takes', () => {
  const stadium = BUILT_IN_STADIUMS.get('classic')!;
  const arena = compileArena(stadium);
  const { left, right, top, bottom } = pitchBounds(stadium);
  const pitch = { width: right - left, height: bottom - top };
  for (const phone of SIDEWAYS) {
    const { size, insets } = lookOf(windowOf(phone, true), DEFAULT_SETTINGS, true, 'high');
    const radius = drawnRadius(arena, arena.firstPlayerDisc);
    const { scale } = fitPitch(size, insets, pitch, radius, true);
    const free = size.width - insets.left - insets.right;
    // As the camera looks when the ball is at the far left, or at the far right.
    const seenAt = (x: number, target: number): number =>
      insets.left + free / 2 + (x - clampFocus(target, left, right, free / scale)) * scale;
    const name = `${phone.width}×${phone.height}`;
    const leftThumb = THUMBS_PX + (phone.notch ?? 0);
    expect(seenAt(left, -MUCH), name).toBeGreaterThanOrEqual(leftThumb - 0.5);
    expect(seenAt(right, MUCH), name).toBeLessThanOrEqual(size.width - THUMBS_PX + 0.5);
  }
});

test('a low window without touch gives its width to the pitch', () => {
  const { insets } = lookOf(
    windowOf({ width: 844, height: 390 }, false),
    DEFAULT_SETTINGS,
    true,
    'high',
  );
  expect(insets.left).toBeLessThan(THUMBS_PX / 2);
});

test('the size of text that somebody chose is that of the names on the pitch too', () => {
  const settings = { ...DEFAULT_SETTINGS, textScale: 150 };
  const phone = windowOf({ width: 390, height: 844 }, true);
  expect(lookOf(phone, settings, true, 'high').textScale).toBe(1.5);
});

test('home shows the pitch where its layout leaves room for it, and behind the menu where it leaves none', () => {
  const window = windowOf({ width: 1280, height: 720 }, false);
  const beside = { top: 74, right: 16, bottom: 16, left: 444 };
  expect(lookOf(window, DEFAULT_SETTINGS, false, 'high', beside).insets).toEqual(beside);
  const behind = lookOf(window, DEFAULT_SETTINGS, false, 'high').insets;
  const line = { ...beside, top: 640 };
  expect(lookOf(window, DEFAULT_SETTINGS, false, 'high', line).insets).toEqual(behind);
});
