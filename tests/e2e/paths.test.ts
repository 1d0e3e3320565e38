import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LinkPath } from '../../shared/netplay/link/link.ts';
import { PHASE } from '../../shared/sim/match-state.ts';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { look, playUntil } from '../page/play.ts';
import { untilOn } from '../page/link-path.ts';
import { WebRtcBlock } from '../faults/web-rtc-block.ts';
import {
  agree,
  errorNotice,
  joinByCode,
  makeRoom,
  meet,
  setGoalLimit,
  untilInRoom,
} from '../page/rooms.ts';
import { expectSameMatch } from '../page/same-match.ts';

/** Agreed hashes, one each second, before two matches count as the same. */
const CHECKPOINTS = 8;
/** Ticks that a match goes on after its way changed, to be sure that it does. */
const ONWARD_TICKS = 180;
/** Longer than the longest wait between two tries for a better way, early in a match. */
const PATIENCE_MS = 60_000;
/** Waits for timeouts of WebRTC, several times. */
const TEST_MS = 180_000;

type BlockedPerson = Person & { readonly webRtc: WebRtcBlock };

let lobby: RunningLobby;
let browser: Browser;
let ana: BlockedPerson;
let ben: BlockedPerson;
/** What is read without a relay. It takes as long as WebRTC needs to give up: beside the other tests. */
let refusal: Promise<{ readonly text: string; readonly report: string }>;

beforeAll(async () => {
  [lobby, browser] = await Promise.all([startLobby(), launchChromium()]);
  [ana, ben] = [await openBlocked(lobby), await openBlocked(lobby)];
  refusal = readRefusal();
  // Awaited by the last test: a failure before that is no unhandled one.
  refusal.catch(() => {});
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
});

test(
  '[L27] two people whose machines find no way to each other play through the lobby',
  { timeout: TEST_MS },
  async () => {
    await meet(ana.page, ben.page);
    await setGoalLimit(ana.page, 3);
    await agree(ana.page, 'ready');
    await agree(ben.page, 'ready');
    for (const { page } of [ana, ben]) await page.getByTestId('match').waitFor();

    await untilBoth('lobby');
    for (const { page } of [ana, ben]) {
      // In so narrow a window a picture stands for the words.
      await page
        .locator('.hud-corner')
        .getByLabel(/^Connection through the lobby/)
        .waitFor();
    }
    await score(ana, ben, [1, 0]);
  },
);

test(
  '[L27] when a direct way is found the match moves to it and goes on',
  { timeout: TEST_MS },
  async () => {
    const before = await look(ana.page);
    for (const { webRtc } of [ana, ben]) await webRtc.set(false);
    await untilBoth('direct');
    const { tick, score: goals } = await look(ana.page);
    expect(tick).toBeGreaterThan(before.tick);
    expect(goals).toEqual(before.score);
    await untilTick(tick + ONWARD_TICKS);
    // The team that let a goal in kicks off.
    await score(ben, ana, [1, 1]);
  },
);

test(
  '[L27] when the direct way breaks in a match the lobby carries it on',
  { timeout: TEST_MS },
  async () => {
    const { tick } = await look(ana.page);
    for (const { webRtc } of [ana, ben]) await webRtc.set(true);
    await untilBoth('lobby');
    await untilTick(tick + ONWARD_TICKS);
    for (const { webRtc } of [ana, ben]) await webRtc.set(false);
    await untilBoth('direct');
    for (const { page } of [ana, ben])
      expect(await page.getByTestId('match').isVisible()).toBe(true);
  },
);

test(
  '[L27] whatever way it took, both machines computed the same match',
  { timeout: TEST_MS },
  async () => {
    await expectSameMatch([ana.page, ben.page], CHECKPOINTS, PATIENCE_MS);
    for (const { page } of [ana, ben]) {
      expect(await page.evaluate(() => window.__peerball?.links.length)).toBe(1);
    }
    expect([...ana.complaints, ...ben.complaints]).toEqual([]);
  },
);

test(
  '[L26] [L185] [L186] where the host of the lobby wants no relaying the game says so, and finds the way that comes up during practice',
  { timeout: TEST_MS },
  async () => {
    const { text, report } = await refusal;
    expect(text).toContain('turned its relay off');
    expect(report).toContain('Peerball: no way into a room');
    expect(report).toMatch(/sends candidate udp host/);
    // The version of a browser looks like an address.
    const lines = report.split('\n').filter((line) => !line.startsWith('browser: '));
    expect(lines.join('\n')).not.toMatch(/\d+\.\d+\.\d+\.\d+|\.local/);
  },
);

async function readRefusal(): Promise<Awaited<typeof refusal>> {
  // A browser of its own: as long as one page of a browser is blocked, so are its others.
  const [strict, other] = await Promise.all([
    startLobby({ PEERBALL_RELAY: 'off' }),
    launchChromium(),
  ]);
  try {
    const cara = await openBlocked(strict, other);
    const dana = await openBlocked(strict, other);
    await joinByCode(dana.page, await makeRoom(cara.page));
    await errorNotice(dana.page).waitFor({ timeout: PATIENCE_MS });
    const text = await errorNotice(dana.page).textContent();
    const report = await reportOf(dana.page);
    await dana.page.getByTestId('bots-meanwhile').click();
    await dana.page.getByTestId('tries-on').waitFor();
    for (const { webRtc } of [cara, dana]) await webRtc.set(false);
    await dana.page.getByTestId('room').waitFor({ timeout: PATIENCE_MS });
    await untilInRoom(dana.page, 2);
    return { text: text ?? '', report };
  } finally {
    await other.close();
    await strict.stop();
  }
}

/** Once a link of the first trial was begun. */
async function reportOf(page: Page): Promise<string> {
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { writeText: async (text: string) => void (document.body.dataset['copied'] = text) },
    });
  });
  await page.getByTestId('tried').filter({ hasText: 'Own network address found' }).waitFor();
  await page.getByTestId('copy-way-report').click();
  await page.getByTestId('made-link').filter({ hasText: 'Report copied' }).waitFor();
  return page.evaluate(() => document.body.dataset['copied'] ?? '');
}

async function openBlocked({ url }: RunningLobby, at = browser): Promise<BlockedPerson> {
  const blocks: WebRtcBlock[] = [];
  const person = await openPerson(at, url, {}, async (page) => {
    blocks.push(await WebRtcBlock.on(page));
  });
  return { ...person, webRtc: blocks[0]! };
}

/** One plays, the other gets out of the way. */
async function score(scorer: Person, other: Person, wanted: readonly number[]): Promise<void> {
  await other.page.keyboard.down('KeyW');
  await playUntil(scorer.page, (now) => `${now.score}` === `${wanted}` && now.phase !== PHASE.goal);
  await other.page.keyboard.up('KeyW');
  expect((await look(other.page)).score).toEqual(wanted);
}

async function untilBoth(path: LinkPath): Promise<void> {
  for (const { page } of [ana, ben]) await untilOn(page, path, PATIENCE_MS);
}

async function untilTick(tick: number): Promise<void> {
  for (const { page } of [ana, ben]) await untilFinal(page, tick);
}

async function untilFinal(page: Page, tick: number): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => window.__peerball?.finalTick ?? 0), { timeout: PATIENCE_MS })
    .toBeGreaterThan(tick);
}
