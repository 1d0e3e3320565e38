import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { fail, ok } from '../../../shared/base/result.ts';
import type { WitnessAnswer, WitnessRequest } from '../../../shared/consensus/messages.ts';
import { FIRST_TERM } from '../../../shared/consensus/term-state.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import { LobbyWitness, type WitnessChannel } from './lobby-witness.ts';

const CODE = 'PVX7Q2' as RoomCode;
const mark = { at: 5, term: FIRST_TERM, members: 0b11 };
const term = FIRST_TERM;
const from = 0;

type Lobby = { -readonly [Part in keyof WitnessChannel]: WitnessChannel[Part] } & {
  readonly asked: unknown[][];
};

/** A lobby that answers every question with this. */
function lobbyThatSays(reply: unknown): Lobby {
  const asked: unknown[][] = [];
  const askWitness = (...question: unknown[]): Promise<never> => {
    asked.push(question);
    return Promise.resolve(reply as never);
  };
  return { witness: { code: CODE, life: 7, ended: 0 }, askWitness, asked };
}

/** What a session hears; null when it hears nothing. */
async function hear(reply: unknown, request: WitnessRequest): Promise<WitnessAnswer | null> {
  const heard: WitnessAnswer[] = [];
  new LobbyWitness(lobbyThatSays(reply), CODE).ask(request, (said) => void heard.push(said));
  await setImmediate();
  return heard[0] ?? null;
}

test('[L89] what consensus asks goes out as the two requests, without a word of whose it is', () => {
  const lobby = lobbyThatSays(fail({ code: 'NO_ANSWER' }));
  const witness = new LobbyWitness(lobby, CODE);
  const requests: readonly WitnessRequest[] = [
    { type: 'ask', from, term, mark },
    { type: 'elect', from, term, mark },
    { type: 'unclean', from, term },
    { type: 'sync', from, term, mark, settledLife: 7 },
  ];
  for (const request of requests) witness.ask(request, () => {});
  expect(lobby.asked.map(([code, name, request]) => [code, name, request])).toEqual([
    [CODE, 'room:elect', { kind: 'ask', term, mark }],
    [CODE, 'room:elect', { kind: 'elect', term, mark }],
    [CODE, 'room:elect', { kind: 'unclean', term, mark: null }],
    [CODE, 'room:sync', { term, mark, settledLife: 7 }],
  ]);
});

test.each([
  ['a yes', { type: 'granted', term }, { type: 'granted', term }],
  ['a kept mark', { type: 'synced', term, at: 5 }, { type: 'synced', term, at: 5 }],
  [
    'a no with its reason',
    { type: 'refused', term, reason: 'voted' },
    { type: 'refused', term, reason: 'voted' },
  ],
  [
    'a no with the newer configuration',
    { type: 'refused', term, reason: 'older-configuration', mark },
    { type: 'refused', term, reason: 'older-configuration', mark },
  ],
  ['a kept mark without its tick', { type: 'synced', term }, null],
  ['a no without a reason', { type: 'refused', term }, null],
])('[L89] the session hears %s as consensus knows it, or nothing', async (_case, said, heard) => {
  expect(await hear(ok(said), { type: 'ask', from, term, mark })).toEqual(heard);
});

test('[L89] a lobby that refuses or does not answer is one that is not there', async () => {
  for (const code of ['RATE_LIMITED', 'NO_ANSWER', 'NOT_MEMBER']) {
    expect(await hear(fail({ code }), { type: 'unclean', from, term })).toBeNull();
  }
});

test('[L88] a page that is over is told once, and again when its number was given anew and is over', () => {
  const lobby = lobbyThatSays(null);
  const witness = new LobbyWitness(lobby, CODE);
  const tell = (ended: number): number => {
    lobby.witness = { code: CODE, life: 7, ended };
    return witness.takeEnded();
  };
  expect(tell(0b100)).toBe(0b100);
  expect([tell(0b100), tell(0b110)]).toEqual([0, 0b010]);
  expect([tell(0b010), tell(0b110)]).toEqual([0, 0b100]);
});

test('[L88] without a lobby, or with the word of another room, there is no life and nobody is over', () => {
  const lobby = lobbyThatSays(null);
  const witness = new LobbyWitness(lobby, CODE);
  expect(witness.life).toBe(7);
  for (const said of [null, { code: 'CCCCCC' as RoomCode, life: 9, ended: 1 }]) {
    lobby.witness = said;
    expect([witness.life, witness.takeEnded()]).toEqual([0, 0]);
  }
});
