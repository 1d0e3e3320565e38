import { expect, test } from 'vitest';
import { blackoutsOf, FINAL, longestStandstill, PREDICTED } from './gaps.ts';

test('a standstill lasts from one new tick to the next, or to the end', () => {
  const samples = [
    [0, 10, 12],
    [10, 10, 13],
    [20, 10, 14],
    [30, 11, 15],
    [40, 11, 15],
    [90, 11, 16],
  ] as const;
  expect(longestStandstill(samples, FINAL)).toBe(60);
  expect(longestStandstill(samples, PREDICTED)).toBe(60);
  expect(longestStandstill(samples.slice(0, 4), FINAL)).toBe(30);
  expect(longestStandstill([], FINAL)).toBe(0);
});

test('ticks that were seen before are nothing new', () => {
  const samples = [
    [0, 10, 10],
    [10, 8, 10],
    [20, 9, 10],
    [30, 11, 11],
  ] as const;
  expect(longestStandstill(samples, FINAL)).toBe(30);
});

test('a page that does not look has a blackout', () => {
  expect(
    blackoutsOf([
      [0, 1, 1],
      [10, 1, 1],
      [150, 2, 2],
      [160, 2, 2],
    ]),
  ).toEqual([[10, 150]]);
});

test('the time of blackouts is no standstill, and counts once where pages share it', () => {
  const samples = [
    [0, 1, 1],
    [400, 1, 2],
    [1000, 2, 3],
  ] as const;
  const blackouts = [
    [300, 500],
    [100, 400],
    [900, 1200],
  ] as const;
  expect(longestStandstill(samples, FINAL, blackouts)).toBe(500);
  expect(longestStandstill(samples, PREDICTED, blackouts)).toBe(400);
});
