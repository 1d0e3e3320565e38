import { expect, test } from 'vitest';
import { BUILT_IN_STADIUMS } from '../../shared/stadium/built-in/built-in-stadiums.ts';
import { parseStadium } from '../../shared/stadium/format/parse-stadium.ts';
import type { Stadium } from '../../shared/stadium/format/stadium.ts';
import { colorNumber, COLORS, MIN_DISC_RADIUS_PX, PALETTES } from '../settings/theme.ts';
import { clampFocus, fitPitch } from './camera-fit.ts';
import { netDepth, pocketOf } from './goal-pocket.ts';
import { pitchBounds } from './pitch-bounds.ts';
import { groundColour, lineColour } from './pitch-style.ts';

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

test('[V31] the pitch is drawn larger by as much as is asked, or all of it is seen', () => {
  const view = { width: 390, height: 390 };
  const at = (zoom: number): number =>
    fitPitch(view, NO_INSETS, { ...PITCH, zoom, maxViewWidth: 300 }, DISC, true).scale;
  expect(at(2.5)).toBeCloseTo(2.5 * at(1));
  expect(at(0)).toBeCloseTo(390 / PITCH.width);
  expect(at(0)).toBeLessThan(at(1));
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

function stadiumOf(keys: string): Stadium {
  const parsed = parseStadium(`{name:'x',width:400,height:200,${keys}}`);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

const HOUSE = { palette: PALETTES['sun-wave'], mapColours: false, lineWidth: 3 };

test('a file sets how much of it the camera shows', () => {
  const far = 'vertexes:[{x:0,y:0},{x:9000,y:0}],segments:[{v0:0,v1:1}]';
  expect(pitchBounds(stadiumOf(far)).right).toBeLessThan(420);
  expect(pitchBounds(stadiumOf(`${far},cameraWidth:700`)).right).toBeLessThan(720);
  const { right } = pitchBounds(stadiumOf(`${far},cameraWidth:1e300`));
  expect(right).toBeLessThan(20_001);
  const view = { width: 1000, height: 500 };
  const whole = fitPitch(view, NO_INSETS, PITCH, DISC, true).scale;
  const limited = { ...PITCH, maxViewWidth: 400 };
  expect(fitPitch(view, NO_INSETS, limited, DISC, true).scale).toBeGreaterThan(whole);
  expect(fitPitch(view, NO_INSETS, { ...PITCH, maxViewWidth: 9000 }, DISC, true).scale).toBe(whole);
});

test('an arc is in the picture where it is furthest out', () => {
  const arc = stadiumOf('vertexes:[{x:0,y:-50},{x:0,y:50}],segments:[{v0:0,v1:1,curve:180}]');
  expect(pitchBounds(arc).right).toBeGreaterThanOrEqual(64);
  expect(pitchBounds(stadiumOf('')).right).toBe(400);
});

test('a stadium with gravity is never turned', () => {
  const view = { width: 390, height: 844 };
  expect(fitPitch(view, NO_INSETS, { ...PITCH, hasGravity: true }, DISC, true).quarterTurns).toBe(
    0,
  );
});

test('any player, ball or map size gives a scale that can be drawn', () => {
  for (const radius of [0, 0.001, 1e6]) {
    const { scale } = fitPitch({ width: 800, height: 450 }, NO_INSETS, PITCH, radius, true);
    expect(scale).toBeGreaterThan(0);
    expect(scale).toBeLessThan(3);
  }
});

test('nets hang at ends of the field, not at floors, whole sides or lines in the middle', () => {
  for (const goal of CLASSIC.goals) expect(pocketOf(CLASSIC, goal)).not.toBeNull();
  for (const goal of [
    '{p0:[-300,180],p1:[300,180],team:"red"}',
    '{p0:[-390,-199],p1:[-390,199],team:"red"}',
    '{p0:[10,-30],p1:[10,30],team:"blue"}',
  ]) {
    const stadium = stadiumOf(`goals:[${goal}]`);
    expect(pocketOf(stadium, stadium.goals[0]!), goal).toBeNull();
  }
});

test('grey lines are our chalk, others keep their colour, and the map colours are those of the file', () => {
  const green = stadiumOf("bg:{color:'00ff00'}");
  const own = { ...HOUSE, mapColours: true };
  expect(lineColour(0x101010, green, HOUSE)).toBe(colorNumber(COLORS.line));
  expect(lineColour(0xff0000, green, HOUSE)).toBe(0xff0000);
  expect(lineColour(0x101010, green, own)).toBe(0x101010);
  expect(lineColour(null, green, own)).toBeNull();
  expect(groundColour(green, HOUSE)).toBe(colorNumber(COLORS.pitchOut));
  expect(groundColour(green, own)).toBe(0x00ff00);
});
