import { expect, test } from 'vitest';
import { fail, ok } from '../../../shared/base/result.ts';
import { StadiumCollection } from '../../../shared/stadium/stadium-collection.ts';
import type { LoadProblem } from '../../load/load-problem.ts';
import { SettingsStore } from '../../settings/settings-store.ts';
import type { ReplayPlaces, Replays } from '../replay/replays.ts';
import { bringReplays } from './bring-replays.ts';
import type { PageParts } from './page-parts.ts';
import { PartsDesk } from './parts-desk.ts';

function makeBringer() {
  const desk = new PartsDesk();
  const world = {
    problem: null as LoadProblem | null,
    made: 0,
  };
  const createReplays = (): Replays => {
    world.made += 1;
    return {} as Replays;
  };
  const loader = {
    load: () => Promise.resolve(world.problem ? fail(world.problem) : ok({ createReplays })),
  } as unknown as PageParts['loader'];
  const settings = new SettingsStore({ getItem: () => null, setItem: () => {} });
  const places = {} as ReplayPlaces;
  const bring = bringReplays({ loader, desk }, new StadiumCollection(), places, settings);
  return { bring, desk, world };
}

test('replays are made once, and their part is missing in words until it comes', async () => {
  const { bring, desk, world } = makeBringer();
  world.problem = 'offline';
  expect(await bring()).toBeNull();
  expect(desk.missing.value).toEqual({ part: 'replays', problem: 'offline' });
  world.problem = null;
  desk.retry();
  await expect.poll(() => world.made).toBe(1);
  expect(await bring()).toBe(await bring());
  expect([world.made, desk.missing.value]).toEqual([1, null]);
});
