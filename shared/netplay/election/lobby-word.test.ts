import { expect, test } from 'vitest';
import { parsePeerId } from '../../base/peer-id.ts';
import { LobbyWord } from './lobby-word.ts';
import type { TermAnswer, TermAuthority, TermClaim } from './reign.ts';

const [own, other] = [parsePeerId('peer-0')!, parsePeerId('peer-1')!];
const missing = [other];
const members = [{ peer: own }, { peer: other }];
const standing = { term: 4, members, missing };
const electorate = [own, other];

/** A lobby that says always the same, at once. */
function lobbyThatSays(outcome: TermAnswer, newestTerm?: number) {
  const claims: TermClaim[] = [];
  const authority: TermAuthority = {
    claim: (claim, answer) => {
      claims.push(claim);
      answer(outcome, newestTerm);
    },
  };
  return { authority, claims };
}

/** Asks every 100 ms for `ms`. */
function askFor(word: LobbyWord, ms: number): void {
  for (let nowMs = 0; nowMs <= ms; nowMs += 100) word.ask(standing, nowMs);
}

test('[N13] the lobby is asked after a while, again and again, and names who is missing', () => {
  const { authority, claims } = lobbyThatSays('granted');
  const word = new LobbyWord(authority, false);
  askFor(word, 90);
  expect([word.isGiven, claims.length]).toEqual([false, 0]);
  askFor(word, 1_500);
  expect(word.isGiven).toBe(true);
  expect(claims[0]).toEqual({ term: 4, voters: [own], electorate, missing, insists: false });
  expect(claims.length).toBe(3);
});

test('[N13] it insists after six seconds', () => {
  const { authority, claims } = lobbyThatSays('refused', 4);
  const word = new LobbyWord(authority, false);
  askFor(word, 7_000);
  expect(word.isGiven).toBe(false);
  expect(claims.some(({ insists }) => insists)).toBe(true);
  expect(claims.find(({ insists }) => insists)).toMatchObject({ missing });
});

test('[N24] who is missing is excused until all have caught up, and the lobby is told of that once', () => {
  const { authority, claims } = lobbyThatSays('granted');
  const word = new LobbyWord(authority, false);
  word.settle(4, members, 0);
  expect(claims).toEqual([]);
  askFor(word, 1_000);
  expect(word.isAbout(missing[0]!)).toBe(true);
  word.drop();
  expect([word.isAbout(missing[0]!), word.excuses(missing[0]!)]).toEqual([false, true]);
  const before = claims.length;
  word.settle(4, members, 2_000);
  word.settle(4, members, 9_000);
  expect(claims.slice(before)).toEqual([
    { term: 4, voters: electorate, electorate, missing: [], insists: false },
  ]);
  expect(word.excuses(missing[0]!)).toBe(false);
});

test('[N13] a majority that goes on without somebody tells the lobby once', () => {
  const { authority, claims } = lobbyThatSays('granted');
  const word = new LobbyWord(authority, false);
  for (let nowMs = 0; nowMs < 9_000; nowMs += 100) word.report(standing, nowMs);
  expect(claims).toEqual([{ term: 4, voters: [own], electorate, missing, insists: true }]);
  expect([word.isGiven, word.excuses(missing[0]!)]).toEqual([false, true]);
});

test('[N12] a term that was given to somebody else is told, and which one is free', () => {
  const word = new LobbyWord(lobbyThatSays('taken', 7).authority, false);
  expect(word.nextTerm).toBe(null);
  askFor(word, 1_000);
  expect(word.nextTerm).toBe(8);
});

test('[N24] without lobby and members it counts alone after fifteen seconds', () => {
  const word = new LobbyWord(lobbyThatSays('unreachable').authority, false);
  askFor(word, 16_000);
  expect(word.isMoot(4, 14_900)).toBe(false);
  expect(word.isMoot(4, 15_000)).toBe(true);
  word.drop();
  expect(word.isMoot(4, 15_000)).toBe(false);
});

test('[N13] who lacks what is final is told to the lobby, and waited for all the same', () => {
  const { authority, claims } = lobbyThatSays('granted');
  const word = new LobbyWord(authority, false);
  word.warn({ ...standing, missing: [] }, 0);
  expect(claims).toEqual([]);
  word.warn(standing, 0);
  word.warn(standing, 5_000);
  expect(claims).toEqual([{ term: 4, voters: [own], electorate, missing, insists: true }]);
  expect(missing.map((peer) => word.excuses(peer))).toEqual([false]);
  word.report(standing, 10_000);
  expect(missing.map((peer) => word.excuses(peer))).toEqual([true]);
});
