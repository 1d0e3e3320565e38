import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Member } from '../../shared/room/room-state.ts';
import { launchChromium, listenTo, openPerson } from '../browser/browser.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { look } from '../page/play.ts';
import * as rooms from '../page/rooms.ts';
import { expectSameMatch, untilFurther } from '../page/same-match.ts';

/** Two software-drawn pitches on a small machine: as few pixels as the page bears. */
const TINY = { width: 400, height: 260 };
const ONWARD_TICKS = 240;
const CHECKPOINTS = 5;
/** A bot has the place of somebody whose tab was closed within this. */
const KEPT_MS = 1500;
const PATIENCE_MS = 30_000;
const PATIENCE = { timeout: PATIENCE_MS };

let lobby: RunningLobby;
let browser: Browser;
let ana: Page;
let ben: Page;
let code: string;
const complaints: string[][] = [];

beforeAll(async () => {
  [lobby, browser] = await Promise.all([startLobby(), launchChromium()]);
  ana = await openTiny(lobby.url);
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
});

test('a host alone fills the room with bots, says how well they play, and takes one out again', async () => {
  await rooms.nameOneself(ana, 'Ana');
  code = await rooms.makeRoom(ana);
  await rooms.setGoalLimit(ana, 30);
  expect(await ana.getByTestId('free-place').count()).toBe(3);
  await ana.getByTestId('fill-with-bots').click();
  await rooms.untilInRoom(ana, 4);
  expect(await ana.getByTestId('bot-mark').count()).toBe(3);
  await ana.getByTestId('bot-level').first().selectOption('pro');
  await expect.poll(async () => levels(await bots(ana)), PATIENCE).toContain('pro');
  await ana.getByTestId('bot-level').last().selectOption('match');
  await expect.poll(async () => levels(await bots(ana)), PATIENCE).toContain('match');
  await ana.getByTestId('add-bot-sun').first().click();
  await rooms.untilInRoom(ana, 5);
  await ana.getByTestId('team-sun').getByTestId('remove-bot').last().click();
  await rooms.untilInRoom(ana, 4);
  expect(await teamSizes(ana)).toEqual([2, 2]);
});

test('[R11] a friend who comes has a bot’s place, and two against two begin when both are ready', async () => {
  ben = await openTiny(lobby.url + rooms.invitePath(code));
  await rooms.acceptInvite(ben);
  await rooms.untilInRoom(ben, 4);
  await expect.poll(async () => (await bots(ana)).length, PATIENCE).toBe(2);
  expect(await teamSizes(ana)).toEqual([2, 2]);
  for (const page of [ana, ben]) await rooms.agree(page, 'ready');
  for (const page of [ana, ben]) await page.getByTestId('match').waitFor();
  await untilBotsMove(ben);
});

test('[N55] somebody closes the tab: a bot plays for it, and the match goes on when it comes again', async () => {
  const { self, members } = await look(ben);
  const seat = members.find(({ id }) => id === self)!.seat;
  // Seen by the page itself, tick by tick: what asks from outside is late on a small machine.
  const kept = ana.evaluate(async (at) => {
    const isKept = () => window.__peerball!.members.some((one) => one.seat === at && one.absent);
    while (!isKept()) await new Promise((resolve) => setTimeout(resolve, 16));
    return Date.now();
  }, seat);
  const closedAt = Date.now();
  await ben.close();
  expect((await kept) - closedAt).toBeLessThan(KEPT_MS);
  await untilMoves(ana, seat!);

  ben = await ben.context().newPage();
  complaints.push(listenTo(ben));
  await ben.goto(lobby.url + rooms.invitePath(code));
  await ben.getByTestId('match').or(ben.getByTestId('join-invited')).waitFor();
  if (await ben.getByTestId('join-invited').isVisible()) await rooms.acceptInvite(ben);
  await ben.getByTestId('match').waitFor();
  await expectSameMatch([ana, ben], CHECKPOINTS, PATIENCE_MS);
  // [L128] The other tab's seat, and nobody else's.
  const seatOfBen = async (): Promise<unknown> => {
    const now = await look(ana);
    return now.members.filter(({ id }) => id === self).map((one) => [one.seat, one.absent]);
  };
  await expect.poll(seatOfBen, PATIENCE).toEqual([[seat, false]]);
});

test('[N54] the host closes its page: the bots play on under the next sequencer', async () => {
  await ana.close();
  await untilFurther(ben, ONWARD_TICKS, PATIENCE_MS);
  await untilBotsMove(ben);
  expect(await ben.getByTestId('match').isVisible()).toBe(true);
  expect(complaints.flat()).toEqual([]);
});

async function openTiny(url: string): Promise<Page> {
  const person = await openPerson(browser, url, { viewport: TINY });
  complaints.push(person.complaints);
  return person.page;
}

async function bots(page: Page): Promise<readonly Member[]> {
  return (await look(page)).members.filter(({ type }) => type === 'bot');
}

function levels(members: readonly Member[]): readonly string[] {
  return members.map((member) => (member.type === 'bot' ? member.level : ''));
}

async function teamSizes(page: Page): Promise<readonly number[]> {
  const { members } = await look(page);
  return [1, 2].map((team) => members.filter((member) => member.team === team).length);
}

/** Each bot goes somewhere on this page. */
async function untilBotsMove(page: Page): Promise<void> {
  for (const { seat } of await bots(page)) await untilMoves(page, seat!);
}

/** The disc of this seat runs, however much the others do. */
async function untilMoves(page: Page, seat: number): Promise<void> {
  await page.waitForFunction(
    (at) => {
      const { discs } = window.__peerball!;
      // Four numbers for each disc, those of the eight seats behind all others.
      const mine = discs.length - (8 - at) * 4;
      return Math.abs(discs[mine + 2]!) + Math.abs(discs[mine + 3]!) > 0.5;
    },
    seat,
    PATIENCE,
  );
}
