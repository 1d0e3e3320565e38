import { afterEach, expect, test } from 'vitest';
import { ask, honestAuth, LobbyUnderTest, roomEnd, roomWhere, value } from './lobby-under-test.ts';
import { ManualTimers } from './manual-timers.ts';

let lobby: LobbyUnderTest;

afterEach(() => lobby.end());

const limited = { ok: false, code: 'RATE_LIMITED' };
const wrongCode = { nonce: 'nonce-nonce-nonce', name: 'Bob', code: 'PVX7Q2' };

test('[L33] guessing codes is limited for each socket, and a right code with it', async () => {
  const timers = new ManualTimers();
  lobby = await LobbyUnderTest.start({ timers });
  const { room } = value(await lobby.client().createRoom('Ada'));
  const socket = lobby.raw();
  for (let i = 0; i < 5; i++) {
    expect(await ask(socket, 'room:join', wrongCode)).toEqual({ ok: false, code: 'NO_ROOM' });
  }
  const right = { ...wrongCode, code: room.code };
  expect(await ask(socket, 'room:join', right)).toEqual({ ...limited, retryMs: 12_000 });
  timers.advance(12_000);
  expect(await ask(socket, 'room:join', right)).toMatchObject({ ok: true });
});

test('[L33] guessing codes is limited for each address, whatever the socket', async () => {
  const failedJoinsOfPrefix = { burst: 2, perSecond: 0.1 };
  lobby = await LobbyUnderTest.start({
    timers: new ManualTimers(),
    limits: { failedJoinsOfPrefix },
  });
  const replies = [];
  for (let i = 0; i < 3; i++) replies.push(await ask(lobby.raw(), 'room:join', wrongCode));
  expect(replies.at(1)).toEqual({ ok: false, code: 'NO_ROOM' });
  expect(replies.at(2)).toEqual({ ...limited, retryMs: 10_000 });
});

test('[L33] an address has a few rooms at once, and opens a few in a minute', async () => {
  lobby = await LobbyUnderTest.start({
    timers: new ManualTimers(),
    limits: { roomsOfPrefix: 1, creates: { burst: 2, perSecond: 1 } },
  });
  value(await lobby.client().createRoom('Ada'));
  const codes = [];
  for (let i = 0; i < 2; i++) {
    const refused = await lobby.client().createRoom('Bob');
    codes.push(refused.ok ? null : refused.error.code);
  }
  expect(codes).toEqual(['TOO_MANY_ROOMS', 'RATE_LIMITED']);
});

test('[L33] a full server says so', async () => {
  lobby = await LobbyUnderTest.start({ limits: { rooms: 1 } });
  value(await lobby.client().createRoom('Ada'));
  expect(await lobby.client().createRoom('Bob')).toEqual({
    ok: false,
    error: { code: 'TRY_LATER' },
  });
});

test('[L33] a flood is refused and then ends the connection', async () => {
  lobby = await LobbyUnderTest.start({
    timers: new ManualTimers(),
    limits: { events: { burst: 3, perSecond: 1 } },
  });
  const socket = lobby.raw();
  const gone = new Promise((resolve) => socket.once('disconnect', resolve));
  for (let i = 0; i < 6; i++) socket.emit('ice:get', {}, () => {});
  await gone;
  const { counters } = lobby.server;
  expect(counters.get('ice:get/RATE_LIMITED')).toBe(3);
  expect(counters.get('ended/EXPELLED')).toBe(1);
});

test('[L35] an address has so many sockets at once and no more', async () => {
  lobby = await LobbyUnderTest.start({ limits: { socketsOfPrefix: 1 } });
  const first = lobby.raw();
  await new Promise<void>((resolve) => {
    first.once('connect', resolve);
  });
  const second = lobby.raw();
  await new Promise((resolve) => second.once('connect_error', resolve));
  expect(lobby.server.counters.get('request/RATE_LIMITED')).toBe(1);
});

/** A page over long polling that takes nothing more once it has joined. */
async function joinAndStopReading(code: string): Promise<void> {
  const polling = `${lobby.server.url}/socket.io/?EIO=4&transport=polling`;
  const opened = await (await fetch(polling)).text();
  const { sid } = JSON.parse(opened.slice(1)) as { sid: string };
  const own = `${polling}&sid=${sid}`;
  const request = JSON.stringify(['room:join', { nonce: 'nonce-nonce-nonce', name: 'Bob', code }]);
  for (const body of [`40${JSON.stringify(honestAuth())}`, `420${request}`]) {
    await fetch(own, { method: 'POST', body });
    await (await fetch(own)).text();
  }
}

test('[L33] [L35] a page that the server has no place for is told why, and comes in as soon as there is one', async () => {
  lobby = await LobbyUnderTest.start({ limits: { socketsOfPrefix: 1 } });
  const ada = lobby.client();
  value(await ada.createRoom('Ada'));
  const bob = lobby.client();
  const refused = { ok: false, error: { code: 'ADDRESS_FULL' } };
  expect(await bob.createRoom('Bob')).toEqual(refused);
  ada.close();
  await expect.poll(() => bob.status.state).toBe('online');
  value(await bob.createRoom('Bob'));
});

test('[L33] a page that finds the server full of people is told so', async () => {
  lobby = await LobbyUnderTest.start({ limits: { sockets: 1 } });
  value(await lobby.client().createRoom('Ada'));
  const full = { ok: false, error: { code: 'TRY_LATER' } };
  expect(await lobby.client().createRoom('Bob')).toEqual(full);
});

test('[L37] a reader who lets more than 256 KB wait is put out, and only that one', async () => {
  lobby = await LobbyUnderTest.start();
  const ada = lobby.client();
  const { room } = value(await ada.createRoom('Ada'));
  await joinAndStopReading(room.code);
  const { members } = await roomWhere(ada, (seen) => seen.members.length === 2);
  const lost = roomWhere(ada, (seen) => seen.members[1]?.online === false);

  const sdp = 'v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n'.padEnd(4000, 'x');
  const { id, session } = members[1]!;
  for (let attempt = 1; attempt <= 70; attempt++) {
    const payload = { type: 'offer', sdp } as const;
    ada.sendSignal({ to: id, toSession: session, attempt, generation: 1, payload });
  }
  await lost;
  expect(lobby.server.counters.get('ended/SLOW_READER')).toBe(1);
  // 4 000 characters and some more for the envelope, up to 262 144.
  expect(lobby.server.counters.get('signal/OK')).toBeGreaterThan(60);
});

test('[L19] a room with one member who asks for nothing ends after a quarter of an hour', async () => {
  const timers = new ManualTimers();
  lobby = await LobbyUnderTest.start({ timers });
  const [ada, bob] = [lobby.client(), lobby.client()];
  const ends = Promise.all([roomEnd(ada), roomEnd(bob)]);
  const alone = value(await ada.createRoom('Ada')).room;
  value(await bob.createRoom('Bob'));
  const [cy, dan] = [lobby.client(), lobby.client()];
  const { code } = value(await cy.createRoom('Cy')).room;
  value(await dan.joinRoom(code, 'Dan'));

  timers.advance(14 * 60_000);
  value(await bob.fetchIce());
  timers.advance(60_000);
  await roomEnd(ada);
  expect(ada.joined).toBeNull();
  expect(bob.joined).not.toBeNull();
  expect(await bob.joinRoom(alone.code, 'Bob')).toEqual({ ok: false, error: { code: 'NO_ROOM' } });

  // Dan leaves after hours of playing: the quarter of an hour begins then.
  timers.advance(600 * 60_000);
  dan.leaveRoom();
  await roomWhere(cy, ({ members }) => members.length === 1);
  timers.advance(14 * 60_000);
  value(await lobby.client().joinRoom(code, 'Eve'));
  expect(await ends).toEqual(['idle', 'left']);
});
