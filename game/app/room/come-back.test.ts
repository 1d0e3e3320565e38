import { expect, test } from 'vitest';
import { fail, ok, type Result } from '../../../shared/base/result.ts';
import type { LobbyError, LobbyErrorCode } from '../../../shared/lobby/lobby-error.ts';
import { ManualTimers } from '../../../tests/lobby/manual-timers.ts';
import { askForYesOrNo, isWorthAsking } from './come-back.ts';

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A lobby that says these one after the other. */
function setUp(...said: Result<string, LobbyError>[]) {
  const timers = new ManualTimers();
  const wish = { isWanted: true };
  let asked = 0;
  const outcome = askForYesOrNo(
    () => Promise.resolve(said[asked++]!),
    timers,
    () => !wish.isWanted,
  );
  return { timers, wish, outcome, asked: () => asked };
}

test.each<LobbyErrorCode>(['UNREACHABLE', 'NO_ANSWER', 'TRY_LATER', 'DRAINING', 'INTERNAL'])(
  '[L69] %s is no no: the lobby is asked again',
  async (code) => {
    const { timers, outcome, asked } = setUp(fail({ code }), fail({ code }), ok('in'));
    for (let turn = 1; turn <= 2; turn++) {
      await settle();
      expect(asked()).toBe(turn);
      timers.advance(2000);
    }
    expect(await outcome).toEqual(ok('in'));
  },
);

test('[L69] who asked too often waits as long as the lobby says', async () => {
  const { timers, outcome, asked } = setUp(fail({ code: 'RATE_LIMITED', retryMs: 9000 }), ok('in'));
  await settle();
  timers.advance(8999);
  await settle();
  expect(asked()).toBe(1);
  timers.advance(1);
  expect(await outcome).toEqual(ok('in'));
});

test.each<LobbyErrorCode>(['NO_ROOM', 'FULL', 'REMOVED', 'VERSION'])(
  '[L69] %s is a no, and asked for once',
  async (code) => {
    const { timers, outcome } = setUp(fail({ code }));
    expect(await outcome).toEqual(fail({ code }));
    expect(timers.pending).toBe(0);
  },
);

test('[L69] nobody asks on for a person who left', async () => {
  const { timers, wish, outcome, asked } = setUp(fail({ code: 'UNREACHABLE' }), ok('in'));
  await settle();
  wish.isWanted = false;
  timers.advance(2000);
  expect(await outcome).toEqual(fail({ code: 'UNREACHABLE' }));
  expect(asked()).toBe(1);
});

test('[L69] silence and being missed are asked about, a full room and another version are not', () => {
  expect(
    (['removed', 'host-gone', 'link-failed'] as const).every((one) => isWorthAsking(one)),
  ).toBe(true);
  expect(
    (['left', 'room-full', 'version-mismatch'] as const).some((one) => isWorthAsking(one)),
  ).toBe(false);
});

test('[L69] on the way back silence is asked about a few times, a newcomer asks nothing', () => {
  expect(isWorthAsking('link-failed', false, 0)).toBe(false);
  expect(isWorthAsking('link-failed', false, 1)).toBe(true);
  expect(isWorthAsking('link-failed', false, 4)).toBe(false);
  expect(isWorthAsking('removed', false, 1)).toBe(false);
});
