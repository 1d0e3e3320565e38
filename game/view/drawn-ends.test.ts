import { expect, test } from 'vitest';
import {
  BUILT_IN_STADIUMS,
  builtInArena,
} from '../../shared/stadium/built-in/built-in-stadiums.ts';
import { drawnEnds } from './drawn-ends.ts';

const stadium = BUILT_IN_STADIUMS.get('classic')!;
const arena = builtInArena('classic')!;

test('[S65] with swapped ends each goal is drawn for the team that concedes in it', () => {
  const drawn = drawnEnds(stadium, arena, true);
  expect(drawn.stadium.goals.map(({ team }) => team)).toEqual([...drawn.arena.goals.team]);
  expect(drawn.stadium.goals.map(({ team }) => team)).toEqual([2, 1]);
  expect(drawn.arena.spawn.sunSide).toBe(1);
});

test('as the file has it nothing is changed', () => {
  expect(drawnEnds(stadium, arena, false)).toEqual({ stadium, arena });
});
