import { expect, test } from 'vitest';
import { fail, ok, type Result } from '../../../shared/base/result.ts';
import { parseRoomCode } from '../../../shared/lobby/ids.ts';
import type { LobbyError } from '../../../shared/lobby/lobby-error.ts';
import type { Peek } from '../../../shared/lobby/peek.ts';
import type { LobbyClient } from '../../net/lobby/lobby-client.ts';
import { takeKeptSeat } from './take-kept-seat.ts';

const CODE = parseRoomCode('PVX7Q2')!;
const FOUND: Peek = { host: 'Ana', members: [], max: 10, match: null, seatMs: 60_000 };

async function arrive(isLeft: boolean, answer: Result<Peek, LobbyError>) {
  const asked: object[] = [];
  let guest = 'this.signed';
  const ask = async (_name: string, request: object) => {
    asked.push(request);
    return answer;
  };
  const lobby = {
    line: { ask } as unknown as LobbyClient['line'],
    becomeGuest: (other: string) => void (guest = other),
  };
  const seat = { code: CODE, door: CODE, guest: 'other.signed', sun: 1, wave: 0 };
  await takeKeptSeat({ lobby, leftSeats: { leftByAnother: () => (isLeft ? seat : null) } }, CODE);
  return { asked, guest };
}

test('[L128] who opens the link again in another tab has the seat that is kept', async () => {
  const { asked, guest } = await arrive(true, ok(FOUND));
  expect([asked, guest]).toEqual([[{ code: CODE, guest: 'other.signed' }], 'other.signed']);
});

test.each([
  ['in which the first tab still plays', true, ok({ ...FOUND, seatMs: null })],
  ['that is not kept any more', true, ok({ ...FOUND, seatMs: 0 })],
  ['of which the lobby says nothing', true, fail({ code: 'NO_ANSWER' } as const)],
  ['that was never left', false, ok(FOUND)],
] as const)('[L128] a seat %s is not taken', async (_what, isLeft, answer) => {
  const { asked, guest } = await arrive(isLeft, answer);
  expect([asked.length, guest]).toEqual([isLeft ? 1 : 0, 'this.signed']);
});
