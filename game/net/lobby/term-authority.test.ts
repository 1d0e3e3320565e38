import { expect, test } from 'vitest';
import type { PeerId } from '../../../shared/base/peer-id.ts';
import { fail, ok, type Result } from '../../../shared/base/result.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { LobbyError, LobbyErrorCode } from '../../../shared/lobby/lobby-error.ts';
import type { TermAnswer } from '../../../shared/netplay/election/reign.ts';
import { LobbyTermAuthority } from './term-authority.ts';

const code = 'PVX7Q2' as RoomCode;
const [ada, bob, cy] = ['ada', 'bob', 'cy'].map((id) => id as PeerId) as [PeerId, PeerId, PeerId];
const voters = [ada, bob];
const claim = { term: 4, voters, electorate: [ada, bob, cy], missing: [cy], insists: false };

async function outcomeOf(reply: Result<unknown, LobbyError>): Promise<[TermAnswer, unknown]> {
  const asked: unknown[] = [];
  const authority = new LobbyTermAuthority(
    {
      claimTerm: (...what) => {
        asked.push(what);
        return Promise.resolve(reply);
      },
    },
    code,
  );
  const outcome = await new Promise<TermAnswer>((resolve) => {
    authority.claim(claim, resolve);
  });
  return [outcome, asked];
}

test('[L17] a claim that the lobby takes is granted', async () => {
  expect(await outcomeOf(ok({}))).toEqual(['granted', [[code, claim, 1000]]]);
});

test.each([
  ['taken', 'STALE_TERM'],
  ['refused', 'NOT_HOST'],
  ['unreachable', 'UNREACHABLE'],
  ['unreachable', 'NO_ANSWER'],
  ['unreachable', 'RATE_LIMITED'],
  ['unreachable', 'NOT_MEMBER'],
] as const)('[L17] %s is the answer to %s', async (outcome, reason: LobbyErrorCode) => {
  expect((await outcomeOf(fail({ code: reason })))[0]).toBe(outcome);
});
