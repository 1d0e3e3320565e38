import { afterEach, beforeEach, expect, test } from 'vitest';
import { RoomConnection } from '../../game/net/connect-room.ts';
import { createPageLinks } from '../../game/net/link/page-link.ts';
import type { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { Link } from '../../shared/netplay/link/link.ts';
import { fakeLinks, type FakeLink } from '../links/fake-link.ts';
import { LobbyUnderTest, value } from './lobby-under-test.ts';
import { ManualTimers } from './manual-timers.ts';

let lobby: LobbyUnderTest;

beforeEach(async () => {
  lobby = await LobbyUnderTest.start();
});

afterEach(() => lobby.end());

class Player {
  readonly client: LobbyClient;
  readonly timers = new ManualTimers();
  readonly made: FakeLink[];
  readonly room: RoomConnection;
  #newLink: () => void = () => {};

  constructor(client: LobbyClient) {
    const { made, makeLink } = fakeLinks();
    this.client = client;
    this.made = made;
    this.room = new RoomConnection(client, client.joined!, {
      makeLink: (setup) =>
        makeLink({
          ...setup,
          onOpen: () => {
            setup.onOpen();
            this.#newLink();
          },
        }),
      timers: this.timers,
      random: () => 0.5,
    });
  }

  /** Waits until so many links have opened, since the beginning. */
  async opened(count: number): Promise<void> {
    while (this.made.filter(isOpen).length < count) {
      await new Promise<void>((resolve) => {
        this.#newLink = resolve;
      });
    }
  }

  openTo(): string[] {
    return this.room.links().flatMap((link) => (isOpen(link) ? link.remote : []));
  }
}

function isOpen(link: Link): boolean {
  return link.state === 'open';
}

async function opener(name: string): Promise<Player> {
  const client = lobby.client();
  value(await client.createRoom(name));
  return new Player(client);
}

async function joiner(code: RoomCode, name: string): Promise<Player> {
  const client = lobby.client();
  value(await client.joinRoom(code, name));
  return new Player(client);
}

test('[L24] a newcomer opens a link to everybody who is there', async () => {
  const ada = await opener('Ada');
  const bob = await joiner(ada.room.room.code, 'Bob');
  const cy = await joiner(ada.room.room.code, 'Cy');
  await Promise.all([ada.opened(2), bob.opened(2), cy.opened(2)]);

  expect(ada.made.map(({ setup }) => setup.initiator)).toEqual([false, false]);
  expect(bob.made.map(({ setup }) => setup.initiator).sort()).toEqual([false, true]);
  expect(cy.made.map(({ setup }) => setup.initiator)).toEqual([true, true]);
  expect(ada.openTo()).toEqual([bob.room.self, cy.room.self]);
});

test('[N74] two of one window speak within the page, and each connects to everybody else', async () => {
  const ada = await opener('Ada');
  const zoe = await joiner(ada.room.room.code, 'Zoe');
  const [toZoe, toAda] = createPageLinks(ada.room.self, zoe.room.self, () => 0);
  ada.room.beside = toZoe;
  zoe.room.beside = toAda;
  const bob = await joiner(ada.room.room.code, 'Bob');
  await Promise.all([ada.opened(1), zoe.opened(1), bob.opened(2)]);
  for (const one of [ada, zoe]) {
    expect(one.made.filter(isOpen).map(({ remote }) => remote)).toEqual([bob.room.self]);
  }
  expect(ada.openTo()).toEqual([bob.room.self, zoe.room.self]);
  toAda.close();
  expect(ada.openTo()).toEqual([bob.room.self]);
});

test('[L25] a broken link is built again, whichever side noticed', async () => {
  const ada = await opener('Ada');
  const bob = await joiner(ada.room.room.code, 'Bob');
  await Promise.all([ada.opened(1), bob.opened(1)]);

  // Ada answers, so she has to ask Bob for a rebuild.
  ada.made[0]!.finish('failed');
  await new Promise<void>((resolve) => {
    bob.client.watchRoom({
      onRoom: () => {},
      onSignal: () => resolve(),
      onEnd: () => {},
    });
  });
  expect(bob.made[0]!.state).toBe('closed');
  bob.timers.advance(500);
  await Promise.all([ada.opened(1), bob.opened(1)]);
  expect(ada.openTo()).toEqual([bob.room.self]);
  expect(bob.openTo()).toEqual([ada.room.self]);
});

test('[L24] when a member leaves, its link is closed and nothing is built again', async () => {
  const ada = await opener('Ada');
  const bob = await joiner(ada.room.room.code, 'Bob');
  await Promise.all([ada.opened(1), bob.opened(1)]);
  const gone = new Promise<void>((resolve) => {
    ada.room.onMembers = (members) => {
      if (members.length === 1) resolve();
    };
  });
  bob.client.leaveRoom();
  await gone;
  expect(ada.made.map(({ state }) => state)).toEqual(['closed']);
  expect(bob.made.map(({ state }) => state)).toEqual(['closed']);
  expect(ada.room.links()).toEqual([]);
  expect(ada.timers.pending).toBe(0);
});

test('leaving closes the room connection with its reason', async () => {
  const ada = await opener('Ada');
  const ends: string[] = [];
  ada.room.onClosed = (end) => void ends.push(end);
  ada.client.leaveRoom();
  expect(ends).toEqual(['left']);
});

test('[L31] [L144] a member with somebody to reach gets TURN servers with a password that ends', async () => {
  await lobby.end();
  lobby = await LobbyUnderTest.start({
    timers: new ManualTimers(),
    environment: {
      PEERBALL_TURN_URLS: 'turn:turn.example:3478',
      PEERBALL_TURN_SECRET: 'a secret of the turn server',
    },
  });
  const client = lobby.client();
  const { room } = value(await client.createRoom('Ada'));
  expect(value(await client.fetchIce()).servers).toHaveLength(1);
  const other = lobby.client();
  const { self, ice } = value(await other.joinRoom(room.code, 'Bob'));
  expect(ice.lifetimeS).toBe(3600);
  expect(ice.servers[1]).toMatchObject({
    urls: ['turn:turn.example:3478'],
    username: `${1_700_000_000 + 3600}:${self}`,
  });
  expect(value(await other.fetchIce())).toEqual(ice);
  expect(value(await client.fetchIce()).servers).toHaveLength(2);
});
