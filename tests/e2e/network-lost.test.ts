import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Member } from '../../shared/room/room-state.ts';
import { CutProxy } from '../faults/cut-proxy.ts';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { untilOn } from '../page/link-path.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { look } from '../page/play.ts';
import { agree, meet } from '../page/rooms.ts';
import { checkpointsAfter, expectSameMatch } from '../page/same-match.ts';
import { WebRtcBlock } from '../faults/web-rtc-block.ts';

const SMALL = { viewport: { width: 480, height: 320 } };
const PATIENCE_MS = 30_000;
/** Two seconds are usual; whoever goes by patience alone waits for ten. */
const MOVED_MS = 8_000;
/** After the outage, one each second. */
const CHECKPOINTS = 3;

let lobby: RunningLobby;
let browser: Browser;
let cable: CutProxy;
let webRtc: WebRtcBlock;
let ana: Person;
let ben: Person;

beforeAll(async () => {
  [lobby, browser] = await Promise.all([startLobby(), launchChromium()]);
  cable = new CutProxy(() => Number(new URL(lobby.url).port));
  // Under this name a page may use WebRTC without https.
  const url = (await cable.listen()).replace('127.0.0.1', 'localhost');
  ana = await openPerson(browser, url, SMALL, async (page) => {
    webRtc = await WebRtcBlock.on(page);
    await webRtc.set(false);
  });
  ben = await openPerson(browser, lobby.url, SMALL);
});

afterAll(async () => {
  await browser.close();
  cable.close();
  await lobby.stop();
});

test('two people play over a direct way', async () => {
  await meet(ana.page, ben.page);
  await agree(ana.page, 'ready');
  await agree(ben.page, 'ready');
  for (const { page } of [ana, ben]) {
    await page.getByTestId('match').waitFor();
    await untilOn(page, 'direct', PATIENCE_MS);
  }
});

test('[L28] when the network of the host goes away without a word, the friend plays on soon', async () => {
  const cutMs = performance.now();
  await webRtc.set(true);
  cable.cutNew = true;
  cable.freeze();

  await expect
    .poll(async () => (await anaAsBenSeesHer()).absent, { timeout: PATIENCE_MS })
    .toBe(true);

  expect(performance.now() - cutMs).toBeLessThan(MOVED_MS);
  const { tick } = await look(ben.page);
  await expect.poll(async () => (await look(ben.page)).tick).toBeGreaterThan(tick + 120);
});

test('[N4] when it is back, the host is back in the seat, and both see the same match', async () => {
  const { seat } = await anaAsBenSeesHer();
  await webRtc.set(false);
  cable.cutNew = false;
  // As a browser does when its network changes: it would notice by itself within 18 s.
  cable.cut();

  await expect
    .poll(anaAsBenSeesHer, { timeout: PATIENCE_MS })
    .toMatchObject({ seat, absent: false });

  const { tick: backAt } = await look(ben.page);
  const since = checkpointsAfter(backAt);
  await expectSameMatch([ana.page, ben.page], CHECKPOINTS, PATIENCE_MS, since);
  expect(ben.complaints).toEqual([]);
});

async function anaAsBenSeesHer(): Promise<Member> {
  const { members } = await look(ben.page);
  const member = members.find(({ name }) => name === 'Ana');
  if (member === undefined) throw new Error('Ana is no member');
  return member;
}
