import { describe, expect, test } from 'vitest';
import type { NetcodePlace } from '../../game/settings/netcode-place.ts';
import { findFirefox } from '../../tools/browsers/ensure-browser.ts';
import { launchFirefox } from '../browser/firefox.ts';
import {
  acceptInvitation,
  hostRoom,
  startMatch,
  until,
  untilMembers,
} from '../network/room-walk.ts';
import { commonCheckpoints } from '../page/common-checkpoints.ts';
import { type DrivenPage, driveChromium, driveFirefox } from '../page/driven-page.ts';
import { ballOf, checkpoints, playUntil } from '../page/play.ts';
import { receiveVisitors } from '../page/visitors.ts';

const RULES = { goals: 0, minutes: 3 };
/** All play for so long, from when the last one is in the match: there is one checkpoint a second. */
const PLAYED_TICKS = 360;
const CHECKPOINTS = 4;
const FROZEN_MS = 3_000;
/** Within one term it would be none if the page held them up; the rest is left to a busy machine. */
const PLAYED_SHARE = 0.6;

const { open, url, complaints } = receiveVisitors();

test('[N67] [N68] a sequencer in a worker plays the match of one on a page, which plays on while its page stands still', async () => {
  const ana = await openChromium('/', 'worker');
  const path = await hostRoom(ana, RULES);
  const ben = await openChromium(path, 'page');
  await begin(ana, [ben]);
  await expectMoved(ana, true);
  await expectMoved(ben, false);
  await expectSameMatch([ana, ben]);

  const before = await statsOf(ben);
  await ana.evaluate(() => {
    const endMs = Date.now() + 3_000;
    while (Date.now() < endMs);
  });
  const after = await statsOf(ben);
  expect(before.isSequencer).toBe(false);
  expect(after.term).toBe(before.term);
  const played = after.finalTick - before.finalTick;
  expect(played).toBeGreaterThan((FROZEN_MS / 1000) * 60 * PLAYED_SHARE);
  const members = await ben.evaluate(() => window.__peerball!.members);
  expect(members.map(({ absent }) => absent)).toEqual([false, false]);

  await expectSameMatch([ana, ben]);
  expect(complaints()).toEqual([]);
});

const firefox = findFirefox();
if (firefox === null) {
  console.log('NO MATCH OF FIREFOX WITH A WORKER: none is installed');
} else {
  describe('[N67] Firefox and Chromium', () => {
    test('a worker of Firefox plays with a worker and with a page of Chromium', async () => {
      const fox = await launchFirefox(firefox);
      try {
        const host = driveFirefox(await fox.newPage());
        await host.open(`${url()}${pathOf('/', 'worker')}`);
        const path = await hostRoom(host, RULES);
        const guests = [await openChromium(path, 'worker'), await openChromium(path, 'page')];
        await begin(host, guests);
        await expectMoved(host, true);
        await expectMoved(guests[0]!, true);
        await expectMoved(guests[1]!, false);
        await expectSameMatch([host, ...guests]);
      } finally {
        await fox.close();
      }
    });
  });
}

async function openChromium(path: string, place: NetcodePlace): Promise<DrivenPage> {
  return driveChromium((await open(pathOf(path, place))).page);
}

/** The guests are at the door of the host's room; the match is on for all of them afterwards. */
async function begin(host: DrivenPage, guests: readonly DrivenPage[]): Promise<void> {
  const pages = [host, ...guests];
  for (const guest of guests) await acceptInvitation(guest);
  for (const page of pages) await untilMembers(page, pages.length);
  await startMatch(host);
  for (const page of pages) await until(page, 'window.__peerball.screen === "match"');
}

function pathOf(path: string, place: NetcodePlace): string {
  return `${path}?netcode=${place}`;
}

async function expectMoved(page: DrivenPage, isMoved: boolean): Promise<void> {
  const links = await page.evaluate(() => window.__peerball!.links);
  for (const link of links) expect(link).toMatchObject({ state: 'open', isMoved });
  expect(links).not.toEqual([]);
}

async function statsOf(page: DrivenPage) {
  const stats = await page.evaluate(() => window.__peerball!.stats);
  if (stats === null) throw new Error('the page is in no room');
  return stats;
}

/** All play; then the final worlds of all agree, and of a worker its page's own with the worker's. */
async function expectSameMatch(pages: readonly DrivenPage[]): Promise<void> {
  const begun = await Promise.all(pages.map(statsOf));
  const fromTick = Math.max(...begun.map(({ finalTick }) => finalTick));
  const kicked = pages.map(() => false);
  await Promise.all(
    pages.map((page, index) =>
      playUntil(page, (now) => {
        kicked[index] ||= ballOf(now).speed > 0;
        return now.tick > fromTick + PLAYED_TICKS;
      }),
    ),
  );
  expect(kicked).toEqual(pages.map(() => true));
  const players = await Promise.all(
    pages.map(async (page) => ({
      hashes: (await checkpoints(page)).filter(([tick]) => tick > fromTick),
    })),
  );
  const { compared, differing } = commonCheckpoints(players);
  expect(differing).toEqual([]);
  expect(compared).toBeGreaterThanOrEqual(CHECKPOINTS);
  for (const page of pages) {
    // What a worker tells of one tick comes at once: its own hash, and what its page makes one of.
    const { checkpoint, repairs, hashes } = await page.evaluate(() => {
      const { stats, hashes: all } = window.__peerball!;
      return { checkpoint: stats!.checkpoint!, repairs: stats!.counts.repairs, hashes: all };
    });
    expect(new Map(hashes).get(checkpoint.tick)).toBe(checkpoint.hash);
    expect(repairs).toBe(0);
  }
}
