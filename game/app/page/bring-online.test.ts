import { expect, test } from 'vitest';
import { fail, ok, type Result } from '../../../shared/base/result.ts';
import { StadiumCollection } from '../../../shared/stadium/stadium-collection.ts';
import type { LoadProblem } from '../../load/load-problem.ts';
import type { LobbyClient } from '../../net/lobby/lobby-client.ts';
import type { LobbyStatus } from '../../net/lobby/lobby-socket.ts';
import type { createOnline as createRealOnline, Online } from '../room/online.ts';
import { LeftSeatStore } from '../../net/lobby/left-seat.ts';
import type { WorkerSessions } from '../../worker/worker-sessions.ts';
import { bringOnline } from './bring-online.ts';
import type { PageParts } from './page-parts.ts';

const noStorage = (): Storage => {
  throw new Error('there is none');
};

/** Both parts, each as the test says. */
function makeBringer() {
  const world = {
    game: ok({ stadiums: new StadiumCollection() }) as Result<
      { stadiums: StadiumCollection },
      LoadProblem
    >,
    problem: null as LoadProblem | null,
    made: 0,
    told: [] as string[],
    loadWorkers: (): Promise<WorkerSessions | null> => expect.unreachable(),
  };
  const createWorkerSessions = () => ({}) as WorkerSessions;
  const createOnline: typeof createRealOnline = (_stadiums, _hides, loadWorkers): Online => {
    world.made += 1;
    world.loadWorkers = loadWorkers;
    const lobby = { connect: () => world.told.push('connect') } as unknown as LobbyClient;
    return {
      lobby,
      leftSeats: new LeftSeatStore(
        noStorage,
        () => 0,
        () => null,
      ),
      hasWebRtc: true,
      isPrepared: Promise.resolve(),
      joinQuick: () => expect.unreachable(),
      another: () => expect.unreachable(),
      openRoom: () => expect.unreachable(),
    };
  };
  const parts = {
    loader: {
      load: () =>
        Promise.resolve(
          world.problem ? fail(world.problem) : ok({ createOnline, createWorkerSessions }),
        ),
    },
    desk: { retry: () => world.told.push('retry') },
    checkVersion: () => world.told.push('version'),
  } as unknown as PageParts;
  return {
    world,
    bring: bringOnline(
      parts,
      () => {
        if (world.game.ok) world.told.push('game');
        return Promise.resolve(world.game);
      },
      () => false,
    ),
  };
}

test('there is one client of the lobby, and what is missing is asked for with it', async () => {
  const { world, bring } = makeBringer();
  const first = await bring();
  expect(await bring()).toEqual(first);
  expect([first.ok, world.made, world.told]).toEqual([true, 1, ['game', 'retry', 'game', 'retry']]);
});

test('without the game, or without its own part, nobody goes online', async () => {
  const { world, bring } = makeBringer();
  world.problem = 'server-error';
  expect(await bring()).toEqual(fail('server-error'));
  expect(world.made).toBe(0);
  world.problem = null;
  world.game = fail('offline');
  expect(await bring()).toEqual(fail('offline'));
  expect(world.told).toEqual([]);
});

test('whoever goes to a room is connected to the lobby while the game begins, nobody else is', async () => {
  const { world, bring } = makeBringer();
  await bring();
  expect(world.told).toEqual(['game', 'retry']);
  world.told = [];
  await bring(true);
  expect(world.told).toEqual(['connect', 'game', 'retry']);
});

test('a lobby that is back, or refuses this game, may be a newer one', async () => {
  const { world, bring } = makeBringer();
  const online = await bring();
  world.told = [];
  for (const state of ['connecting', 'offline', 'online', 'refused']) {
    if (online.ok) online.value.lobby.onStatus?.({ state } as LobbyStatus);
  }
  expect(world.told).toEqual(['version', 'version']);
});

test('a lobby that is reached at once is no occasion to ask for a newer version', async () => {
  const { world, bring } = makeBringer();
  const online = await bring();
  world.told = [];
  for (const state of ['connecting', 'online']) {
    if (online.ok) online.value.lobby.onStatus?.({ state } as LobbyStatus);
  }
  expect(world.told).toEqual([]);
});

test('[N67] workers that are asked for twice at once are made once, and asked for again where they did not come', async () => {
  const { world, bring } = makeBringer();
  await bring();
  world.problem = 'offline';
  expect(await world.loadWorkers()).toBeNull();
  world.problem = null;
  const [one, two] = await Promise.all([world.loadWorkers(), world.loadWorkers()]);
  expect(one).not.toBeNull();
  expect(two).toBe(one);
});
