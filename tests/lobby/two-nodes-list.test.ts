import { afterEach, expect, test } from 'vitest';
import type { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import { OPEN_ACCESS } from '../../shared/lobby/room-access.ts';
import { value, type LobbyUnderTest } from './lobby-under-test.ts';
import { QUIET_CARD } from './listings.ts';
import { startNodes, tickets } from './nodes-under-test.ts';

let running: LobbyUnderTest | null = null;
afterEach(() => running?.end());

async function startTwo() {
  const nodes = await startNodes({ times: { rebuildMs: 300 } });
  running = nodes.lobby;
  return nodes;
}

const press = (name: string) => ({ name, hand: 'keys' as const, skill: 1000 });

/** Opens a room to everybody. */
async function publish(host: LobbyClient, name: string): Promise<string> {
  const { code } = value(await host.createRoom(name)).room;
  const access = { ...OPEN_ACCESS, visibility: 'public' as const };
  value(await host.line.ask('room:access', { code, access }));
  value(await host.line.ask('room:card', { code, card: QUIET_CARD }));
  return code;
}

async function listOf(page: LobbyClient): Promise<readonly string[]> {
  const { listings } = value(await page.line.ask('list:get', { from: null }));
  return listings.map(({ code, host, members }) => `${code} ${host} ${members}`);
}

test('[L155] the list of each node has the public rooms of both, and follows what becomes of them', async () => {
  const { on } = await startTwo();
  const [ada, ben, cleo, page] = [on(0), on(1), on(1), on(0)];
  const first = await publish(ada, 'Ada');
  const second = await publish(ben, 'Ben');
  const both = [`${first} Ada 1`, `${second} Ben 1`];
  await expect.poll(async () => (await listOf(page)).toSorted()).toEqual(both.toSorted());
  await expect.poll(async () => (await listOf(cleo)).toSorted()).toEqual(both.toSorted());
  value(await cleo.joinRoom(first as never, 'Cleo'));
  await expect.poll(() => listOf(ben)).toContain(`${first} Ada 2`);
  ben.leaveRoom();
  await expect.poll(() => listOf(page)).toEqual([`${first} Ada 2`]);
});

test('[L155] the rooms of a node that is gone are taken off the list', async () => {
  const { on, servers } = await startTwo();
  const first = await publish(on(0), 'Ada');
  const page = on(1);
  await expect.poll(() => listOf(page)).toEqual([`${first} Ada 1`]);
  await servers[0].close();
  await expect.poll(() => listOf(page)).toEqual([]);
});

test('[L155] strangers who press PLAY on different nodes are sent to one room', async () => {
  const { on, servers } = await startTwo();
  const [ada, ben, cleo] = [on(0), on(1), on(1)];
  const first = value(await ada.joinQuick(press('Ada')));
  const second = value(await ben.joinQuick(press('Ben')));
  const third = value(await cleo.joinQuick(press('Cleo')));
  expect(new Set([first, second, third].map(({ room }) => room.code)).size).toBe(1);
  expect(third.room.members.map(({ name }) => name)).toEqual(['Ada', 'Ben', 'Cleo']);
  expect(await Promise.all(servers.map((server) => server.rooms()))).toEqual([1, 0]);
});

test('[L155] when the node that finds rooms is gone the next one does, and the room is there too', async () => {
  const { on, servers } = await startTwo();
  const [ada, ben, late] = [on(0), on(1), on(1)];
  value(await ada.joinQuick(press('Ada')));
  const { room } = value(await ben.joinQuick(press('Ben')));
  await expect.poll(() => tickets.has(ben)).toBe(true);
  await servers[0].close();
  await expect.poll(() => servers[1].rooms()).toBe(1);
  await expect.poll(() => ben.joined?.room.members[1]?.online).toBe(true);
  await expect
    .poll(async () => {
      const joined = await late.joinQuick(press('Cleo'));
      return joined.ok && joined.value.room.code;
    })
    .toBe(room.code);
});
