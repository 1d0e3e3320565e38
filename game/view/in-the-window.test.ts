import type { GameObjects } from 'phaser';
import { expect, test } from 'vitest';
import { BUILT_IN_STADIUMS } from '../../shared/stadium/built-in/built-in-stadiums.ts';
import { fitPitch } from './camera-fit.ts';
import { CameraRig } from './camera-rig.ts';
import { namePx } from './label-sheet.ts';
import { NameLayout } from './name-layout.ts';
import { pitchBounds, type PitchBounds } from './pitch-bounds.ts';
import { isOutside, pointAt } from './point-at.ts';

const INSETS = { top: 60, right: 8, bottom: 8, left: 8 };
const PHONE = { width: 844, height: 390 };
const UPRIGHT = { width: 390, height: 844 };
const FRAME_MS = 16;
const RADIUS = 15;

const WORLD = {
  setRotation: () => WORLD,
  setScale: () => WORLD,
  setPosition: () => WORLD,
} as unknown as GameObjects.Container;

function cameraOn(bounds: PitchBounds, view: typeof PHONE): CameraRig {
  const rig = new CameraRig(WORLD);
  const pitch = { width: bounds.right - bounds.left, height: bounds.bottom - bounds.top };
  rig.resize(fitPitch(view, INSETS, pitch, RADIUS, true), view, INSETS, 1, bounds);
  return rig;
}

function settle(rig: CameraRig, x: number, y: number, own: readonly [number, number] | null): void {
  const disc = own && { x: own[0], y: own[1], radius: RADIUS };
  for (let frame = 0; frame < 200; frame += 1) rig.update({ x, y, own: disc }, FRAME_MS);
}

test('[V25] the camera goes to the very end of every pitch, behind the net', () => {
  for (const view of [PHONE, UPRIGHT]) {
    for (const [id, stadium] of BUILT_IN_STADIUMS) {
      const bounds = pitchBounds(stadium);
      const rig = cameraOn(bounds, view);
      for (const x of [bounds.right, bounds.left]) {
        const goal = Math.sign(x) * (stadium.bg.width - RADIUS);
        settle(rig, goal, 0, [goal, 0]);
        expect(isOutside(rig.windowX(x, 0), rig.windowY(x, 0), 1, view), `${id} ${x}`).toBe(false);
      }
    }
  }
});

test('[V35] a free camera looks at once where it was put, stays on the pitch, and says where it is', () => {
  for (const view of [PHONE, UPRIGHT]) {
    const bounds = pitchBounds(BUILT_IN_STADIUMS.get('classic')!);
    const rig = cameraOn(bounds, view);
    const aim = { x: 0, y: 0, own: { x: 0, y: 0, radius: RADIUS } };
    settle(rig, 0, 0, null);
    const { scale } = rig;
    const free = { x: 120, y: 30, zoom: 3 };
    rig.update(aim, FRAME_MS, free);
    expect(rig.scale).toBeCloseTo(scale * 3);
    expect(free).toEqual({ x: 120, y: 30, zoom: 3 });
    const middle = [rig.mapX(view.width / 2, 0), rig.mapY(view.width / 2, 0)];
    expect(middle.every(Number.isFinite)).toBe(true);
    for (const far of [1e6, -1e6]) {
      const lost = { x: far, y: far, zoom: 3 };
      rig.update(aim, FRAME_MS, lost);
      expect(lost.x).toBeGreaterThan(bounds.left);
      expect(lost.x).toBeLessThan(bounds.right);
      expect(lost.y).toBeGreaterThan(bounds.top);
      expect(lost.y).toBeLessThan(bounds.bottom);
    }
    settle(rig, 0, 0, null);
    expect(rig.scale).toBeCloseTo(scale);
  }
});

test('[V25] so it goes to the upper and the lower end, however low the window', () => {
  const bounds = pitchBounds(BUILT_IN_STADIUMS.get('huge')!);
  for (const view of [PHONE, UPRIGHT]) {
    const rig = cameraOn(bounds, view);
    for (const y of [bounds.bottom, bounds.top]) {
      const wall = y - Math.sign(y) * 2 * RADIUS;
      settle(rig, 0, wall, null);
      expect(isOutside(rig.windowX(0, y), rig.windowY(0, y), 1, view), `${view.width} ${y}`).toBe(
        false,
      );
    }
  }
});

test('[V26] the own disc is never out of the window: not with the ball far away, nor outside of the pitch', () => {
  const bounds = pitchBounds(BUILT_IN_STADIUMS.get('huge')!);
  for (const view of [PHONE, UPRIGHT]) {
    for (const [x, y] of [
      [-700, 300],
      [700, -300],
      [2500, 40],
      [0, -1800],
    ] as const) {
      const rig = cameraOn(bounds, view);
      settle(rig, 0, 0, null);
      // In the first frame, however far it jumped.
      rig.update({ x: 0, y: 0, own: { x, y, radius: RADIUS } }, FRAME_MS);
      const at = [rig.windowX(x, y), rig.windowY(x, y)] as const;
      const edge = RADIUS * rig.scale;
      expect(at[0]).toBeGreaterThan(INSETS.left + edge);
      expect(at[0]).toBeLessThan(view.width - INSETS.right - edge);
      expect(at[1]).toBeGreaterThan(INSETS.top + edge);
      expect(at[1]).toBeLessThan(view.height - INSETS.bottom - edge);
    }
  }
});

test('a place of the window is the place of the map that is drawn there, turned or not', () => {
  for (const view of [PHONE, UPRIGHT]) {
    const rig = cameraOn(pitchBounds(BUILT_IN_STADIUMS.get('big')!), view);
    settle(rig, 100, 50, null);
    const [x, y] = [rig.windowX(80, -30), rig.windowY(80, -30)];
    expect(rig.mapX(x, y)).toBeCloseTo(80);
    expect(rig.mapY(x, y)).toBeCloseTo(-30);
  }
});

const LINE = 20;

function layOut(own: number, ...names: readonly (readonly [x: number, y: number])[]): NameLayout {
  const layout = new NameLayout();
  layout.begin(PHONE, LINE, 14);
  for (const [seat, [x, y]] of names.entries()) layout.place(seat, x, y, 100);
  layout.settle(own);
  return layout;
}

function alphas({ alpha }: NameLayout): readonly number[] {
  return [alpha[0]!, alpha[1]!];
}

test('[V28] a name is in the window wherever its disc is, and over the disc where there is no room below', () => {
  for (const [x, y] of [
    [5, 5],
    [840, 5],
    [5, 385],
    [839, 389],
    [400, 380],
  ] as const) {
    const names = layOut(-1, [x, y]);
    expect(names.x[0]! - 50).toBeGreaterThanOrEqual(0);
    expect(names.x[0]! + 50).toBeLessThanOrEqual(PHONE.width);
    expect(names.y[0]! - LINE / 2).toBeGreaterThanOrEqual(0);
    expect(names.y[0]! + LINE / 2).toBeLessThanOrEqual(PHONE.height);
    expect(names.alpha[0]).toBe(1);
  }
  expect(layOut(-1, [400, 200]).y[0]).toBeGreaterThan(214);
  expect(layOut(-1, [400, 380]).y[0]).toBeLessThan(380 - 14 - LINE / 2 + 1);
  expect(layOut(-1, [400, -15]).alpha[0]).toBe(0);
});

test('[V28] names fade where they meet, little by little, the own one never', () => {
  expect(alphas(layOut(-1, [100, 100], [300, 100]))).toEqual([1, 1]);
  expect(alphas(layOut(-1, [100, 100], [140, 100]))).toEqual([0.25, 0.25]);
  expect(alphas(layOut(1, [100, 100], [140, 100]))).toEqual([0.25, 1]);
  let before = 1;
  for (let x = 201; x >= 150; x -= 1) {
    const now = layOut(-1, [100, 100], [x, 100]).alpha[0]!;
    expect(before - now).toBeLessThan(0.1);
    expect(now).toBeLessThanOrEqual(before);
    before = now;
  }
});

test('[V29] a sign stands within the insets and points at what is out of sight', () => {
  const right = pointAt({ x: 3000, y: 200 }, PHONE, INSETS, 13);
  expect(right).toEqual({ x: 844 - 8 - 13, y: 200, angle: 0 });
  const corner = pointAt({ x: -50, y: -50 }, PHONE, INSETS, 13);
  expect(corner).toMatchObject({ x: 21, y: 73 });
  expect(corner.angle).toBeLessThan(-Math.PI / 2);
  expect(isOutside(-14, 100, 14, PHONE)).toBe(true);
  expect(isOutside(-13, 100, 14, PHONE)).toBe(false);
});

test('[V28] names grow and shrink with the discs, and stay words at both ends', () => {
  const at = (discRadiusPx: number): number =>
    namePx({ textScale: 1, windowWidth: 1280, discRadiusPx });
  expect(at(10)).toBeLessThan(at(14));
  expect(at(28)).toBeGreaterThan(1.5 * at(14));
  expect([at(1), at(1000)]).toEqual([9, 26]);
});

test('[V28] names follow the size of text as far as a name of sixteen letters fits', () => {
  const at = (textScale: number, windowWidth = 1280, discRadiusPx = 14): number =>
    namePx({ textScale, windowWidth, discRadiusPx });
  expect(at(1)).toBe(14);
  expect(at(1.5)).toBe(21);
  expect(at(0.9)).toBeCloseTo(12.6);
  // A narrow window: what the discs ask for stays, and what is more is bounded.
  expect(at(1, 320)).toBe(14);
  expect(at(1.5, 390)).toBeGreaterThan(14);
  for (const width of [320, 390, 844, 1280, 1920]) {
    for (const radius of [1, 6, 14, 30, 200]) {
      for (const scale of [0.9, 1, 1.5]) {
        const px = at(scale, width, radius);
        const usual = at(1, width, radius);
        const name = `${width} ${radius} ${scale}`;
        expect(px, name).toBeGreaterThanOrEqual(9);
        expect(px, name).toBeLessThanOrEqual(Math.max(usual, 34));
        if (px > usual) expect(px * 12.8, name).toBeLessThanOrEqual(width * 0.6 + 1e-9);
        if (scale < 1) expect(px, name).toBeLessThanOrEqual(usual);
      }
    }
  }
});

test('[V55] a goal is pushed in on at its own place, at half for the other side, and let go of in a second', () => {
  const bounds = pitchBounds(BUILT_IN_STADIUMS.get('classic')!);
  for (const view of [{ width: 1280, height: 720 }, PHONE, UPRIGHT]) {
    const rig = cameraOn(bounds, view);
    settle(rig, 300, 0, [300, 0]);
    const aim = { x: 300, y: 0, own: { x: 300, y: 0, radius: RADIUS } };
    const { scale } = rig;
    const at = rig.windowX(370, 10);
    const most = (strength: number): number => {
      rig.pushIn(370, 10, strength);
      let largest = 0;
      for (let frame = 0; frame < 70; frame += 1) {
        rig.update(aim, FRAME_MS);
        largest = Math.max(largest, rig.scale / scale);
        expect(Math.abs(rig.windowX(370, 10) - at)).toBeLessThan(1);
        const own = rig.windowX(300, 0);
        expect(own).toBeGreaterThan(INSETS.left);
        expect(own).toBeLessThan(view.width - INSETS.right);
      }
      expect(rig.scale).toBeCloseTo(scale);
      return largest - 1;
    };
    expect(most(1)).toBeCloseTo(0.06, 2);
    expect(most(0.5)).toBeCloseTo(0.03, 2);
    rig.calm = true;
    expect(most(1)).toBe(0);
  }
});
