import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { discOf, look } from '../page/play.ts';
import { joinByCode, makeRoom, member, nameOneself, untilInRoom } from '../page/rooms.ts';
import { expectSameMatch } from '../page/same-match.ts';

/** Map units that a disc moves within half a second of a held key. */
const MOVED = 8;

let lobby: RunningLobby;
let browser: Browser;
/** Sits beside Zoe at one keyboard. */
let ana: Person;
let ben: Person;
let code: string;

beforeAll(async () => {
  [lobby, browser] = await Promise.all([startLobby(), launchChromium()]);
  [ana, ben] = (await Promise.all([0, 1].map(() => openPerson(browser, lobby.url)))) as [
    Person,
    Person,
  ];
  await nameOneself(ana.page, 'Ana');
  await nameOneself(ben.page, 'Ben');
  code = await makeRoom(ana.page);
  await joinByCode(ben.page, code);
  await untilInRoom(ben.page, 2);
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
});

test('[N74] a second person sits down at the window, as a member of its own', async () => {
  const { page } = ana;
  await page.getByTestId('second-open').click();
  await expect.poll(() => page.getByTestId('second-name').inputValue()).toBe('Ana 2');
  await page.getByTestId('second-name').fill('Zoe');
  await page.getByTestId('second-join').click();
  await page.getByTestId('second-who').filter({ hasText: 'Zoe' }).waitFor();
  for (const one of [page, ben.page]) await untilInRoom(one, 3);
  await member(ben.page, 'Zoe').waitFor();
  // One to Ben, and one to Zoe, which is no connection.
  expect(await page.evaluate(() => window.__peerball?.links.length)).toBe(2);
});

test('[N77] each disc goes by the keys of its own person', async () => {
  const { page } = ana;
  await page.getByTestId('second-team-2').click();
  await ben.page.getByTestId('team-wave').filter({ hasText: 'Zoe' }).waitFor();
  await movesBy(page, 'ArrowDown', 'Zoe', 'Ana');
  await movesBy(page, 's', 'Ana', 'Zoe');
});

/** Discs push each other away, and glide. */
async function untilAtRest(page: Page): Promise<void> {
  const moves = async (): Promise<readonly number[]> => {
    const now = await look(page);
    const after = await look(page);
    return now.members.map(({ name }) => distance(now, after, name));
  };
  await expect.poll(async () => Math.max(...(await moves()))).toBeLessThan(0.01);
}

/** The key moves the disc of one of them, on both pages, and that of the other on none. */
async function movesBy(page: Page, key: string, moves: string, rests: string): Promise<void> {
  await untilAtRest(page);
  const before = await Promise.all([page, ben.page].map(look));
  await page.keyboard.down(key);
  await expect
    .poll(async () => distance(before[0]!, await look(page), moves))
    .toBeGreaterThan(MOVED);
  await expect
    .poll(async () => distance(before[1]!, await look(ben.page), moves))
    .toBeGreaterThan(MOVED);
  expect(distance(before[0]!, await look(page), rests)).toBeLessThan(1);
  await page.keyboard.up(key);
}

type Seen = Awaited<ReturnType<typeof look>>;

function distance(before: Seen, now: Seen, name: string): number {
  const id = now.members.find((one) => one.name === name)!.id;
  const [a, b] = [discOf(before, id), discOf(now, id)];
  return Math.hypot(b.x - a.x, b.y - a.y);
}

async function seatOf(page: Page, name: string): Promise<number | null> {
  return (await look(page)).members.find((one) => one.name === name)?.seat ?? null;
}

test('[N75] [V41] both persons play one match with a friend, and all compute the same', async () => {
  const { page } = ana;
  await page.getByTestId('ready').click();
  await page.getByTestId('second-ready').click();
  await ben.page.getByTestId('ready').click();
  await Promise.all([page, ben.page].map((one) => one.getByTestId('match').waitFor()));
  for (const number of [1, 2]) await page.getByTestId(`over-disc-${number}`).waitFor();
  await page.keyboard.down('ArrowUp');
  await page.keyboard.down('w');
  await expectSameMatch([page, ben.page], 3, 60_000);
  await page.keyboard.up('ArrowUp');
  await page.keyboard.up('w');
});

test('[L163] a reload brings both back', async () => {
  const { page } = ana;
  const [one, two] = await Promise.all(['Ana', 'Zoe'].map((name) => seatOf(ben.page, name)));
  await page.reload();
  await page.getByTestId('match').waitFor();
  await page.getByTestId('over-disc-2').waitFor();
  expect(await Promise.all(['Ana', 'Zoe'].map((name) => seatOf(page, name)))).toEqual([one, two]);
});

test('[N76] the second person leaves alone, and both leave with the room', async () => {
  const { page } = ana;
  await page.keyboard.press('Escape');
  await page.getByTestId('second-leave').click();
  await page.getByTestId('second-join').waitFor();
  await expect.poll(async () => seatOf(ben.page, 'Zoe')).toBeNull();
  await page.getByTestId('second-join').click();
  await page.getByTestId('second-who').waitFor();
  await expect.poll(async () => (await look(ben.page)).members.length).toBe(3);
  await page.getByTestId('leave').click();
  await page.getByTestId('make-room').waitFor();
  await expect.poll(async () => (await look(ben.page)).members.length).toBe(1);
  expect([...ana.complaints, ...ben.complaints]).toEqual([]);
});
