import { expect, test } from 'vitest';
import { fail, ok } from '../../../shared/base/result.ts';
import type { IceConfig } from '../../../shared/lobby/ice-config.ts';
import { ManualTimers } from '../../../tests/lobby/manual-timers.ts';
import { IceServers } from './ice-servers.ts';
import type { RoomChannel } from './room-channel.ts';

const config = (credential: string, lifetimeS = 100): IceConfig => ({
  servers: [{ urls: ['turn:turn.example'], username: 'u', credential }],
  lifetimeS,
});

function setUp(first: IceConfig, fetchIce: RoomChannel['fetchIce']) {
  const timers = new ManualTimers();
  const channel: RoomChannel = {
    isOnline: true,
    hidesAddress: false,
    watchRoom: () => () => {},
    sendSignal: () => {},
    relay: () => false,
    reportLink: () => {},
    fetchIce,
  };
  return { timers, ice: new IceServers(channel, first, timers) };
}

const passwordNow = async (ice: IceServers) => (await ice.take())[0]?.credential;

test('[L31] credentials are fetched anew when 80 % of their life is over', async () => {
  const { timers, ice } = setUp(config('first'), () => Promise.resolve(ok(config('second'))));
  timers.advance(80_000);
  expect(await passwordNow(ice)).toBe('first');
  timers.advance(1);
  expect(await passwordNow(ice)).toBe('second');
});

test('old credentials are used when there are no new ones', async () => {
  const { timers, ice } = setUp(config('first'), () =>
    Promise.resolve(fail({ code: 'UNREACHABLE' })),
  );
  timers.advance(1e6);
  expect(await passwordNow(ice)).toBe('first');
});

test('servers without credentials never run out', async () => {
  let fetched = 0;
  const { timers, ice } = setUp(config('first', 0), () => {
    fetched++;
    return Promise.resolve(ok(config('second')));
  });
  timers.advance(1e9);
  await ice.take();
  expect(fetched).toBe(0);
});
