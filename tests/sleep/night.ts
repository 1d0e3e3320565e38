import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { type Comparison, commonCheckpoints } from '../page/common-checkpoints.ts';
import { eventually } from './eventually.ts';
import type { Gap } from '../page/gaps.ts';
import { look } from '../page/play.ts';
import type { RunningLobby } from '../browser/lobby.ts';
import {
  agree,
  joinByCode,
  makeRoom,
  nameOneself,
  setNoLimits,
  untilInRoom,
} from '../page/rooms.ts';
import { checkpointsAfter } from '../page/same-match.ts';
import { type Device, Sleeper } from './sleeper.ts';
import { takeTurns } from './take-turns.ts';
import { readWitness, untrueAmong, watchWords, type Witnessed } from '../page/seen-words.ts';

export type Who = 'host' | 'guest' | 'both';
export type Night = {
  readonly who: Who;
  readonly device: Device;
  readonly ms: number;
  readonly where: 'match' | 'room';
};

/** A machine that runs several such nights at once is slow to come up again. */
const BACK_MS = 60_000;
/** Equal states, one a second. */
const CHECKPOINTS = 2;

/** True whenever it is said in a room or a match that goes on. */
const ALWAYS = [
  /^\d+$/,
  /^GO$/,
  /^(move|kick|score in that goal|[WASD␣]|[123]\/3)$/,
  /^(Sun|Wave) kicks off$/,
  /^Warm-up: nothing counts yet$/,
  // No key is pressed here.
  /^Still there\? Press a key\.$|^You stood still for long\. Press a key to play on\.$/,
  /^I am here$|^(Ana|Ben) does not move\.$/,
  /^Golden goal/,
  /^\d+ ms$/,
  /^(unsteady|\d+ % lost|your moves come late|interrupted…)$/,
  /Slow connection|Unsteady connection|Packets are being lost|Your moves come too late/,
  /^Connection interrupted$/,
  /^(direct|via lobby)/,
  /^(ready|not ready)$/,
  /^You are watching\.$/,
  /^(Goal for|Own goal)/,
  /^Each team needs a player\.$|^Waiting until everybody is ready\.$|^The host starts the match\.$/,
  /^Everybody is ready: starting…$/,
  /^(Ana|Ben) joined\.$/,
  /^Nobody is watching\.$/,
  /^Send the link or the code/,
  /^Nobody has said anything yet\.$/,
  /^Talk with the people in this room\./,
];

/** Of the own connection: it is lost after a sleep, and where nothing else is heard. */
const OWN_CONNECTION = [
  /^reconnecting…$/,
  /^Connection lost, reconnecting$/,
  /^Lobby lost(: you can keep playing)?$/,
];

/** [R47] [R48] Where nobody of the other team is there: by somebody's silence, or since its place is free. */
const LEFT_ALONE = [
  /^Nobody is left on the other side\.$/,
  /^(Claim the win|Pause and wait|Play the bot)$/,
];

/** True of somebody, of that name, whose machine was left no time just now. */
const silent = (name: string): readonly RegExp[] => [
  new RegExp(`^No word from (${name}|the others) — `),
  new RegExp(`^${name} is reconnecting(…|: a bot plays\\.)$`),
  /^reconnecting$/,
  ...LEFT_ALONE,
  new RegExp(`^${name} has been gone for 20 seconds\\.$`),
  ...OWN_CONNECTION,
];

/** Of somebody who slept: it lost the connection, and comes back to those who are there. */
const AFTER_SLEEP = [
  ...ALWAYS,
  /^You were away for long: you are back in the room\.$/,
  /^You were away for long\. Back into the room…$/,
  /^Joining room \S+$/,
  /^Reaching the lobby$/,
  /^Finding a direct route to your friend$/,
  /^Saying hello$/,
  /^Loading the match$/,
  /^This takes longer than usual\./,
  ...OWN_CONNECTION,
];

/** Of somebody who stayed: the other one is away, and its place free after a while. */
const beside = (name: string): readonly RegExp[] => [
  ...ALWAYS,
  ...silent(name),
  new RegExp(`^${name} has not come back\\.$`),
  new RegExp(`^${name} is back and the host again\\.$`),
  /^You are the host now\.$/,
  /^Waiting for your friend…$/,
];

/** Of a friend who came from home while the host was asleep. */
const WAITING = [
  ...ALWAYS,
  /^(Sun|Wave|\d+ – \d+)$/,
  /^Press W A S D: you play right now\.$/,
  /^Joining room \S+$/,
  /^Reaching the lobby$/,
  /^The host is away for a moment\. You are in as soon as it is back\.$/,
  /^Finding a direct route to your friend$/,
  /^Saying hello$/,
  /^Loading the match$/,
  /^reconnecting$/,
  /^Waiting for your friend…$/,
  /^This takes longer than usual\./,
];

/** Those who wake have the machine for themselves: it is slow to bring up several browsers. */
const wakeTurn = takeTurns(1);

/** What was found: how long after waking all went on together, and the words that were read. */
export type Morning = { readonly backMs: number; readonly words: readonly string[] };

/** A night that opens a browser has the machine for itself meanwhile. */
export type Turn = <Value>(act: () => Promise<Value>) => Promise<Value>;

/** Two people, one of them or both asleep for a while, and how they find each other again. */
export async function sleepThrough(
  lobby: RunningLobby,
  night: Night,
  turn: Turn = (act) => act(),
): Promise<Morning> {
  const { device, where, who } = night;
  const [ana, ben] = await turn(() => openTwo(lobby, device, where));
  try {
    const asleep = { host: [ana], guest: [ben], both: [ana, ben] }[who];
    for (const one of asleep) await one.sleep();
    await pass(night.ms);
    const backMs = await wakeTurn(async () => {
      for (const one of asleep) await one.wake();
      const wokeMs = Date.now();
      await untilTogether([ana.page, ben.page], where);
      return Date.now() - wokeMs;
    });
    // Of two who slept each is away for the other.
    const isTrueFor = (one: Sleeper, other: string): readonly RegExp[] => [
      ...(asleep.includes(one) ? AFTER_SLEEP : []),
      ...(asleep.length > 1 || !asleep.includes(one) ? beside(other) : []),
    ];
    const [atAna, atBen] = [await readWitness(ana.page), await readWitness(ben.page)];
    expectTruth('Ana', atAna, isTrueFor(ana, 'Ben'), silent('Ben'), atBen.blackouts);
    expectTruth('Ben', atBen, isTrueFor(ben, 'Ana'), silent('Ana'), atAna.blackouts);
    return { backMs, words: [...textsOf(atAna), ...textsOf(atBen)] };
  } finally {
    await Promise.all([ana.close(), ben.close()]);
  }
}

/** The host makes a room and sleeps; a friend comes meanwhile, and waits. */
export async function waitForHost(
  lobby: RunningLobby,
  device: Device,
  ms: number,
  turn: Turn = (act) => act(),
): Promise<Morning> {
  const people: Sleeper[] = [];
  try {
    const [ana, ben] = await turn(async () => {
      const host = await openOne(people, lobby, device, 'Ana');
      const friend = await openOne(people, lobby, device, 'Ben');
      const code = await makeRoom(host.page);
      await host.sleep();
      await watchWords(friend.page);
      await joinByCode(friend.page, code);
      return [host, friend] as const;
    });
    await pass(ms);
    const backMs = await wakeTurn(async () => {
      await ana.wake();
      const wokeMs = Date.now();
      for (const { page } of people) await page.getByTestId('room').waitFor({ timeout: BACK_MS });
      await untilTogether([ana.page, ben.page], 'room');
      return Date.now() - wokeMs;
    });
    const atBen = await readWitness(ben.page);
    expectTruth('Ben', atBen, WAITING, OWN_CONNECTION, atBen.blackouts);
    return { backMs, words: textsOf(atBen) };
  } finally {
    await Promise.all(people.map((one) => one.close()));
  }
}

async function openTwo(
  lobby: RunningLobby,
  device: Device,
  where: Night['where'],
): Promise<readonly [Sleeper, Sleeper]> {
  const people: Sleeper[] = [];
  try {
    const ana = await openOne(people, lobby, device, 'Ana');
    const ben = await openOne(people, lobby, device, 'Ben');
    await joinByCode(ben.page, await makeRoom(ana.page));
    for (const { page } of people) await untilInRoom(page, 2);
    if (where === 'match') {
      await setNoLimits(ana.page);
      for (const { page } of people) await agree(page, 'ready');
      for (const { page } of people) await page.getByTestId('match').waitFor();
    }
    for (const { page } of people) await watchWords(page);
    return [ana, ben];
  } catch (problem) {
    await Promise.all(people.map((one) => one.close()));
    throw problem;
  }
}

async function openOne(
  people: Sleeper[],
  lobby: RunningLobby,
  device: Device,
  name: string,
): Promise<Sleeper> {
  const one = await Sleeper.open(device, lobby.url);
  people.push(one);
  await nameOneself(one.page, name);
  return one;
}

/**
 * @param ofSilence true as well where a machine was left no time
 * @param blackouts of the page on that machine
 */
function expectTruth(
  who: string,
  { seen, blackouts: own }: Witnessed,
  isTrue: readonly RegExp[],
  ofSilence: readonly RegExp[] = [],
  blackouts: readonly Gap[] = [],
): void {
  const untrue = untrueAmong(seen, isTrue, ofSilence, blackouts);
  const facts = JSON.stringify({ seen, own, blackouts });
  expect(untrue, `untrue words that ${who} read, of ${facts}`).toEqual([]);
}

function textsOf({ seen }: Witnessed): readonly string[] {
  return seen.map(({ text }) => text);
}

/** Both are in one room and one match, in the same state, and hear each other. */
async function untilTogether(pages: readonly Page[], where: Night['where']): Promise<void> {
  for (const page of pages) {
    await eventually('who is present', () => presentOn(page), areBoth, BACK_MS);
    await page.getByTestId(where).waitFor({ timeout: BACK_MS });
  }
  const ticks = await Promise.all(pages.map(async (page) => (await look(page)).tick));
  const since = checkpointsAfter(Math.max(...ticks));
  const compare = async () => {
    const players = await Promise.all(pages.map(async (page) => ({ hashes: await since(page) })));
    return commonCheckpoints(players);
  };
  const { differing } = await eventually('the same match', compare, isEnough, BACK_MS);
  expect(differing).toEqual([]);
}

function areBoth(names: readonly string[]): boolean {
  return names.join() === 'Ana,Ben';
}

function isEnough({ compared }: Comparison): boolean {
  return compared >= CHECKPOINTS;
}

async function presentOn(page: Page): Promise<readonly string[]> {
  const { members } = await look(page);
  return members
    .filter(({ absent }) => !absent)
    .map(({ name }) => name)
    .sort();
}

/** Waits for so many real milliseconds. */
export function pass(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
