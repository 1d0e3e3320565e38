import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { PeerId } from '../../../shared/base/peer-id.ts';
import { fail, ok } from '../../../shared/base/result.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { LobbyErrorCode } from '../../../shared/lobby/lobby-error.ts';
import { type AccessNews, OPEN_ACCESS } from '../../../shared/lobby/room-access.ts';
import { ReportDesk, type ReportDeskPorts } from './report-desk.ts';

const code = 'PVX7Q2' as RoomCode;
const bob = 'bob' as PeerId;

function accessOf(visibility: AccessNews['access']['visibility'], of = code): AccessNews {
  const access = { ...OPEN_ACCESS, visibility };
  return {
    code: of,
    door: of,
    host: 'ana' as PeerId,
    access,
    hasPassword: false,
    turn: false,
    key: null,
  };
}

function underTest({ quick = false, refusal = null as LobbyErrorCode | null } = {}) {
  const asked: unknown[] = [];
  const access = signal<AccessNews | null>(null);
  const ask = async (name: string, request: object) => {
    asked.push([name, request]);
    return refusal === null ? ok({}) : fail({ code: refusal });
  };
  const lobby = {
    line: { ask },
    joined: { room: { quick } },
  } as unknown as ReportDeskPorts['lobby'];
  return { desk: new ReportDesk({ lobby, access }), access, asked };
}

test('[L169] people are reported in public and in quick rooms, also when the host takes a room off the list', () => {
  const { desk, access } = underTest();
  access.value = accessOf('unlisted');
  expect(desk.isOffered.value).toBe(false);
  access.value = accessOf('public');
  expect(desk.isOffered.value).toBe(true);
  access.value = accessOf('private');
  expect(desk.isOffered.value).toBe(true);
  access.value = accessOf('unlisted', 'GGGGGG' as RoomCode);
  expect(desk.isOffered.value).toBe(false);
  const quick = underTest({ quick: true });
  quick.access.value = accessOf('unlisted');
  expect(quick.desk.isOffered.value).toBe(true);
});

test('[L169] the lobby hears whom and why, and the person stays marked until the room is left', async () => {
  const { desk, access, asked } = underTest();
  access.value = accessOf('public');
  expect(await desk.report(bob, 'cheating')).toBeNull();
  expect(asked).toEqual([['room:report', { code, peer: bob, why: 'cheating' }]]);
  expect([...desk.reported.value]).toEqual([bob]);
  access.value = null;
  expect(desk.reported.value.size).toBe(0);
  expect(await desk.report(bob, 'cheating')).toBe('unknown');
});

test.each([
  ['NO_PEER', 'left'],
  ['RATE_LIMITED', 'rate-limited'],
  ['NO_ANSWER', 'lobby-unreachable'],
  ['CANCELLED', 'unknown'],
] as const)('[L169] %s: nothing is marked, and the person reads why', async (refusal, problem) => {
  const { desk, access } = underTest({ refusal });
  access.value = accessOf('public');
  expect(await desk.report(bob, 'name')).toBe(problem);
  expect(desk.reported.value.size).toBe(0);
});
