import { expect, test } from 'vitest';
import { hearFrom, matchOf, nextFor, startProbe } from './progress.ts';

const WORLD = { base: 100, commit: 200 };

test('[C9] a peer is asked from a little before what is final, then told from where its log agrees', () => {
  const probe = startProbe(0);
  expect([matchOf(probe), nextFor(probe, 100, 200)]).toEqual([-1, 185]);
  const found = hearFrom(probe, { end: 150, life: 0 }, WORLD, 5);
  expect([matchOf(found), nextFor(found, 100, 200)]).toEqual([150, 150]);
});

test('[C9] an acknowledgement that was overtaken takes nothing back', () => {
  const found = hearFrom(startProbe(0), { end: 180, life: 0 }, WORLD, 5);
  expect(matchOf(hearFrom(found, { end: 150, life: 0 }, WORLD, 6))).toBe(180);
});

test('[C11] who lacks what nobody can tell any more is given a world, and goes on behind it', () => {
  const loading = hearFrom(startProbe(0), { end: -1, life: 0 }, WORLD, 5);
  expect(loading).toMatchObject({ state: 'snapshot', end: 200 });
  expect([matchOf(loading), nextFor(loading, 100, 200)]).toEqual([-1, null]);
  expect(matchOf(hearFrom(loading, { end: 200, life: 0 }, WORLD, 6))).toBe(200);
});
