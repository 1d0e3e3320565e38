import { expect, test } from 'vitest';
import { fail, ok, type Result } from '../../../shared/base/result.ts';
import type { LoadProblem } from '../../load/load-problem.ts';
import { GameStart } from './game-start.ts';
import { PartsDesk } from './parts-desk.ts';

/** A game of one part, which comes as the test says. */
function makeStart() {
  const desk = new PartsDesk();
  const world = {
    answer: ok('part') as Result<string, LoadProblem>,
    isBroken: false,
    started: 0,
    drawn: [] as string[],
  };
  const start = new GameStart({
    desk,
    load: () => Promise.resolve(world.answer),
    start: (part) => {
      world.started += 1;
      if (world.isBroken) throw new Error('broken');
      return `game of ${part}`;
    },
    onStarted: (game) => void world.drawn.push(game),
  });
  return { desk, world, start };
}

test('the game is started and drawn once, however many need it', async () => {
  const { world, start } = makeStart();
  expect(start.game).toBeNull();
  const loaded = await Promise.all([start.begin(), start.load(), start.load()]);
  expect(loaded.slice(1)).toEqual([ok('game of part'), ok('game of part')]);
  expect([start.game, world.started, world.drawn]).toEqual(['game of part', 1, ['game of part']]);
});

test('behind the menu it is said that the game is missing, until somebody else finds it', async () => {
  const { desk, world, start } = makeStart();
  world.answer = fail('offline');
  await start.begin();
  expect(desk.missing.value).toEqual({ part: 'game', problem: 'offline' });
  world.answer = ok('part');
  await start.load();
  expect([desk.missing.value, start.game]).toEqual([null, 'game of part']);
});

test('a game that does not start is broken, and may start at the next try', async () => {
  const { desk, world, start } = makeStart();
  world.isBroken = true;
  expect(await start.load()).toEqual(fail('broken'));
  await start.begin();
  expect([desk.missing.value?.problem, world.drawn]).toEqual(['broken', []]);
  world.isBroken = false;
  expect(await start.load()).toEqual(ok('game of part'));
});
