import { expect, test } from 'vitest';
import { fail, ok } from '../../../shared/base/result.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { LobbyError } from '../../../shared/lobby/lobby-error.ts';
import { ManualTimers } from '../../../tests/lobby/manual-timers.ts';
import { introduce, type IntroducePorts } from './introduce.ts';

const [near, far] = ['CCCCCC', 'FFFFFF'] as [RoomCode, RoomCode];

/** A lobby that answers after 40 ms, and as long again where the page has to connect first. */
function setUp({ isOnline = true, problem = null as LobbyError | null } = {}) {
  const timers = new ManualTimers();
  const asked: unknown[] = [];
  const lobby = {
    isOnline,
    ask: (_name: string, request: unknown) => {
      asked.push(request);
      timers.advance(lobby.isOnline ? 40 : 300);
      lobby.isOnline = true;
      return Promise.resolve(problem ? fail(problem) : ok({ codes: [near, far], ice: {} }));
    },
  };
  const measure: IntroducePorts['measure'] = (code) =>
    code === near ? Promise.resolve(31.4) : new Promise(() => {});
  const ports = { lobby, timers, hand: 'keys', skill: 1100, measure } as unknown as IntroducePorts;
  return { timers, asked, ports };
}

async function turns(): Promise<void> {
  for (let turn = 0; turn < 9; turn++) await Promise.resolve();
}

test('[L134] a page says what its person is like, its way to the lobby, and those to rooms that answered', async () => {
  const { timers, asked, ports } = setUp();
  const introduced = introduce(ports);
  await turns();
  timers.advance(900);
  const ways = [{ code: near, rttMs: 31 }];
  expect(await introduced).toEqual(ok({ hand: 'keys', skill: 1100, rttMs: 40, ways }));
  expect(asked).toEqual([{ hand: 'keys', skill: 1100 }]);
  expect(timers.pending).toBe(0);
});

test('[L134] the way to the lobby is not that of connecting', async () => {
  const { timers, ports } = setUp({ isOnline: false });
  const introduced = introduce({ ...ports, skill: undefined });
  await turns();
  timers.advance(900);
  expect(await introduced).toMatchObject({ ok: true, value: { hand: 'keys', rttMs: 40 } });
});

test('[L134] a lobby that cannot be reached is asked for no place; one that is asked too often is', async () => {
  const lost = setUp({ problem: { code: 'TRY_LATER' } });
  expect(await introduce(lost.ports)).toEqual(fail({ code: 'TRY_LATER' }));
  const busy = setUp({ problem: { code: 'RATE_LIMITED' } });
  expect(await introduce(busy.ports)).toEqual(ok({ hand: 'keys', skill: 1100 }));
});
