import { expect, test } from 'vitest';
import { DISC_STRIDE, MATCH, PHASE } from '../../shared/sim/match-state.ts';
import { toTick } from '../../shared/sim/tick.ts';
import { cloneWorld, createWorld, type World } from '../../shared/room/world.ts';
import { builtInArena } from '../../shared/stadium/built-in/built-in-stadiums.ts';
import { compileArena } from '../../shared/stadium/compile/compile-arena.ts';
import { parseStadium } from '../../shared/stadium/format/parse-stadium.ts';
import { VisualSmoothing } from './visual-smoothing.ts';

const NO_DISC = -1;
const BALL = 0;
const PLAYER = builtInArena('classic')!.firstPlayerDisc;

function makeWorld(): World {
  const world = createWorld('classic', builtInArena, 1);
  world.match.ints[MATCH.phase] = PHASE.playing;
  return world;
}

/** The next tick of `world`, in which `disc` was found to be elsewhere all along. */
function advance(world: World, disc: number, offset: number): { world: World; previous: World } {
  const previous = cloneWorld(world);
  previous.match.discs[disc * DISC_STRIDE]! += offset;
  const next = cloneWorld(previous);
  next.tick = toTick(world.tick + 1);
  return { world: next, previous };
}

function corrected(disc: number, offset: number, own = NO_DISC): VisualSmoothing {
  const smoothing = new VisualSmoothing();
  const before = makeWorld();
  smoothing.remember(before);
  const after = advance(before, disc, offset);
  smoothing.correct(after.world, after.previous, own);
  return smoothing;
}

test('a prediction that came true moves nothing', () => {
  expect(corrected(PLAYER, 0).offsetX(PLAYER)).toBe(0);
});

test('after a correction a disc is drawn where it was, and glides to where it is', () => {
  const smoothing = corrected(PLAYER, 10);
  expect(smoothing.offsetX(PLAYER)).toBeCloseTo(-10);
  smoothing.decay(100);
  expect(smoothing.offsetX(PLAYER)).toBeCloseTo(-10 * Math.exp(-1));
  for (let frame = 0; frame < 60; frame += 1) smoothing.decay(16);
  expect(smoothing.offsetX(PLAYER)).toBe(0);
});

test('the ball glides faster than players do', () => {
  const ball = corrected(BALL, 10);
  const player = corrected(PLAYER, 10);
  ball.decay(50);
  player.decay(50);
  expect(Math.abs(ball.offsetX(BALL))).toBeLessThan(Math.abs(player.offsetX(PLAYER)));
});

test('the own disc is never smoothed: it obeys', () => {
  expect(corrected(PLAYER, 10, PLAYER).offsetX(PLAYER)).toBe(0);
});

test('a correction too large to glide is a jump', () => {
  expect(corrected(PLAYER, 200).offsetX(PLAYER)).toBe(0);
});

test('a correction to the other side of a wall is a jump: nothing glides through walls', () => {
  const walled = parseStadium(`{ name: 'Walled', width: 400, height: 200,
    vertexes: [{ x: 30, y: -50 }, { x: 30, y: 50 }], segments: [{ v0: 0, v1: 1 }] }`);
  if (!walled.ok) throw new Error('no stadium');
  const arena = compileArena(walled.value);
  const glideOf = (offset: number): number => {
    const before = createWorld('walled', () => arena, 1);
    const smoothing = new VisualSmoothing();
    smoothing.remember(before);
    const after = advance(before, BALL, offset);
    smoothing.correct(after.world, after.previous, NO_DISC);
    return smoothing.offsetX(BALL);
  };
  expect(glideOf(-60)).toBeCloseTo(60);
  expect(glideOf(60)).toBe(0);
});

test('a goal or a kick-off ends all gliding', () => {
  const smoothing = corrected(PLAYER, 10);
  const before = makeWorld();
  smoothing.remember(before);
  const after = advance(before, PLAYER, 0);
  after.world.match.ints[MATCH.phase] = PHASE.goal;
  smoothing.correct(after.world, after.previous, NO_DISC);
  expect(smoothing.offsetX(PLAYER)).toBe(0);
});

test('corrections in a row add up to one glide', () => {
  const smoothing = new VisualSmoothing();
  let world = makeWorld();
  for (let tick = 0; tick < 3; tick += 1) {
    smoothing.remember(world);
    const after = advance(world, PLAYER, 5);
    smoothing.correct(after.world, after.previous, NO_DISC);
    world = after.world;
  }
  expect(smoothing.offsetX(PLAYER)).toBeCloseTo(-15);
});
