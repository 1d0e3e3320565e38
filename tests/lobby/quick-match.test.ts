import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LobbyClient } from '../../game/net/lobby/lobby-client.ts';
import type { News } from '../../shared/lobby/lobby-events.ts';
import { CrowdInMemory } from './crowd-in-memory.ts';
import { CrowdOverSockets } from './crowd-over-sockets.ts';
import { seededRandom } from './hostile/seeded-random.ts';
import { ask, LobbyUnderTest, roomWhere, value } from './lobby-under-test.ts';
import { ManualTimers } from './manual-timers.ts';
import { makeCrowd, meetCrowd, quantile } from './quick-crowd.ts';

const timers = new ManualTimers();
let lobby: LobbyUnderTest;

beforeEach(async () => {
  lobby = await LobbyUnderTest.start({ timers });
});

afterEach(() => lobby.end());

function nextMatch(client: LobbyClient): Promise<News<'queue:match'>> {
  return new Promise((resolve) => {
    client.watchRoom({
      onRoom: () => {},
      onSignal: () => {},
      onEnd: () => {},
      onMatch: resolve,
    });
  });
}

const press = (name: string, skill = 1000) => ({ name, hand: 'keys' as const, skill });

test('[L110] two strangers press PLAY and are in one room, which says that it is quick', async () => {
  const ada = lobby.client();
  const first = value(await ada.joinQuick(press('Ada')));
  expect(first.room).toMatchObject({ quick: true, max: 8, sequencer: first.self });
  expect(first.room.members).toHaveLength(1);
  const found = nextMatch(ada);
  const second = value(await lobby.client().joinQuick(press('Bob')));
  expect(second.room.code).toBe(first.room.code);
  expect(await found).toEqual({ code: first.room.code, sun: [], wave: [] });
});

test('[L110] pressing twice in a row is one place, in the same room', async () => {
  const ada = lobby.client();
  const [, joined] = await Promise.all([ada.joinQuick(press('Ada')), ada.joinQuick(press('Ada'))]);
  const { room, self } = value(joined);
  expect(room.members).toHaveLength(1);
  // The answer to anything later on the same connection says that nothing was left meanwhile.
  value(await ada.fetchIce());
  const bob = value(await lobby.client().joinQuick(press('Bob')));
  expect(bob.room.members.map(({ id }) => id)).toContain(self);
});

test('[L115] a page hears with its place how many there are', async () => {
  const ada = lobby.client();
  value(await ada.joinQuick(press('Ada', 0)));
  expect(ada.queue).toEqual({ searching: 1, playing: 0 });
  const bob = lobby.client();
  value(await bob.joinQuick(press('Bob', 4000)));
  expect(bob.queue).toEqual({ searching: 2, playing: 0 });
});

test('[L114] a page that is told of people elsewhere goes there, and its own room ends', async () => {
  const ada = lobby.client();
  const first = value(await ada.joinQuick(press('Ada', 1000)));
  const bob = lobby.client();
  value(await bob.joinQuick(press('Bob', 1250)));
  expect(await lobby.server.rooms()).toBe(2);
  const told = nextMatch(ada);
  timers.advance(2000);
  const { code } = await told;
  expect(code).not.toBe(first.room.code);
  const moved = value(await ada.joinRoom(code, 'Ada'));
  expect(moved.room.members.map(({ name }) => name)).toEqual(['Bob', 'Ada']);
  await roomWhere(bob, ({ members }) => members.length === 2);
  expect(await lobby.server.rooms()).toBe(1);
});

test('[L111] a page that is closed gives its place back', async () => {
  const ada = lobby.client();
  const { room } = value(await ada.joinQuick(press('Ada')));
  const bob = lobby.client();
  value(await bob.joinQuick(press('Bob')));
  bob.close();
  await roomWhere(ada, ({ members }) => members.length === 1);
  const cy = value(await lobby.client().joinQuick(press('Cy')));
  expect(cy.room).toMatchObject({ code: room.code });
  expect(cy.room.members.map(({ name }) => name)).toEqual(['Ada', 'Cy']);
});

test('[L9] [L111] who was removed from a quick room is sent to another one', async () => {
  const ada = lobby.client();
  const { room } = value(await ada.joinQuick(press('Ada')));
  const bob = lobby.client();
  const { self } = value(await bob.joinQuick(press('Bob')));
  value(await ada.removeMember(room.code, self));
  expect(value(await bob.joinQuick(press('Bob'))).room.code).not.toBe(room.code);
});

test('[L117] a closed room is left alone', async () => {
  const ada = lobby.client();
  const { room } = value(await ada.joinQuick(press('Ada')));
  value(await ada.closeToQueue(room.code));
  expect(value(await lobby.client().joinQuick(press('Bob'))).room.code).not.toBe(room.code);
});

test('[L99] [L134] the way to a quick room is measured at its host, and to no other room', async () => {
  const ada = lobby.client();
  const { room } = value(await ada.joinQuick(press('Ada')));
  const bob = lobby.client();
  const near = value(await bob.line.ask('queue:near', { hand: 'keys' }));
  expect(near.codes).toEqual([room.code]);
  const asked = new Promise((resolve) => {
    ada.line.hear('probe:offer', resolve);
  });
  const sdp = 'v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n';
  const { probe } = value(await bob.line.ask('probe:offer', { code: room.code, sdp }));
  expect(await asked).toEqual({ probe, sdp });
  value(await ada.closeToQueue(room.code));
  const closed = await bob.line.ask('probe:offer', { code: room.code, sdp });
  expect(closed).toMatchObject({ ok: false, error: { code: 'NO_PEER' } });
});

test('[L20] what no honest page would say to the queue is refused and changes nothing', async () => {
  const fine = { nonce: 'nonce-nonce-nonce', name: 'Eve', hand: 'keys' };
  const wrong = [
    null,
    {},
    { ...fine, hand: 'foot' },
    { ...fine, skill: 4001 },
    { ...fine, skill: 1.5 },
    { ...fine, rttMs: -1 },
    { ...fine, name: ' ' },
    { ...fine, ways: [{ code: '222222', rttMs: -1 }] },
    { ...fine, ways: Array.from({ length: 9 }, () => ({ code: '222222', rttMs: 1 })) },
    { ...fine, more: 1 },
  ];
  for (const payload of wrong) {
    const refused = { ok: false, code: 'BAD_REQUEST' };
    expect(await ask(lobby.raw(), 'queue:join', payload)).toEqual(refused);
  }
  expect(await lobby.server.rooms()).toBe(0);
});

test('[L33] PLAY is pressed so often from one address and no more', async () => {
  await lobby.end();
  const joins = { burst: 2, perSecond: 0.1 };
  lobby = await LobbyUnderTest.start({ timers, limits: { joins } });
  value(await lobby.client().joinQuick(press('Ada')));
  value(await lobby.client().joinQuick(press('Bob')));
  const third = await lobby.client().joinQuick(press('Cy'));
  expect(third).toEqual({ ok: false, error: { code: 'RATE_LIMITED', retryMs: 10_000 } });
});

test('[L112] [L114] of 200 who come at one a second 98 in 100 have company within seconds', async () => {
  const crowd = makeCrowd({
    people: 200,
    perMinute: 60,
    meanStayMs: 6 * 60_000,
    isKnown: true,
    random: seededRandom(1),
  });
  const fates = await meetCrowd(new CrowdInMemory(), crowd);
  const waits = fates.flatMap(({ waitMs }) => waitMs ?? []);
  expect(waits.length).toBeGreaterThanOrEqual(0.98 * crowd.length);
  expect(quantile(waits, 0.5)).toBeLessThanOrEqual(2500);
  expect(quantile(waits, 0.95)).toBeLessThanOrEqual(5600);
  const gaps = fates.map(({ gap }) => gap);
  expect(quantile(gaps, 0.5)).toBeLessThanOrEqual(163);
  const ofTwo = fates.filter(({ company }) => company === 2).map(({ worstRttMs }) => worstRttMs);
  expect(quantile(ofTwo, 0.5)).toBeLessThanOrEqual(75);
});

test('[L112] [L114] over real sockets a crowd meets as well', async () => {
  const random = seededRandom(2);
  const crowd = makeCrowd({
    people: 24,
    perMinute: 60,
    meanStayMs: 30_000,
    isKnown: true,
    random,
  });
  const sockets = await CrowdOverSockets.start();
  lobby.alsoEnd(() => sockets.end());
  const fates = await meetCrowd(sockets, crowd);
  expect(fates.filter(({ waitMs }) => waitMs !== null).length).toBeGreaterThanOrEqual(23);
});
