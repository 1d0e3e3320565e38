import { expect, test } from 'vitest';
import { fail, ok, type Result } from '../../../shared/base/result.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { LobbyError } from '../../../shared/lobby/lobby-error.ts';
import { ManualTimers } from '../../../tests/lobby/manual-timers.ts';
import { ScriptedLobby } from '../../../tests/lobby/scripted-lobby.ts';
import { askOrKnock } from './knock.ts';

const code = 'PVX7Q2' as RoomCode;
const PENDING = fail<LobbyError>({ code: 'KNOCK_PENDING' });

function knockWith(answers: readonly Result<string, LobbyError>[]) {
  const lobby = new ScriptedLobby();
  const timers = new ManualTimers();
  const left = [...answers];
  let knocks = 0;
  let isOver = false;
  const done = askOrKnock(
    async () => left.shift() ?? fail({ code: 'NO_ANSWER' }),
    lobby,
    timers,
    () => isOver,
    () => knocks++,
  );
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn++) await Promise.resolve();
  };
  const giveUp = (): void => {
    isOver = true;
  };
  return { lobby, timers, done, settled, giveUp, knocks: () => knocks };
}

test('[L94] where nobody has to be asked, one is in', async () => {
  const { done, knocks } = knockWith([ok('in')]);
  expect(await done).toEqual(ok('in'));
  expect(knocks()).toBe(0);
});

test('[L94] let in by the host, the room is asked for once more', async () => {
  const { lobby, done, settled, knocks, timers } = knockWith([PENDING, ok('in')]);
  await settled();
  expect(knocks()).toBe(1);
  lobby.say('room:knocked', { code, isLetIn: true });
  expect(await done).toEqual(ok('in'));
  expect(timers.pending).toBe(0);
});

test('[L94] a no of the host is one', async () => {
  const { lobby, done, settled } = knockWith([PENDING, ok('in')]);
  await settled();
  lobby.say('room:knocked', { code, isLetIn: false });
  expect(await done).toEqual(fail({ code: 'KNOCK_REFUSED' }));
});

test('[L94] an answer that got lost is asked for again, as after a new connection', async () => {
  const { lobby, timers, done, settled } = knockWith([
    PENDING,
    PENDING,
    fail({ code: 'KNOCK_REFUSED' }),
  ]);
  await settled();
  lobby.connect();
  await settled();
  timers.advance(40_000);
  expect(await done).toEqual(fail({ code: 'KNOCK_REFUSED' }));
});

test('[L94] a person that gave up meanwhile is not let in', async () => {
  const { lobby, done, settled, giveUp } = knockWith([PENDING, ok('in')]);
  await settled();
  giveUp();
  lobby.say('room:knocked', { code, isLetIn: true });
  expect(await done).toEqual(fail({ code: 'CANCELLED' }));
});
