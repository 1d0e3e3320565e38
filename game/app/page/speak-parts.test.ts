import { expect, test } from 'vitest';
import { fail, ok } from '../../../shared/base/result.ts';
import type { LoadProblem } from '../../load/load-problem.ts';
import type { PageParts } from './page-parts.ts';
import { speakParts } from './speak-parts.ts';

function makeParts() {
  const world = {
    problem: null as LoadProblem | null,
    brought: [] as string[],
    warmed: [] as string[],
  };
  const loader = {
    load: async (name: string) => ok(name),
    warm: (names: string[]) => void world.warmed.push(...names),
  };
  const bring = async (name: string) => {
    world.brought.push(name);
    return world.problem;
  };
  const parts = speakParts({ loader } as unknown as PageParts, () => 'es', bring);
  return { world, loader: parts.loader };
}

test('a part is there once its texts are, and one without texts at once', async () => {
  const { world, loader } = makeParts();
  expect(await loader.load('play')).toEqual(ok('play'));
  expect(await loader.load('public-rooms')).toEqual(ok('public-rooms'));
  expect(await loader.load('synthesizer')).toEqual(ok('synthesizer'));
  expect(world.brought).toEqual(['play', 'rooms']);
});

test('a part whose texts do not come is missing for their reason', async () => {
  const { world, loader } = makeParts();
  world.problem = 'offline';
  expect(await loader.load('replays')).toEqual(fail('offline'));
});

test('with a part its texts are fetched ahead, in the language of the page', () => {
  const { world, loader } = makeParts();
  loader.warm(['play', 'game-canvas']);
  expect(world.warmed).toEqual(['play', 'game-canvas', 'es-play']);
});
