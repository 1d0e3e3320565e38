import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { PHASE } from '../../shared/sim/match-state.ts';
import type { Person } from '../browser/browser.ts';
import { playUntil } from '../page/play.ts';
import { agree, meet, member } from '../page/rooms.ts';
import { type Manner, translatePage } from '../page/translator.ts';
import { receiveVisitors } from '../page/visitors.ts';

/** How often somebody changes their mind: what piles up is seen by then. */
const TURNS = 3;

const { open } = receiveVisitors();

/** A page whose browser translates it from the moment on in which all of it is there. */
async function openTranslated(manner: Manner): Promise<Person> {
  const person = await open();
  await person.page.waitForFunction(() => window.__peerball !== undefined);
  await person.page.evaluate(translatePage, manner);
  return person;
}

async function textOf(page: Page, testId: string): Promise<string> {
  return ((await page.getByTestId(testId).first().textContent()) ?? '').trim();
}

/** What stands in somebody's row about being ready. */
async function stateOf(page: Page, name: string): Promise<string[]> {
  const texts = await member(page, name).locator('.member-ready').allTextContents();
  return texts.map((text) => text.trim());
}

/** Clicks a switch once it shows this state: it asks for the other one, and others may know it sooner. */
async function click(toggle: Locator, pressed: 'true' | 'false'): Promise<void> {
  await expect.poll(() => toggle.getAttribute('aria-pressed')).toBe(pressed);
  await toggle.click();
}

/** What the countdown says, however short: a busy machine looks too late. */
function writeDownCountdown(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { dataset } = document.documentElement;
    new MutationObserver(() => {
      const text = document.querySelector('.countdown')?.textContent ?? '';
      if (dataset['said']?.endsWith(text) !== true)
        dataset['said'] = `${dataset['said'] ?? ''}${text}`;
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

test.each(['replaces', 'wraps', 'rewrites'] as const)(
  'a page whose translator %s text goes on saying what is',
  async (manner) => {
    const [ana, ben] = [await openTranslated(manner), await open()];
    expect(await textOf(ana.page, 'make-room')).toContain('«Play with a friend»');
    await meet(ana.page, ben.page);

    // Names and the code are what they are.
    expect(await textOf(ana.page, 'room-code')).toMatch(/^\w{3}-\w{3}$/);
    expect(await member(ana.page, 'Ben').locator('bdi').textContent()).toBe('Ben');

    const ready = ben.page.getByTestId('ready');
    const bench = ben.page.getByTestId('to-bench');
    for (let turn = 0; turn < TURNS; turn++) {
      await expect.poll(() => stateOf(ana.page, 'Ben')).toEqual(['«not ready»']);
      await click(ready, 'false');
      await expect.poll(() => stateOf(ana.page, 'Ben')).toEqual(['«ready»']);
      expect(await textOf(ana.page, 'room-status')).toBe('');
      await click(ready, 'true');
    }
    await bench.click();
    await expect.poll(() => textOf(ana.page, 'room-status')).toBe('«Each team needs a player.»');
    await ben.page.getByTestId('take-wave').click();
    await expect.poll(() => textOf(ana.page, 'room-status')).toBe('');
    await ana.page.getByTestId('ready').click();
    await expect
      .poll(() => textOf(ana.page, 'room-status'))
      .toBe('«Waiting until everybody is ready.»');
    expect(await textOf(ana.page, 'ready')).toBe('«Ready ✓»');

    await writeDownCountdown(ana.page);
    await agree(ben.page, 'ready');
    await ana.page.getByTestId('match').waitFor();
    await playUntil(ana.page, ({ phase }) => phase === PHASE.playing);
    expect(await ana.page.evaluate(() => document.documentElement.dataset['said'])).toContain(
      '«GO»',
    );
    const clock = await textOf(ana.page, 'clock');
    expect(clock).toMatch(/^\d:\d\d$/);
    await expect.poll(() => textOf(ana.page, 'clock')).not.toBe(clock);
    expect(await ana.page.locator('.ping-ms').first().textContent()).toMatch(/^\d+ ms$/);

    await ben.leave();
    const chip = ana.page.getByText(/Ben.*(left|has not come back|reconnecting)/).first();
    await chip.waitFor();
    const names = await ana.page.locator('.hud-chips bdi').allTextContents();
    expect([...new Set(names)]).toEqual(['Ben']);
    expect([...ana.complaints]).toEqual([]);
  },
);

test('what is meant literally says so', async () => {
  const [ana, ben] = [await open(), await open()];
  await meet(ana.page, ben.page);
  const literal = (page: Page, selector: string): Promise<(boolean | null)[]> =>
    page
      .locator(selector)
      .evaluateAll((all) =>
        all.map((element) => element.closest('[translate]')?.getAttribute('translate') === 'no'),
      );
  for (const selector of [
    '[data-testid="room-code"]',
    '.member-name bdi',
    '.disc',
    '.map-now bdi',
  ]) {
    const found = await literal(ana.page, selector);
    expect(found.length, selector).toBeGreaterThan(0);
    expect(found, selector).not.toContain(false);
  }
  await agree(ana.page, 'ready');
  await agree(ben.page, 'ready');
  await ana.page.getByTestId('match').waitFor();
  for (const selector of ['.score', '.clock', '.ping-ms']) {
    // The ping is there once there was a round trip.
    await ana.page.locator(selector).first().waitFor();
    const found = await literal(ana.page, selector);
    expect(found.length, selector).toBeGreaterThan(0);
    expect(found, selector).not.toContain(false);
  }
});
