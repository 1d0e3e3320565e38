import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium, listenTo, type Person } from '../browser/browser.ts';
import { bundleScript } from '../browser/bundle.ts';
import { blackoutsOf, FINAL, longestStandstill, PREDICTED } from '../page/gaps.ts';
import { hideFor, type HideableBrowser, launchHideable } from '../browser/hideable-browser.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import type { Recording } from '../page/page-recorder.ts';
import { look } from '../page/play.ts';
import * as rooms from '../page/rooms.ts';
import { expectSameMatch, untilFurther } from '../page/same-match.ts';

/** Five software-drawn pitches on a small machine: as few pixels as the page bears. */
const TINY = { width: 400, height: 260 };

/** How long nothing may become final when the host is gone. */
const TAKEOVER_MS = 1_300;
/** Shorter than what counts as a pause. */
const PAUSE_MS = 400;
const RELOAD_MS = 5_000;
const HIDDEN_MS = 20_000;
const ONWARD_TICKS = 180;
/** Of each pair of pages, one each second. */
const CHECKPOINTS = 20;
const PATIENCE_MS = 60_000;
const PATIENCE = { timeout: PATIENCE_MS };
/** Five seconds of play, on a machine that may be busy. */
const GOAL_MS = 60_000;

let lobby: RunningLobby;
let browser: Browser;
/** Only a window has tabs that hide one another; it takes more time of the processor. */
let hideable: HideableBrowser;
let ana: Person;
let ben: Person;
let carla: Person;
let dan: Person;
let elif: Person;
/** Another tab of the window in which Dan plays. */
let otherTab: Page;

beforeAll(async () => {
  [lobby, browser, hideable] = await Promise.all([
    startLobby(),
    launchChromium(),
    launchHideable(),
  ]);
  const bundle = await bundleScript('tests/page/page-recorder.ts', 'pageRecorder');
  const recorder = `${bundle}; window.pageRecorder = pageRecorder;`;
  const open = async (context: BrowserContext): Promise<Person> => {
    await context.addInitScript({ content: recorder });
    const page = await context.newPage();
    const complaints = listenTo(page);
    await page.goto(lobby.url);
    return { page, complaints, leave: () => page.close({ runBeforeUnload: true }) };
  };
  const openAlone = async (): Promise<Person> =>
    open(await browser.newContext({ viewport: TINY, locale: 'en-GB' }));
  [ana, ben, carla, elif] = await Promise.all([
    openAlone(),
    openAlone(),
    openAlone(),
    openAlone(),
  ] as const);
  otherTab = await hideable.window.newPage();
  dan = await open(hideable.window);
  await dan.page.bringToFront();
});

afterAll(async () => {
  await Promise.all([browser.close(), hideable.close()]);
  await lobby.stop();
});

test('four people play two against two, and a fifth watches', async () => {
  const players = [ana, ben, carla, dan];
  await rooms.nameOneself(ana.page, 'Ana');
  const code = await rooms.makeRoom(ana.page);
  await rooms.setGoalLimit(ana.page, 30);
  for (const { page } of [ben, carla, dan]) await rooms.joinByCode(page, code);
  for (const { page } of players) await rooms.untilInRoom(page, 4);
  await Promise.all(players.map(({ page }) => rooms.agree(page, 'ready')));
  for (const { page } of players) await page.getByTestId('match').waitFor();
  // Alone one scores within seconds; two of a team stand in each other's way, now and then for good.
  await chase(ana.page);

  await rooms.joinByCode(elif.page, code);
  await elif.page.getByTestId('match').waitFor();
  const { self, members } = await look(elif.page);
  expect(members.find(({ id }) => id === self)).toMatchObject({ seat: null });
  expect(members.filter(({ seat }) => seat !== null)).toHaveLength(4);
});

test(
  'when the host closes the tab, play goes on for everybody else and the score stays',
  { timeout: GOAL_MS + PATIENCE_MS },
  async () => {
    await expect.poll(() => goals(ben.page), { timeout: GOAL_MS }).toBeGreaterThan(0);
    const others = [ben, carla, dan, elif];
    for (const { page } of [ben, carla, dan]) await chase(page);
    const goalsBefore = await goals(ben.page);
    const watch = await startWatching(others);

    await ana.leave();

    for (const { page } of others) await untilFurther(page, ONWARD_TICKS, PATIENCE_MS);
    const seen = await watch.stop();
    expect(seen.final).toBeLessThan(TAKEOVER_MS);
    expect(seen.predicted).toBeLessThan(PAUSE_MS);
    expect(await goals(ben.page)).toBeGreaterThanOrEqual(goalsBefore);
  },
);

test('who reloads the page is back in the same seat within five seconds', async () => {
  const { self, members } = await look(carla.page);
  const seat = members.find(({ id }) => id === self)?.seat;
  await carla.page.reload();
  await carla.page.getByTestId('match').waitFor();
  const { inMatchMs } = await record(carla.page);
  // The others count it as there again once they have its inputs.
  const isBack = async (): Promise<boolean> => {
    const now = await look(carla.page);
    const own = now.members.find(({ id }) => id === now.self);
    return own !== undefined && own.seat === seat && !own.absent;
  };
  await expect.poll(isBack, { timeout: RELOAD_MS }).toBe(true);
  expect(inMatchMs).toBeLessThan(RELOAD_MS);
  await chase(carla.page);
});

test('nobody else notices that somebody looks at another tab for 20 seconds', async () => {
  const watch = await startWatching([ben, carla, elif]);

  await hideFor(dan.page, otherTab, HIDDEN_MS);

  const seen = await watch.stop();
  expect(seen.final).toBeLessThan(PAUSE_MS);
  expect(seen.predicted).toBeLessThan(PAUSE_MS);
  await untilFurther(dan.page, ONWARD_TICKS, PATIENCE_MS);
  const { self, members } = await look(dan.page);
  expect(members.find(({ id }) => id === self)).toMatchObject({ absent: false });
  await expect.poll(() => ticksApart(dan.page, ben.page), PATIENCE).toBeLessThan(60);
});

test('all of them, the one who watches too, computed the same match', async () => {
  const hashes = async (page: Page) => (await record(page)).hashes;
  for (const { page } of [carla, dan, elif]) {
    await expectSameMatch([ben.page, page], CHECKPOINTS, PATIENCE_MS, hashes);
  }
});

test('nothing was complained of', () => {
  expect([ana, ben, carla, dan, elif].flatMap(({ complaints }) => complaints)).toEqual([]);
});

async function chase(page: Page): Promise<void> {
  await page.evaluate(() => window.pageRecorder?.chase(true));
}

/** Of two looks at once; on a busy machine one of them may come late. */
async function ticksApart(first: Page, second: Page): Promise<number> {
  const [one, other] = await Promise.all([look(first), look(second)]);
  return Math.abs(one.tick - other.tick);
}

async function goals(page: Page): Promise<number> {
  const { score } = await look(page);
  return score[0] + score[1];
}

type Seen = { readonly final: number; readonly predicted: number };

/**
 * How long at most, in milliseconds, anything stood still for any of these people from now on. Times in
 * which the machine left a page none do not count: those of one page for what it predicts, those of all
 * for what is final, as each may be the one that decides it.
 */
async function startWatching(people: readonly Person[]): Promise<{ stop(): Promise<Seen> }> {
  const sinceMs = await people[0]!.page.evaluate(() => performance.timeOrigin + performance.now());
  return {
    stop: async () => {
      const recordings = await Promise.all(people.map(({ page }) => record(page)));
      const all = recordings.map(({ samples }) => samples.filter(([atMs]) => atMs >= sinceMs));
      const blackouts = all.map(blackoutsOf);
      return {
        final: Math.max(...all.map((each) => longestStandstill(each, FINAL, blackouts.flat()))),
        predicted: Math.max(
          ...all.map((each, index) => longestStandstill(each, PREDICTED, blackouts[index])),
        ),
      };
    },
  };
}

async function record(page: Page): Promise<Recording> {
  const recording = await page.evaluate(() => window.pageRecorder?.record());
  if (recording === undefined) throw new Error('the page has no recorder');
  return recording;
}
