import { afterEach, expect, test } from 'vitest';
import type { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import { OPEN_ACCESS } from '../../shared/lobby/room-access.ts';
import type { JoinedRoom } from '../../shared/lobby/room.ts';
import { startNodes, tickets, type TwoNodes } from './nodes-under-test.ts';
import {
  type LobbyUnderTest,
  roomEnd,
  roomWhere,
  type UnderTest,
  value,
} from './lobby-under-test.ts';

let running: LobbyUnderTest | null = null;
afterEach(() => running?.end());

async function startTwo(options: UnderTest = {}): Promise<TwoNodes> {
  const nodes = await startNodes(options);
  running = nodes.lobby;
  return nodes;
}

const names = ({ room }: JoinedRoom): string[] => room.members.map(({ name }) => name);

test('[L150] a room that was made on one node is joined by its code through the other', async () => {
  const { on, servers } = await startTwo();
  const host = on(0);
  const { room } = value(await host.createRoom('Ada'));
  const guest = on(1);
  const joined = value(await guest.joinRoom(room.code, 'Ben'));
  expect(names(joined)).toEqual(['Ada', 'Ben']);
  await roomWhere(host, ({ members }) => members.length === 2);
  expect(await servers[0].rooms()).toBe(1);
  expect(await servers[1].rooms()).toBe(0);
});

test('[L153] signals go from node to node, both ways, and nowhere else', async () => {
  const { on } = await startTwo();
  const [host, guest, stranger] = [on(0), on(1), on(1)];
  const { self: ada, room } = value(await host.createRoom('Ada'));
  const { self: ben, room: whole } = value(await guest.joinRoom(room.code, 'Ben'));
  value(await stranger.createRoom('Cleo'));
  const heard: string[] = [];
  for (const [name, client] of Object.entries({ host, guest, stranger })) {
    client.watchRoom({
      onRoom: () => {},
      onEnd: () => {},
      onSignal: ({ from, payload }) => {
        heard.push(`${name} of ${from}: ${JSON.stringify(payload).slice(0, 40)}`);
      },
    });
  }
  const [adas, bens] = [ada, ben].map((id) => whole.members.find((one) => one.id === id)!.session);
  const signal = { attempt: 0, generation: 0, payload: { type: 'rebuild' as const } };
  host.sendSignal({ ...signal, to: ben, toSession: bens! });
  guest.sendSignal({ ...signal, to: ada, toSession: adas! });
  await expect.poll(() => heard.length).toBe(2);
  expect(heard.map((line) => line.split(':')[0]).sort()).toEqual([
    `guest of ${ada}`,
    `host of ${ben}`,
  ]);
});

test('[L153] frames are relayed between pages of two nodes', async () => {
  const { on } = await startTwo();
  const [host, guest] = [on(0), on(1)];
  const { self: ada, room } = value(await host.createRoom('Ada'));
  const { self: ben, room: whole } = value(await guest.joinRoom(room.code, 'Ben'));
  const sessionOf = (id: string) => whole.members.find((one) => one.id === id)!.session;
  const heard: string[] = [];
  for (const [name, client] of Object.entries({ host, guest })) {
    client.watchRoom({
      onRoom: () => {},
      onEnd: () => {},
      onSignal: () => {},
      onRelayed: ({ session, frame }) => heard.push(`${name} ${session} ${frame.join()}`),
    });
  }
  expect(host.relay(sessionOf(ben), Uint8Array.of(1, 2))).toBe(true);
  expect(guest.relay(sessionOf(ada), Uint8Array.of(3))).toBe(true);
  await expect.poll(() => heard.length).toBe(2);
  expect(heard.sort()).toEqual([`guest ${sessionOf(ada)} 1,2`, `host ${sessionOf(ben)} 3`]);
});

test('[L143] [L153] frames of an address beyond its share stay at the node where its socket is', async () => {
  const { on, ways } = await startTwo({
    limits: { relayedOfPrefix: { burst: 4, perSecond: 0.01 } },
  });
  const [host, guest] = [on(0), on(1)];
  const { self: ada, room } = value(await host.createRoom('Ada'));
  const { room: whole } = value(await guest.joinRoom(room.code, 'Ben'));
  const { session } = whole.members.find(({ id }) => id === ada)!;
  const heard: number[] = [];
  host.watchRoom({
    onRoom: () => {},
    onEnd: () => {},
    onSignal: () => {},
    onRelayed: ({ frame }) => heard.push(frame[0]!),
  });
  let handedOn = 0;
  const publish = ways[1].publish.bind(ways[1]);
  ways[1].publish = (to, text) => {
    if (text.includes('"type":"relay"')) handedOn += 1;
    return publish(to, text);
  };
  for (let frame = 0; frame < 10; frame++) guest.relay(session, Uint8Array.of(frame));
  // The answer to one more tells that the node has taken in all before it.
  value(await guest.fetchIce());
  expect(handedOn).toBe(4);
  await expect.poll(() => heard).toEqual([0, 1, 2, 3]);
});

test('[L153] a page that goes away while its room is looked for leaves no place behind', async () => {
  const { on, ways, servers } = await startTwo();
  const [host, guest, other] = [on(0), on(1), on(1)];
  const { room } = value(await host.createRoom('Ada'));
  const homeOf = ways[1].homeOf.bind(ways[1]);
  const lookedFor: (() => void)[] = [];
  ways[1].homeOf = async (name) => {
    await new Promise<void>((resolve) => void lookedFor.push(resolve));
    return homeOf(name);
  };
  const joining = guest.joinRoom(room.code, 'Ben');
  await expect.poll(() => lookedFor.length).toBe(1);
  guest.depart();
  await expect.poll(() => servers[1].connections()).toBe(0);
  ways[1].homeOf = homeOf;
  lookedFor[0]!();
  expect(await joining).toMatchObject({ ok: false });
  // What one node says to another arrives in order.
  expect(names(value(await other.joinRoom(room.code, 'Cleo')))).toEqual(['Ada', 'Cleo']);
});

test('[L153] what keeps newcomers out does so on every node', async () => {
  const { on } = await startTwo();
  const [host, guest, other] = [on(0), on(1), on(1)];
  const { room } = value(await host.createRoom('Ada'));
  const set = (change: object, password?: string) =>
    host.line.ask('room:access', {
      code: room.code,
      access: { ...OPEN_ACCESS, ...change },
      ...(password === undefined ? {} : { password }),
    });
  value(await set({ locked: true }));
  expect(await guest.joinRoom(room.code, 'Ben')).toMatchObject({ error: { code: 'LOCKED' } });
  value(await set({}, 'open sesame'));
  expect(await guest.joinRoom(room.code, 'Ben')).toMatchObject({ error: { code: 'BAD_PASSWORD' } });
  const pass = { password: 'open sesame' };
  const { self } = value(await guest.joinRoom(room.code, 'Ben', pass));
  const end = roomEnd(guest);
  value(await host.removeMember(room.code, self));
  expect(await end).toBe('removed');
  expect(await guest.joinRoom(room.code, 'Ben', pass)).toMatchObject({
    error: { code: 'REMOVED' },
  });
  expect(names(value(await other.joinRoom(room.code, 'Cleo', pass)))).toEqual(['Ada', 'Cleo']);
});

test('[L153] a host of another node hears who knocks, and lets them in', async () => {
  const { on } = await startTwo();
  const [first, host, guest] = [on(0), on(1), on(0)];
  const { room } = value(await first.createRoom('Ada'));
  const { self } = value(await host.joinRoom(room.code, 'Ben'));
  first.nameHost(room.code, self);
  await expect.poll(() => host.access?.host).toBe(self);
  const access = { ...OPEN_ACCESS, knock: true };
  value(await host.line.ask('room:access', { code: room.code, access }));
  host.line.hear('room:knocks', ({ knocks: [knock] }) => {
    if (!knock) return;
    void host.line.ask('room:admit', { code: room.code, knock: knock.knock, isLetIn: true });
  });
  const answer = new Promise((resolve) => guest.line.hear('room:knocked', resolve));
  expect(await guest.joinRoom(room.code, 'Cleo')).toMatchObject({
    error: { code: 'KNOCK_PENDING' },
  });
  expect(await answer).toEqual({ code: room.code, isLetIn: true });
  expect(names(value(await guest.joinRoom(room.code, 'Cleo')))).toEqual(['Ada', 'Ben', 'Cleo']);
});

test('[L147] [L153] a host knows members of another node again, by equal names on every node', async () => {
  const { on } = await startTwo();
  const [host, near, far] = [on(0), on(0), on(1)];
  const { room } = value(await host.createRoom('Ada'));
  value(await near.joinRoom(room.code, 'Ben'));
  value(await far.joinRoom(room.code, 'Cleo'));
  const { people } = value(await host.line.ask('room:people', { code: room.code }));
  expect(people).toHaveLength(3);
  expect(people[2]!.conn).toMatch(/^[\da-f]{24}$/);
  expect(people[2]!.conn).toBe(people[1]!.conn);
});

test('[L10] [L153] a page is in one room at most, on whichever node', async () => {
  const { on, servers } = await startTwo();
  const [a, b, page] = [on(0), on(1), on(1)];
  const first = value(await a.createRoom('Ada')).room;
  const second = value(await b.createRoom('Ben')).room;
  value(await page.joinRoom(first.code, 'Cleo'));
  value(await page.joinRoom(second.code, 'Cleo'));
  await roomWhere(a, ({ members }) => members.length === 1);
  value(await page.joinRoom(first.code, 'Cleo'));
  await roomWhere(b, ({ members }) => members.length === 1);
  value(await page.createRoom('Cleo'));
  await roomWhere(a, ({ members }) => members.length === 1);
  expect(await Promise.all(servers.map((server) => server.rooms()))).toEqual([1, 2]);
});

test('[L153] a page of another node that is lost is offline, and takes its place again', async () => {
  const { on } = await startTwo();
  const [host, guest] = [on(0), on(1)];
  const { room } = value(await host.createRoom('Ada'));
  const before = value(await guest.joinRoom(room.code, 'Ben'));
  await roomWhere(host, ({ members }) => members.length === 2);
  const isOnline = () => host.joined!.room.members[1]!.online;
  guest.suspend();
  await expect.poll(isOnline).toBe(false);
  await expect.poll(isOnline).toBe(true);
  await expect.poll(() => guest.joined?.room.members[1]?.online).toBe(true);
  expect(guest.joined!.self).toBe(before.self);
});

test('[L151] a node that stops leaves its rooms to the members of the others', async () => {
  const { on, servers } = await startTwo({ times: { rebuildMs: 300 } });
  const [host, guest, third, friend] = [on(0), on(1), on(1), on(1)];
  const { room } = value(await host.createRoom('Ada'));
  value(await guest.joinRoom(room.code, 'Ben'));
  value(await third.joinRoom(room.code, 'Cleo'));
  await expect.poll(() => tickets.has(third)).toBe(true);
  await servers[0].close();
  await expect.poll(() => servers[1].rooms()).toBe(1);
  for (const client of [guest, third]) {
    const isBack = () => client.joined?.room.members.map(({ online }) => online).join();
    await expect.poll(isBack).toBe('false,true,true');
  }
  expect(names(value(await friend.joinRoom(room.code, 'Dan')))).toEqual([
    'Ada',
    'Ben',
    'Cleo',
    'Dan',
  ]);
});

test('[L152] a node that was cut off finds its room taken and leaves it: no room is there twice', async () => {
  const { on, servers, ways } = await startTwo();
  const [host, guest] = [on(0), on(1)];
  const { room } = value(await host.createRoom('Ada'));
  value(await guest.joinRoom(room.code, 'Ben'));
  await expect.poll(() => tickets.has(guest)).toBe(true);
  ways[0].cut();
  // Its room goes on there.
  value(await host.fetchIce());
  await guest.fetchIce();
  await expect.poll(() => servers[1].rooms()).toBe(1);
  expect(await servers[0].rooms()).toBe(1);
  ways[0].mend();
  await expect.poll(() => servers[0].rooms()).toBe(0);
  for (const client of [host, guest]) {
    const isBack = () => client.joined?.room.members.map(({ online }) => online).join();
    await expect.poll(isBack).toBe('true,true');
  }
  expect(await servers[1].rooms()).toBe(1);
});

test('[L154] without the backplane rooms of this node go on, and what needs it is asked for later', async () => {
  const { on, ways } = await startTwo();
  const [host, guest, late, stranger] = [on(0), on(0), on(0, 400), on(1, 400)];
  const { room } = value(await host.createRoom('Ada'));
  for (const way of ways) way.cut();
  expect(names(value(await guest.joinRoom(room.code, 'Ben')))).toEqual(['Ada', 'Ben']);
  const [made, joined] = await Promise.all([
    late.line.ask('room:peek', { code: '222222' as RoomCode }),
    stranger.line.ask('room:peek', { code: room.code }),
  ]);
  expect(made).toMatchObject({ error: { code: 'TRY_LATER' } });
  expect(joined).toMatchObject({ error: { code: 'TRY_LATER' } });
  for (const way of ways) way.mend();
  expect(names(value(await stranger.joinRoom(room.code, 'Cleo')))).toEqual(['Ada', 'Ben', 'Cleo']);
});

test('[L150] a room that has ended is not brought back by a ticket on another node', async () => {
  const { on, servers } = await startTwo();
  const [host, guest] = [on(0), on(1)];
  const { room } = value(await host.createRoom('Ada'));
  value(await guest.joinRoom(room.code, 'Ben'));
  await expect.poll(() => tickets.has(guest)).toBe(true);
  const ticket = tickets.get(guest)!;
  guest.leaveRoom();
  host.leaveRoom();
  await expect.poll(() => servers[0].rooms()).toBe(0);
  const back = await guest.line.ask('room:resume', { code: room.code, ticket });
  expect(back.ok).toBe(false);
  expect(await servers[1].rooms()).toBe(0);
});

test('[L156] wrong codes count on all nodes together, and so do open rooms of one network', async () => {
  const { on } = await startTwo({
    limits: { failedJoinsOfPrefix: { burst: 3, perSecond: 0 }, roomsOfPrefix: 2 },
  });
  const wrong = (client: LobbyClient) =>
    client.line.ask('room:peek', { code: '222222' as RoomCode });
  for (const node of [0, 1, 0] as const) {
    expect(await wrong(on(node))).toMatchObject({ error: { code: 'NO_ROOM' } });
  }
  await expect.poll(() => wrong(on(1))).toMatchObject({ error: { code: 'RATE_LIMITED' } });
  const [first, second] = [on(0), on(1)];
  value(await first.createRoom('Ada'));
  value(await second.createRoom('Ben'));
  expect(await on(0).createRoom('Cleo')).toMatchObject({ error: { code: 'TOO_MANY_ROOMS' } });
  first.leaveRoom();
  await expect.poll(async () => (await on(1).createRoom('Cleo')).ok).toBe(true);
});

test('[L156] what a network may do in a minute counts on all nodes together', async () => {
  const few = { burst: 2, perSecond: 0.01 };
  const { on } = await startTwo({ limits: { creates: few, joins: few, passwords: few } });
  const [first, second, third] = [on(0), on(1), on(0)];
  const { room } = value(await first.createRoom('Ada'));
  value(await second.createRoom('Ben'));
  await expect
    .poll(() => third.createRoom('Cleo'))
    .toMatchObject({ error: { code: 'RATE_LIMITED' } });

  const access = { code: room.code, access: OPEN_ACCESS, password: 'open sesame' };
  value(await first.line.ask('room:access', access));
  const guess = (client: LobbyClient) => client.joinRoom(room.code, 'Dan', { password: 'a guess' });
  expect(await guess(on(1))).toMatchObject({ error: { code: 'BAD_PASSWORD' } });
  expect(await guess(on(0))).toMatchObject({ error: { code: 'BAD_PASSWORD' } });
  await expect.poll(() => guess(on(1))).toMatchObject({ error: { code: 'RATE_LIMITED' } });
});

test('[L156] connections of one network count on all nodes together', async () => {
  const { on } = await startTwo({ limits: { connections: { burst: 3, perSecond: 0.01 } } });
  value(await on(0).createRoom('Ada'));
  value(await on(1).createRoom('Ben'));
  value(await on(0).createRoom('Cleo'));
  expect(await on(1, 300).createRoom('Dan')).toMatchObject({ ok: false });
});

test('[L171] sockets that one network has open count on all nodes together', async () => {
  const { on } = await startTwo({ limits: { socketsOfPrefix: 4 } });
  const clients = ([0, 1, 0, 1] as const).map((node) => on(node));
  for (const client of clients) value(await client.createRoom('Ada'));
  const isRefused = async (node: 0 | 1): Promise<boolean> => {
    const client = on(node, 300);
    const { ok } = await client.createRoom('Dan');
    client.close();
    return !ok;
  };
  const patience = { timeout: 8000, interval: 300 };
  for (const node of [0, 1] as const) {
    await expect.poll(() => isRefused(node), patience).toBe(true);
  }
  for (const client of clients.slice(2)) client.close();
  for (const node of [0, 1] as const) {
    await expect.poll(() => isRefused(node), patience).toBe(false);
  }
});

test('[L167] [L153] what pages of another node say of each other stands at the node that keeps the room', async () => {
  const token = 'a-token-of-the-operator';
  const { on, servers } = await startTwo({ environment: { PEERBALL_OPERATOR_TOKEN: token } });
  const [host, guest] = [on(0), on(1)];
  const { self, room } = value(await host.createRoom('Ada'));
  value(await guest.joinRoom(room.code, 'Ben'));
  const report = { code: room.code, peer: self, why: 'cheating' } as const;
  expect(await guest.line.ask('room:report', report)).toEqual({ ok: true, value: {} });
  const reports = await Promise.all(
    servers.map(async ({ url }) => {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch(`${url}/operator/figures`, { headers });
      return ((await answer.json()) as { reports: unknown[] }).reports;
    }),
  );
  expect(reports).toMatchObject([[{ code: room.code, member: { name: 'Ada' } }], []]);
});
