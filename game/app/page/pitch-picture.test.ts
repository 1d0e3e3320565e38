import { expect, test } from 'vitest';
import { fail, ok, type Result } from '../../../shared/base/result.ts';
import type { LoadProblem } from '../../load/load-problem.ts';
import { PartsDesk } from './parts-desk.ts';
import { PitchPicture } from './pitch-picture.ts';

/** A picture that comes as the test says. */
function makePicture() {
  const desk = new PartsDesk();
  const world = {
    surface: 'a canvas' as string | null,
    answer: ok('engine') as Result<string, LoadProblem>,
    isBroken: false,
    started: [] as string[],
    lose: (_isLost: boolean): void => {},
  };
  const picture = new PitchPicture({
    desk,
    open: () => world.surface,
    load: () => Promise.resolve(world.answer),
    start: (engine, game: string, surface, onLost) => {
      if (world.isBroken) return Promise.reject(new Error('broken'));
      world.started.push(`${engine} draws ${game} on ${surface}`);
      world.lose = onLost;
      return Promise.resolve({ frameCount: 7 });
    },
  });
  return { desk, world, picture };
}

test('a pitch is drawn by one engine, however often it is asked for', async () => {
  const { world, picture } = makePicture();
  expect(picture.frameCount).toBe(0);
  await Promise.all([picture.draw('match'), picture.draw('match')]);
  await picture.draw('match');
  expect([world.started, picture.frameCount]).toEqual([['engine draws match on a canvas'], 7]);
});

test('where nothing can be drawn no engine is started, and another try looks again', async () => {
  const { desk, world, picture } = makePicture();
  world.surface = null;
  await picture.draw('match');
  expect(desk.missing.value).toEqual({ part: 'pitch', problem: 'no-webgl' });
  world.surface = 'a canvas';
  desk.retry();
  await expect.poll(() => world.started).toEqual(['engine draws match on a canvas']);
  expect(desk.missing.value).toBeNull();
});

test('an engine that does not come, or does not start, is asked for again by another try', async () => {
  const { desk, world, picture } = makePicture();
  world.answer = fail('offline');
  await picture.draw('match');
  expect(desk.missing.value).toEqual({ part: 'pitch', problem: 'offline' });
  world.answer = ok('engine');
  world.isBroken = true;
  await picture.draw('match');
  expect(desk.missing.value).toEqual({ part: 'pitch', problem: 'broken' });
  world.isBroken = false;
  await picture.draw('match');
  expect(world.started).toEqual(['engine draws match on a canvas']);
});

test('a picture that is lost stays missing through every other try, until it is back by itself', async () => {
  const { desk, world, picture } = makePicture();
  await picture.draw('match');
  world.lose(true);
  desk.retry();
  expect(desk.missing.value).toEqual({ part: 'pitch', problem: 'webgl-lost' });
  world.lose(false);
  expect(desk.missing.value).toBeNull();
});
