import { expect, test } from 'vitest';
import { parsePeerId } from '../../../shared/base/peer-id.ts';
import type { LinkSignal } from '../../../shared/lobby/signal.ts';
import { fakeLinks } from '../../../tests/links/fake-link.ts';
import { ManualTimers } from '../../../tests/lobby/manual-timers.ts';
import { ATTEMPTS_MAX, DirectAttempts } from './direct-attempts.ts';

const remote = parsePeerId('remote')!;
const offer: LinkSignal = { type: 'offer', sdp: 'v=0' };
const answer: LinkSignal = { type: 'answer', sdp: 'v=0' };
const candidate: LinkSignal = {
  type: 'candidate',
  candidate: 'c',
  sdpMid: '0',
  sdpMLineIndex: 0,
};

function setUp(opens: boolean, iceServers: RTCIceServer[] = []) {
  const timers = new ManualTimers();
  const { made, makeLink } = fakeLinks();
  const sent: string[] = [];
  const ends: string[] = [];
  const lost: string[] = [];
  const patience = { isPatient: false, canSignal: true };
  const pair = new DirectAttempts(opens, {
    remote,
    timers,
    random: () => 0.5,
    makeLink,
    takeIceServers: () => Promise.resolve(iceServers),
    sendSignal: (attempt, { type }) => void sent.push(`${attempt} ${type}`),
    onOpen: () => {},
    onLost: (end) => void lost.push(end),
    onFailure: () => {},
    canSignal: () => patience.canSignal,
    isPatient: () => patience.isPatient,
    onGiveUp: (end) => void ends.push(end),
  });
  return { timers, made, sent, ends, lost, patience, pair };
}

/** Lets promises that are already settled run on. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

test('[L24] the opener offers and is open with the answer', async () => {
  const { pair, made, sent } = setUp(true);
  pair.start();
  await settle();
  expect(sent).toEqual(['1 offer']);
  pair.receive(1, answer);
  expect(made[0]!.state).toBe('open');
});

test('[L24] the answerer waits for an offer and keeps candidates that came before it', async () => {
  const { pair, made, sent } = setUp(false);
  pair.start();
  pair.receive(1, candidate);
  await settle();
  expect(made).toEqual([]);
  pair.receive(1, offer);
  await settle();
  expect(sent).toEqual(['1 answer']);
  expect(made[0]!.accepted).toEqual([offer, candidate]);
});

test('[L25] signals of another attempt are ignored', async () => {
  const { pair, made } = setUp(true);
  pair.start();
  await settle();
  for (const attempt of [0, 2]) {
    pair.receive(attempt, answer);
    pair.receive(attempt, { type: 'rebuild' });
  }
  expect(made[0]!.accepted).toEqual([]);
  expect(made[0]!.state).toBe('connecting');
});

test('[L25] a newer offer replaces the link, an older one does not', async () => {
  const { pair, made } = setUp(false);
  pair.receive(2, offer);
  await settle();
  pair.receive(1, offer);
  await settle();
  expect(made).toHaveLength(1);
  pair.receive(3, offer);
  await settle();
  expect(made.map(({ state }) => state)).toEqual(['closed', 'open']);
});

test('[L25] the opener waits longer each time and then gives up', async () => {
  const { pair, made, ends, timers } = setUp(true);
  pair.start();
  await settle();
  const waitsMs = [500, 1000, 2000];
  for (const waitMs of waitsMs) {
    made.at(-1)!.finish('timeout');
    timers.advance(waitMs - 1);
    await settle();
    const before = made.length;
    timers.advance(1);
    await settle();
    expect(made).toHaveLength(before + 1);
  }
  expect(ends).toEqual([]);
  made.at(-1)!.finish('timeout');
  expect(ends).toEqual(['timeout']);
  expect(made).toHaveLength(ATTEMPTS_MAX);
  expect(timers.pending).toBe(0);
});

test('[L25] failures long after a link was good are counted anew', async () => {
  const { pair, made, ends, timers } = setUp(true);
  pair.start();
  for (let i = 1; i <= ATTEMPTS_MAX * 2; i++) {
    await settle();
    pair.receive(i, answer);
    timers.advance(60_000);
    made.at(-1)!.finish('remote-closed');
    timers.advance(500);
  }
  await settle();
  expect(ends).toEqual([]);
  expect(made).toHaveLength(ATTEMPTS_MAX * 2 + 1);
});

test('[L25] the answerer asks for a rebuild when its end broke, and gives up in time', async () => {
  const { pair, made, sent, ends } = setUp(false);
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
    pair.receive(attempt, offer);
    await settle();
    made.at(-1)!.finish('failed');
  }
  expect(sent.filter((signal) => signal.endsWith('rebuild'))).toHaveLength(ATTEMPTS_MAX - 1);
  expect(ends).toEqual(['failed']);
});

test('a link that the game closed itself is not built again', async () => {
  const { pair, made, timers, sent } = setUp(true);
  pair.start();
  await settle();
  made[0]!.close();
  expect(timers.pending).toBe(0);
  pair.close();
  pair.receive(1, { type: 'rebuild' });
  expect(sent).toEqual(['1 offer']);
});

test.each([true, false])(
  '[L25] what gave up begins anew when it is revived (opener: %s)',
  async (opens) => {
    const { pair, made, ends, sent, timers } = setUp(opens);
    pair.start();
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      if (!opens) pair.receive(attempt, offer);
      await settle();
      pair.revive();
      made.at(-1)!.finish('timeout');
      timers.advance(10_000);
    }
    await settle();
    expect(ends).toEqual(['timeout']);
    expect(made).toHaveLength(ATTEMPTS_MAX);

    pair.revive();
    pair.revive();
    await settle();
    expect(sent.at(-1)).toBe(opens ? `${ATTEMPTS_MAX + 1} offer` : `${ATTEMPTS_MAX} rebuild`);
  },
);

test('[L25] an opener that gave up builds again when it is asked to', async () => {
  const { pair, made, timers } = setUp(true);
  pair.start();
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
    await settle();
    made.at(-1)!.finish('timeout');
    timers.advance(10_000);
  }
  pair.receive(ATTEMPTS_MAX, { type: 'rebuild' });
  await settle();
  expect(made).toHaveLength(ATTEMPTS_MAX + 1);
});

test('[L25] with patience it never gives up, but waits up to a minute between two tries', async () => {
  const { pair, made, ends, timers, patience } = setUp(true);
  patience.isPatient = true;
  pair.start();
  const waits: number[] = [];
  for (let attempt = 1; attempt <= 8; attempt++) {
    await settle();
    const fromMs = timers.now();
    made.at(-1)!.finish('timeout');
    const before = made.length;
    for (; made.length === before; await settle()) timers.advance(500);
    waits.push(timers.now() - fromMs);
  }
  expect(waits).toEqual([500, 1000, 2000, 15_000, 30_000, 60_000, 60_000, 60_000]);
  expect(ends).toEqual([]);
});

test('[L25] after two failures it is tried once with nothing but TURN, where there is one', async () => {
  const turn = [{ urls: ['stun:a.example', 'turn:b.example:3478'] }];
  for (const [servers, wanted] of [
    [turn, [false, false, true, false]],
    [[{ urls: 'stun:a.example' }], [false, false, false, false]],
  ] as const) {
    const { pair, made, timers } = setUp(true, [...servers]);
    pair.start();
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      await settle();
      made.at(-1)!.finish('timeout');
      timers.advance(2000);
    }
    expect(made.map(({ setup }) => setup.turnOnly)).toEqual(wanted);
  }
});

test('an open link that is lost is told of, whoever ended it', async () => {
  const { pair, made, lost, timers } = setUp(true);
  pair.start();
  await settle();
  pair.receive(1, answer);
  made[0]!.finish('remote-closed');
  timers.advance(500);
  await settle();
  made[1]!.finish('timeout');
  timers.advance(1000);
  await settle();
  pair.receive(3, answer);
  pair.renew();
  expect(lost).toEqual(['remote-closed', 'closed']);
});

test('[L70] what fails while nobody can answer is no failure: it rests, and begins anew', async () => {
  const { pair, made, ends, patience, timers } = setUp(true);
  patience.canSignal = false;
  pair.start();
  await settle();
  for (let attempt = 1; attempt <= 2 * ATTEMPTS_MAX; attempt++) {
    made.at(-1)!.finish('timeout');
    timers.advance(2000);
    await settle();
  }
  expect(ends).toEqual([]);
  const resting = made.length;
  patience.canSignal = true;
  pair.beginAnew();
  for (let attempt = 1; attempt < ATTEMPTS_MAX; attempt++) {
    await settle();
    made.at(-1)!.finish('timeout');
    timers.advance(2000);
  }
  await settle();
  expect(ends).toEqual([]);
  made.at(-1)!.finish('timeout');
  expect(ends).toEqual(['timeout']);
  expect(made.length).toBe(resting + ATTEMPTS_MAX);
});

test('[L70] beginning anew leaves an open link alone', async () => {
  const { pair, made, lost } = setUp(true);
  pair.start();
  await settle();
  pair.receive(1, answer);
  pair.beginAnew();
  await settle();
  expect([made.length, lost]).toEqual([1, []]);
});
