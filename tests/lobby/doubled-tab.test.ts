import { afterEach, expect, test } from 'vitest';
import type { GuestStore } from '../../game/net/lobby/guest-store.ts';
import { KeptTicket } from '../../game/net/lobby/kept-ticket.ts';
import type { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import type { Room } from '../../shared/lobby/room.ts';
import { LobbyUnderTest, roomEnd, roomWhere, value } from './lobby-under-test.ts';
import { startNodes } from './nodes-under-test.ts';

let lobby: LobbyUnderTest;
afterEach(() => lobby.end());

/** What a tab keeps for its pages: the guest, and the ticket of its room. A browser copies it with the tab. */
class TabStorage {
  readonly #kept: Map<string, string>;
  readonly guests: GuestStore;
  readonly ticket: KeptTicket;

  constructor(kept: Iterable<readonly [string, string]> = []) {
    this.#kept = new Map(kept);
    this.guests = {
      load: () => this.#kept.get('guest') ?? null,
      save: (guest) => void this.#kept.set('guest', guest),
    };
    this.ticket = new KeptTicket(() => ({
      getItem: (key) => this.#kept.get(key) ?? null,
      setItem: (key, text) => void this.#kept.set(key, text),
      removeItem: (key) => void this.#kept.delete(key),
    }));
  }

  copy(): TabStorage {
    return new TabStorage(this.#kept);
  }
}

function openPage(url: string, { guests, ticket }: TabStorage): LobbyClient {
  return lobby.client({ url, guests, ticket });
}

/** Notes each time that this page is told of more members than there are people. */
function watchForTwins(client: LobbyClient, people: number): readonly string[] {
  const twins: string[] = [];
  const onRoom = ({ members }: Room): void => {
    if (members.length > people) twins.push(members.map(({ name }) => name).join());
  };
  client.watchRoom({ onRoom, onSignal: () => {}, onEnd: () => {} });
  return twins;
}

/** Two pages of one tab and its copy come at once; gives what became of them. */
async function comeAtOnce(
  pages: readonly [LobbyClient, LobbyClient],
  code: Room['code'],
): Promise<{ readonly selves: readonly string[]; readonly out: Promise<string> }> {
  const out = Promise.race(pages.map(roomEnd));
  const joined = await Promise.all(pages.map((page) => page.joinRoom(code, 'Ben')));
  return { selves: joined.map((one) => value(one).self), out };
}

test('[L12] [L130] the ticket of a closed tab and its copy in another one bring back one member', async () => {
  lobby = await LobbyUnderTest.start();
  const tab = new TabStorage();
  const ada = openPage(lobby.server.url, new TabStorage());
  const ben = openPage(lobby.server.url, tab);
  const { code } = value(await ada.createRoom('Ada')).room;
  const { self } = value(await ben.joinRoom(code, 'Ben'));
  await expect.poll(() => tab.ticket.shownFor(code).ticket).toBeDefined();
  await roomWhere(ada, ({ members }) => members.length === 2);
  // The whole lobby is gone and begins anew: the tickets are all that is left of the room.
  for (const page of [ada, ben]) page.depart();
  await lobby.server.close();
  lobby.server = await lobby.startServer({ times: { rebuildMs: 300 } });

  const pages = [tab.copy(), tab.copy()].map((copy) => openPage(lobby.server.url, copy)) as [
    LobbyClient,
    LobbyClient,
  ];
  const { selves, out } = await comeAtOnce(pages, code);
  expect(selves).toEqual([self, self]);
  expect(await out).toBe('replaced');
  const watcher = openPage(lobby.server.url, new TabStorage());
  const { room } = value(await watcher.joinRoom(code, 'Cleo'));
  expect(room.members.map(({ name, online }) => `${name} ${online}`)).toEqual([
    'Ada false',
    'Ben true',
    'Cleo true',
  ]);
  expect(await lobby.server.rooms()).toBe(1);
});

test('[L12] [L151] nor do they by two nodes, of which each is asked by one tab', async () => {
  const { servers, ...nodes } = await startNodes({ times: { rebuildMs: 300 } });
  lobby = nodes.lobby;
  const tab = new TabStorage();
  const ada = openPage(servers[0].url, new TabStorage());
  const ben = openPage(servers[1].url, tab);
  const { code } = value(await ada.createRoom('Ada')).room;
  const { self } = value(await ben.joinRoom(code, 'Ben'));
  const twins = watchForTwins(ada, 2);
  await expect.poll(() => tab.ticket.shownFor(code).ticket).toBeDefined();
  ben.depart();
  const [first, second] = [tab.copy(), tab.copy()];
  const pages = [openPage(servers[0].url, first), openPage(servers[1].url, second)] as const;
  const { selves, out } = await comeAtOnce(pages, code);
  expect(selves).toEqual([self, self]);
  expect(await out).toBe('replaced');
  await roomWhere(ada, ({ members }) => members.length === 2 && members[1]!.online);
  expect(twins).toEqual([]);
  expect((await Promise.all(servers.map((server) => server.rooms()))).toSorted()).toEqual([0, 1]);
});
