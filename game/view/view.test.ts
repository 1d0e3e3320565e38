import { expect, test } from 'vitest';
import { BUILT_IN_STADIUMS } from '../../shared/stadium/built-in-stadiums.ts';
import { MIN_DISC_RADIUS_PX } from '../settings/theme.ts';
import { clampFocus, fitPitch } from './camera-fit.ts';
import { netDepth, pitchBounds } from './pitch-bounds.ts';

const CLASSIC = BUILT_IN_STADIUMS.get('classic')!;
const NO_INSETS = { top: 0, right: 0, bottom: 0, left: 0 };
const PITCH = { width: 844, height: 400 };
const DISC = 15;

test('a wide window shows the whole pitch, unturned', () => {
  const fit = fitPitch({ width: 1280, height: 720 }, NO_INSETS, PITCH, DISC, true);
  expect(fit.quarterTurns).toBe(0);
  expect(fit.scale * PITCH.width).toBeLessThanOrEqual(1280);
  expect(fit.scale * PITCH.height).toBeLessThanOrEqual(720);
});

test('a high window turns the pitch so that the own team attacks upwards', () => {
  const view = { width: 390, height: 844 };
  expect(fitPitch(view, NO_INSETS, PITCH, DISC, true).quarterTurns).toBe(3);
  expect(fitPitch(view, NO_INSETS, PITCH, DISC, false).quarterTurns).toBe(1);
});

test('discs never get smaller than a finger can follow, on any screen and any stadium', () => {
  for (const stadium of BUILT_IN_STADIUMS.values()) {
    const bounds = pitchBounds(stadium);
    const pitch = { width: bounds.right - bounds.left, height: bounds.bottom - bounds.top };
    for (const view of [
      { width: 390, height: 844 },
      { width: 844, height: 390 },
      { width: 320, height: 568 },
      { width: 800, height: 450 },
    ]) {
      const { scale } = fitPitch(view, NO_INSETS, pitch, stadium.playerPhysics.radius, true);
      expect(scale * stadium.playerPhysics.radius).toBeGreaterThanOrEqual(MIN_DISC_RADIUS_PX);
    }
  }
});

test('a camera that sees everything stands in the middle, another never looks past the end', () => {
  expect(clampFocus(300, -400, 400, 900)).toBe(0);
  expect(clampFocus(390, -400, 400, 200)).toBe(300);
  expect(clampFocus(-390, -400, 400, 200)).toBe(-300);
  expect(clampFocus(50, -400, 400, 200)).toBe(50);
});

test('the picture holds the field, the nets and the run-off of every stadium', () => {
  for (const [id, stadium] of BUILT_IN_STADIUMS) {
    const bounds = pitchBounds(stadium);
    expect(bounds.right, id).toBeGreaterThan(stadium.bg.width);
    expect(bounds.bottom, id).toBeGreaterThan(stadium.bg.height);
    for (const goal of stadium.goals) {
      expect(bounds.right, id).toBeGreaterThan(Math.abs(goal.p0.x) + netDepth(stadium, goal).depth);
    }
  }
});

test('a net is as deep as the walls behind its goal, or as the eye expects it without any', () => {
  const goal = CLASSIC.goals[0]!;
  expect(netDepth(CLASSIC, goal).depth).toBeCloseTo(32);
  expect(netDepth({ ...CLASSIC, segments: [] }, goal).depth).toBeGreaterThan(10);
});
