import { expect, test } from 'vitest';
import { BALL_DISC } from '../../shared/sim/match-state.ts';
import { builtInArena } from '../../shared/stadium/built-in/built-in-stadiums.ts';
import { compileArena } from '../../shared/stadium/compile/compile-arena.ts';
import { parseStadium } from '../../shared/stadium/format/parse-stadium.ts';
import { crossesWall } from './wall-crossing.ts';

const classic = builtInArena('classic')!;
const PLAYER = classic.firstPlayerDisc;

function arenaOf(walls: string) {
  const parsed = parseStadium(`{ name: 'Test', width: 400, height: 200, ${walls} }`);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed));
  return compileArena(parsed.value);
}

function crosses(arena: typeof classic, disc: number, ...way: number[]): boolean {
  return crossesWall(arena, disc, Float64Array.from(way));
}

const straight = arenaOf(`vertexes: [{ x: 0, y: -50 }, { x: 0, y: 50 }],
  segments: [{ v0: 0, v1: 1 }]`);

test('a way through a straight wall crosses it, one past its end does not', () => {
  expect(crosses(straight, BALL_DISC, -20, 0, 20, 10)).toBe(true);
  expect(crosses(straight, BALL_DISC, -20, 60, 20, 60)).toBe(false);
  expect(crosses(straight, BALL_DISC, -20, 0, -5, 0)).toBe(false);
  expect(crosses(straight, BALL_DISC, -20, -49, -20, 49)).toBe(false);
});

test('a way through a bent wall crosses it, one through the rest of its circle does not', () => {
  // Half a circle around (0, 0) with radius 50.
  const bent = arenaOf(`vertexes: [{ x: 0, y: -50 }, { x: 0, y: 50 }],
    segments: [{ v0: 0, v1: 1, curve: 180 }]`);
  const [left, right] = [
    crosses(bent, BALL_DISC, -70, 0, 0, 0),
    crosses(bent, BALL_DISC, 70, 0, 0, 0),
  ];
  expect([left, right].filter(Boolean)).toHaveLength(1);
  expect(crosses(bent, BALL_DISC, -70, 0, 70, 0)).toBe(true);
  expect(crosses(bent, BALL_DISC, -10, 0, 10, 0)).toBe(false);
});

test('a way beyond a plane crosses it', () => {
  const floor = arenaOf(`planes: [{ normal: [0, -1], dist: -100 }]`);
  expect(crosses(floor, BALL_DISC, 0, 90, 0, 110)).toBe(true);
  expect(crosses(floor, BALL_DISC, 0, 80, 50, 95)).toBe(false);
});

test('only walls that stop the disc count', () => {
  const forBall = arenaOf(`vertexes: [{ x: 0, y: -50 }, { x: 0, y: 50 }],
    segments: [{ v0: 0, v1: 1, cMask: ['ball'] }]`);
  expect(crosses(forBall, BALL_DISC, -20, 0, 20, 0)).toBe(true);
  expect(crosses(forBall, forBall.firstPlayerDisc, -20, 0, 20, 0)).toBe(false);
});

test('across the open pitch nothing is crossed', () => {
  expect(crosses(classic, BALL_DISC, -200, -100, 200, 100)).toBe(false);
  expect(crosses(classic, PLAYER, -200, -100, 200, 100)).toBe(false);
});
