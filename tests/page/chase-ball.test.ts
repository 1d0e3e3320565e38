import { expect, test } from 'vitest';
import { chaseBall } from './chase-ball.ts';

const ball = { x: 0, y: 0 };
const rightGoal = { x: 370, y: 0 };
const leftGoal = { x: -370, y: 0 };

test('far behind the ball it runs at the ball', () => {
  expect([...chaseBall({ x: -100, y: 0 }, ball, rightGoal)]).toEqual(['KeyD']);
  expect([...chaseBall({ x: 100, y: 0 }, ball, leftGoal)]).toEqual(['KeyA']);
});

test('close behind the ball it holds the kick', () => {
  expect([...chaseBall({ x: -40, y: 0 }, ball, rightGoal)]).toEqual(['KeyD', 'Space']);
});

test('beside the line it first gets behind the ball', () => {
  expect([...chaseBall({ x: -38, y: -80 }, ball, rightGoal)]).toEqual(['KeyS']);
});

test('in front of the ball it goes round and does not kick', () => {
  const keys = chaseBall({ x: 30, y: -3 }, ball, rightGoal);
  expect(keys.has('KeyA')).toBe(true);
  expect(keys.has('KeyW')).toBe(true);
  expect(keys.has('Space')).toBe(false);
});
