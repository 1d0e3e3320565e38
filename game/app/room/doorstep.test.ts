import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { fail, ok, type Result } from '../../../shared/base/result.ts';
import { parseRoomCode } from '../../../shared/lobby/ids.ts';
import type { LobbyError } from '../../../shared/lobby/lobby-error.ts';
import type { Peek } from '../../../shared/lobby/peek.ts';
import type { LobbyClient } from '../../net/lobby/lobby-client.ts';
import type { LeftSeat } from '../../net/lobby/left-seat.ts';
import type { InviteView, RejoinView } from '../../ui/model/view-model.ts';
import { Doorstep } from './doorstep.ts';

const CODE = parseRoomCode('PVX7Q2')!;
const SEAT: LeftSeat = { code: CODE, door: CODE, guest: 'me.signed', sun: 1, wave: 0 };
const FOUND: Peek = {
  host: 'Ana',
  members: ['Ana', 'Mert'],
  max: 10,
  match: { sun: 2, wave: 1, clockS: 90, clockStep: -1 },
  seatMs: null,
};

function makeDoorstep() {
  const view = {
    invite: signal<InviteView | null>(null),
    rejoin: signal<RejoinView | null>(null),
  };
  const world = {
    isHidden: false,
    key: undefined as string | undefined,
    left: null as LeftSeat | null,
    answer: ok(FOUND) as Result<Peek, LobbyError>,
    asked: [] as object[],
    guest: 'another.signed',
    isLost: false,
    loads: 0,
    nowMs: 0,
  };
  const doorstep = new Doorstep({
    loadOnline: async () => {
      world.loads += 1;
      if (world.isLost) return fail('newer-version' as const);
      return ok({
        lobby: {
          line: {
            ask: async (_name: string, request: object) => {
              world.asked.push(request);
              return world.answer;
            },
          } as unknown as LobbyClient['line'],
          becomeGuest: (guest: string) => void (world.guest = guest),
        },
        leftSeats: { load: () => world.left },
      });
    },
    keyOf: () => world.key,
    isHidden: () => world.isHidden,
    view,
  });
  /** Ticks at home for so long, and everything that follows from them. */
  const pass = async (ms: number, code: typeof CODE | null = null) => {
    for (const end = world.nowMs + ms; world.nowMs <= end; world.nowMs += 250) {
      doorstep.follow(code, world.nowMs);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return { doorstep, view, world, pass };
}

test('[L126] an invitation says who invites, who is there and the score, and looks again now and then', async () => {
  const { view, world, pass } = makeDoorstep();
  await pass(250, CODE);
  const { host, members, max, match } = FOUND;
  expect(view.invite.value).toEqual({ host, members, max, match });
  expect(world.asked).toEqual([{ code: CODE }]);
  await pass(20_000, CODE);
  expect(world.asked.length).toBe(3);
  world.isHidden = true;
  await pass(20_000, CODE);
  expect(world.asked.length).toBe(3);
  await pass(0);
  expect(view.invite.value).toBeNull();
});

test('what the server has no more is asked for every half minute, not every eight seconds', async () => {
  const { world, pass } = makeDoorstep();
  world.isLost = true;
  await pass(89_000, CODE);
  expect(world.loads).toBe(3);
  world.isLost = false;
  await pass(2000, CODE);
  expect(world.asked).toHaveLength(1);
});

test('[L94] [L126] an invitation to a private room shows the key of its link', async () => {
  const { world, pass } = makeDoorstep();
  world.key = 'k'.repeat(16);
  await pass(0, CODE);
  expect(world.asked).toEqual([{ code: CODE, key: world.key }]);
});

test('[L126] where the lobby says nothing the invitation is what it was', async () => {
  const { view, world, pass } = makeDoorstep();
  world.answer = fail({ code: 'NO_ROOM' });
  await pass(250, CODE);
  expect(view.invite.value).toBeNull();
});

test('[L128] home offers the way back with the score while the seat is kept, and counts down', async () => {
  const { doorstep, view, world, pass } = makeDoorstep();
  world.left = SEAT;
  world.answer = ok({ ...FOUND, seatMs: 72_000 });
  await pass(250);
  expect(world.asked).toEqual([{ code: CODE, guest: 'me.signed' }]);
  expect(view.rejoin.value).toEqual({ sun: 2, wave: 1, seconds: 72 });
  world.answer = ok({ ...FOUND, match: null, seatMs: 61_000 });
  await pass(11_000);
  // The lobby knows no score just now: the last one that this browser saw.
  expect(view.rejoin.value).toMatchObject({ sun: 1, wave: 0 });
  expect(view.rejoin.value!.seconds).toBeLessThan(61);
  expect(await doorstep.takeSeat()).toBe(CODE);
  expect(world.guest).toBe('me.signed');
});

test('[L128] a seat that is not kept, or that somebody has, is not offered', async () => {
  const { doorstep, view, world, pass } = makeDoorstep();
  world.left = SEAT;
  await pass(7000);
  expect([view.rejoin.value, world.asked.length]).toEqual([null, 1]);
  expect(await doorstep.takeSeat()).toBeNull();
  expect(world.guest).toBe('another.signed');
  // Of a page that crashed the lobby hears late.
  world.answer = ok({ ...FOUND, seatMs: 80_000 });
  await pass(2000);
  expect(view.rejoin.value).not.toBeNull();
});

test('[L128] without a seat that was left nothing is asked', async () => {
  const { world, pass } = makeDoorstep();
  await pass(20_000);
  expect(world.asked).toEqual([]);
});

test('[L128] an offer is gone with its time', async () => {
  const { view, world, pass } = makeDoorstep();
  world.left = SEAT;
  world.answer = ok({ ...FOUND, seatMs: 3000 });
  await pass(1000);
  expect(view.rejoin.value?.seconds).toBeLessThanOrEqual(3);
  world.answer = fail({ code: 'NO_ROOM' });
  await pass(9000);
  expect(view.rejoin.value).toBeNull();
});
