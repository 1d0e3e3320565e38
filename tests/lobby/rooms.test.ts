import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseRoomCode } from '../../shared/lobby/ids.ts';
import { LOBBY_VERSION, SIM_VERSION, WIRE_VERSION } from '../../shared/version.ts';
import { ask, honestAuth, LobbyUnderTest, nameOf, roomWhere, value } from './lobby-under-test.ts';

const versions = { lobby: LOBBY_VERSION, sim: SIM_VERSION, wire: WIRE_VERSION };
let lobby: LobbyUnderTest;

beforeEach(async () => {
  lobby = await LobbyUnderTest.start();
});

afterEach(() => lobby.end());

test('[L1] whoever opens a room is its host and only member', async () => {
  const joined = value(await lobby.client().createRoom('Ada'));

  expect(parseRoomCode(joined.room.code)).toBe(joined.room.code);
  expect(joined.room).toMatchObject({ sequencer: joined.self, max: 16 });
  expect(joined.room.members).toEqual([
    { id: joined.self, name: 'Ada', session: 1, pageNumber: 0, online: true },
  ]);
});

test('[L1] a room is joined by its code, and those inside hear of it', async () => {
  const ada = lobby.client();
  const { room } = value(await ada.createRoom('Ada'));
  const bob = value(await lobby.client().joinRoom(room.code, 'Bob'));

  expect(nameOf(bob)).toBe('Bob');
  expect(bob.room.members.map(({ name }) => name)).toEqual(['Ada', 'Bob']);
  const seen = await roomWhere(ada, ({ members }) => members.length === 2);
  expect(seen).toEqual(bob.room);
});

test('[L2] a code without a room is refused', async () => {
  const code = parseRoomCode('PVX-7Q2')!;
  expect(await lobby.client().joinRoom(code, 'Bob')).toEqual({
    ok: false,
    error: { code: 'NO_ROOM' },
  });
});

test('[L2] a full room takes nobody more', async () => {
  const { room } = value(await lobby.client().createRoom('Ada', 2));
  value(await lobby.client().joinRoom(room.code, 'Bob'));
  const third = await lobby.client().joinRoom(room.code, 'Cy');
  expect(third).toEqual({ ok: false, error: { code: 'FULL' } });
});

test.each([
  ['an older game', { lobby: LOBBY_VERSION - 1 }, 'game'],
  ['an older lobby', { lobby: LOBBY_VERSION + 1 }, 'lobby'],
])('[L6] %s is told who has to be renewed', async (_case, other, behind) => {
  const client = lobby.client({ versions: { ...versions, ...other } });
  expect(await client.createRoom('Ada')).toEqual({ ok: false, error: { code: 'VERSION', behind } });
  expect(client.status).toEqual({ state: 'refused', code: 'VERSION', behind });
});

test.each([
  ['an older simulation', { sim: SIM_VERSION - 1 }, 'game'],
  ['a newer simulation', { sim: SIM_VERSION + 1 }, 'room'],
  ['older packets', { wire: WIRE_VERSION - 1 }, 'game'],
  ['newer packets', { wire: WIRE_VERSION + 1 }, 'room'],
])('[L6] %s cannot join a room and is told who is behind', async (_case, other, behind) => {
  const { room } = value(await lobby.client().createRoom('Ada'));
  const client = lobby.client({ versions: { ...versions, ...other } });
  expect(await client.joinRoom(room.code, 'Bob')).toEqual({
    ok: false,
    error: { code: 'VERSION', behind },
  });
  expect(client.status).toEqual({ state: 'online' });
});

test('[L4] the server takes only names as checkName leaves them', async () => {
  const socket = lobby.raw();
  const refused = { ok: false, code: 'BAD_REQUEST' };
  for (const name of [' Ada', 'a\u202Eb']) {
    const request = { nonce: 'nonce-nonce-nonce', name, max: 4 };
    expect(await ask(socket, 'room:create', request)).toEqual(refused);
  }
});

test('[L8] two of one name are told apart, and keep their names when one comes again', async () => {
  const ada = lobby.client();
  const { room } = value(await ada.createRoom('Ada'));
  const other = lobby.client();
  expect(nameOf(value(await other.joinRoom(room.code, 'Ada')))).toBe('Ada#2');
  expect(nameOf(value(await lobby.client().joinRoom(room.code, 'Ada')))).toBe('Ada#3');
  ada.leaveRoom();
  await roomWhere(other, ({ members }) => members.length === 2);
  expect(nameOf(value(await other.joinRoom(room.code, 'Ada')))).toBe('Ada');
});

test('[L11] asking twice with one nonce opens one room', async () => {
  const socket = lobby.raw();
  const request = { nonce: 'nonce-nonce-nonce', name: 'Ada', max: 4 };
  const [first, second] = await Promise.all([
    ask(socket, 'room:create', request),
    ask(socket, 'room:create', request),
  ]);
  expect(first).toMatchObject({ ok: true });
  expect(second).toMatchObject({
    ok: true,
    value: { room: { code: (first as { value: { room: { code: string } } }).value.room.code } },
  });
  expect(await lobby.server.rooms()).toBe(1);
});

test('[L11] a late copy of a join does not bring back who has left', async () => {
  const { room } = value(await lobby.client().createRoom('Ada'));
  const socket = lobby.raw();
  const request = { nonce: 'nonce-nonce-nonce', name: 'Bob', code: room.code };
  expect(await ask(socket, 'room:join', request)).toMatchObject({ ok: true });
  expect(await ask(socket, 'room:leave', { code: room.code })).toEqual({ ok: true, value: {} });
  expect(await ask(socket, 'room:join', request)).toEqual({ ok: false, code: 'NOT_MEMBER' });
});

test('[L10] entering another room leaves the first one', async () => {
  const ada = lobby.client();
  const first = value(await ada.createRoom('Ada'));
  const bob = lobby.client();
  value(await bob.joinRoom(first.room.code, 'Bob'));
  const second = value(await bob.createRoom('Bob'));

  const left = await roomWhere(ada, ({ members }) => members.length === 1);
  expect(left.members.map(({ name }) => name)).toEqual(['Ada']);
  expect(second.room.members).toHaveLength(1);
});

test('[L10] the server itself sees to it that a socket is in one room', async () => {
  const socket = lobby.raw();
  const create = (nonce: string) => ask(socket, 'room:create', { nonce, name: 'Ada', max: 4 });
  await create('nonce-nonce-nonce-1');
  await create('nonce-nonce-nonce-2');
  expect(await lobby.server.rooms()).toBe(1);
});

test('[L14] when the host leaves, the next in order follows', async () => {
  const ada = lobby.client();
  const { room } = value(await ada.createRoom('Ada'));
  const bob = lobby.client();
  const { self } = value(await bob.joinRoom(room.code, 'Bob'));
  value(await lobby.client().joinRoom(room.code, 'Cy'));
  ada.leaveRoom();

  const after = await roomWhere(
    bob,
    ({ members }) => members.length === 2 && members[0]?.name === 'Bob',
  );
  expect(after.sequencer).toBe(self);
  expect(after.members.map(({ name }) => name)).toEqual(['Bob', 'Cy']);
});

test('[L16] a room ends when the last member leaves', async () => {
  const ada = lobby.client();
  const { room } = value(await ada.createRoom('Ada'));
  ada.leaveRoom();
  // The answer to anything later on the same connection says that the leaving is done.
  expect(await ada.joinRoom(room.code, 'Ada')).toEqual({ ok: false, error: { code: 'NO_ROOM' } });
  expect(await lobby.server.rooms()).toBe(0);
});

test('two wishes in a row: only the newer one is followed, and the lobby agrees', async () => {
  const ada = lobby.client();
  const [first, second] = await Promise.all([ada.createRoom('Ada'), ada.createRoom('Ada')]);
  expect(first).toEqual({ ok: false, error: { code: 'CANCELLED' } });
  expect(ada.joined).toEqual(value(second));
  value(await ada.fetchIce());
  expect(await lobby.server.rooms()).toBe(1);
});

test('[L3] no new rooms while the server drains, but joining goes on', async () => {
  const ada = lobby.client();
  const { room } = value(await ada.createRoom('Ada'));
  lobby.server.drain();
  expect(await lobby.client().createRoom('Bob')).toEqual({
    ok: false,
    error: { code: 'DRAINING' },
  });
  value(await lobby.client().joinRoom(room.code, 'Cy'));
});

test('a lobby that cannot be reached ends a request with UNREACHABLE', async () => {
  const client = lobby.client({ url: 'http://127.0.0.1:9', requestMs: 50 });
  expect(await client.createRoom('Ada')).toEqual({ ok: false, error: { code: 'UNREACHABLE' } });
  await expect.poll(() => client.status).toEqual({ state: 'offline' });
});

test('[L5] a forged guest id is worth nothing', async () => {
  const guests: unknown[] = [];
  for (const guest of ['x'.repeat(22), `${'x'.repeat(22)}.${'y'.repeat(43)}`]) {
    const socket = lobby.raw({ ...honestAuth(), guest });
    guests.push(await new Promise((resolve) => socket.once('welcome', resolve)));
  }
  for (const given of guests) {
    expect((given as { guest: string }).guest).not.toContain('x'.repeat(22));
  }
});
