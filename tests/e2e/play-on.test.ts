import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { objections } from '../page/axe.ts';
import { knowControls } from '../page/controls.ts';
import { discOf, type Look, look } from '../page/play.ts';
import { agree, meet, setNoLimits } from '../page/rooms.ts';
import { checkpointsAfter, expectSameMatch, untilFurther } from '../page/same-match.ts';
import { receiveVisitors } from '../page/visitors.ts';

const { open } = receiveVisitors();

const PATIENCE_MS = 60_000;
const PLAYED_TICKS = 600;
const COMPARED = 20;

/** A match of some ten seconds, which the host ends. */
async function playShortly(ana: Page, ben: Page): Promise<void> {
  await Promise.all([ana, ben].map((page) => agree(page, 'ready')));
  for (const page of [ana, ben]) await page.getByTestId('match').waitFor();
  await untilFurther(ana, PLAYED_TICKS, PATIENCE_MS);
  await ana.getByTestId('menu').click();
  await ana.getByTestId('stop').click();
  for (const page of [ana, ben]) await page.getByTestId('room').waitFor();
}

/** From the room's sheet to five seconds into its last match, paused. */
async function watchFromRoom(page: Page): Promise<void> {
  await page.getByTestId('from-replay').click();
  await page.getByTestId('replay-watch').first().click();
  await page.getByTestId('watch').waitFor();
  await page.keyboard.press('KeyK');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
}

function seatOf({ members }: Look, name: string): number | null | undefined {
  return members.find((member) => member.name === name)?.seat;
}

test(
  '[V50] [V51] a host has the room play on from a replay: the same for both pages, and another match than that one',
  { timeout: 2 * PATIENCE_MS },
  async () => {
    const [ana, ben] = await Promise.all([open(), open()]);
    for (const { page } of [ana, ben]) await knowControls(page);
    await meet(ana.page, ben.page);
    await setNoLimits(ana.page);
    await playShortly(ana.page, ben.page);
    // The list is left the way that it was come to: the room is still there.
    await ana.page.getByTestId('from-replay').click();
    await ana.page.getByTestId('leave-replays').click();
    await ana.page.getByTestId('room').waitFor();
    await watchFromRoom(ana.page);
    await ana.page.getByTestId('watch-follow').click();
    await ana.page.getByTestId('watch-player').filter({ hasText: 'Ben' }).click();
    const button = ana.page.getByTestId('watch-play-on');
    expect(await button.textContent()).toContain('Play on with the room as Ben');
    expect(await objections(ana.page)).toEqual([]);
    const before = await look(ana.page);
    const seat = seatOf(before, 'Ben');
    await button.focus();
    await ana.page.keyboard.press('Enter');
    for (const { page } of [ana, ben]) {
      await page.getByTestId('match').waitFor();
      await expect.poll(() => page.getByTestId('taken-up').textContent()).toContain('Ana');
    }
    // On Ben's disc, as she chose, and Ben on hers.
    const now = await look(ana.page);
    expect(now.score).toEqual(before.score);
    expect(seatOf(now, 'Ana')).toBe(seat);
    expect(now.members).toHaveLength(2);
    const own = now.members.find(({ name }) => name === 'Ana')!.id;
    const start = discOf(now, own);
    await ana.page.keyboard.down('KeyA');
    const begun = await ana.page.evaluate(() => window.__peerball!.finalTick ?? 0);
    await expectSameMatch([ana.page, ben.page], COMPARED, PATIENCE_MS, checkpointsAfter(begun));
    await ana.page.keyboard.up('KeyA');
    expect(discOf(await look(ben.page), own).x).toBeLessThan(start.x - 20);
    await ana.page.getByTestId('menu').click();
    await ana.page.getByTestId('stop').click();
    for (const { page } of [ana, ben]) await page.getByTestId('room').waitFor();
    expect([...ana.complaints, ...ben.complaints]).toEqual([]);
  },
);
