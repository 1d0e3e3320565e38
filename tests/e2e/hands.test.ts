import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { focused, knowControls, notByTab } from '../page/controls.ts';
import { goTo, notByPad, operate, plugInPad, press } from '../page/fake-pad.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { look } from '../page/play.ts';
import { untilInRoom } from '../page/rooms.ts';

/** Drawing costs time; what has to be scrolled to is reached too. */
const SMALL = { viewport: { width: 480, height: 480 } };
/** Ticks that would pass while somebody looks twice. */
const SOME_TICKS = 12;

let lobby: RunningLobby;
let browser: Browser;
/** Has a gamepad and nothing else. */
let ana: Person;
/** Has a keyboard and nothing else. */
let ben: Person;

beforeAll(async () => {
  [lobby, browser] = await Promise.all([startLobby(), launchChromium()]);
  ana = await openPerson(browser, lobby.url, SMALL, async (page) => {
    await knowControls(page);
    await plugInPad(page);
  });
  ben = await openPerson(browser, lobby.url, SMALL, knowControls);
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
});

test('by gamepad: home, and a name written on the screen', async () => {
  const { page } = ana;
  await page.getByTestId('make-room').waitFor();
  await press(page, 'down');
  await page.waitForFunction(() => document.documentElement.dataset['hand'] === 'pad');
  expect(await notByPad(page)).toEqual([]);
  expect(await page.locator('.attract').count()).toBe(0);

  await operate(page, 'nick');
  const before = await page.getByTestId('nick').inputValue();
  await page.getByTestId('pad-keyboard').waitFor();
  expect(await notByPad(page)).toEqual([]);
  await operate(page, 'pad-erase');
  await operate(page, 'pad-space');
  await operate(page, 'pad-capitals');
  await goTo(page, '[data-key="z"]');
  await press(page, 'a');
  await operate(page, 'pad-done');
  await expect.poll(() => page.getByTestId('nick').inputValue()).toBe(`${before.slice(0, -1)} Z`);
  expect(await focused(page)).toBe('nick');
});

test('by gamepad: buttons for what is done on the pitch, chosen by pressing them', async () => {
  const { page } = ana;
  await operate(page, 'open-settings');
  await operate(page, 'tab-controls');
  expect(await notByPad(page)).toEqual([]);
  const operateNamed = async (name: string): Promise<void> => {
    await goTo(page, `[aria-label="${name}"]`);
    await press(page, 'a');
  };
  const named = (name: string) => page.getByRole('button', { name });
  await operateNamed('Remove RT R2 from Kick');
  await operateNamed('Add a button for Kick');
  await named('Add a button for Kick').getByText('Press a button…').waitFor();
  await press(page, 'y');
  await named('Remove Y △ from Kick').waitFor();
  await operateNamed('Add a button for Quick chat');
  await press(page, 'a');
  await expect
    .poll(() => page.getByTestId('took-key').textContent())
    .toBe('A ✕ is taken from “Kick”.');
  await operateNamed('Add a button for Talk (hold)');
  await press(page, 'start');
  await page.getByTestId('refused-key').waitFor();
  expect(await named('Remove LT L2 from Talk (hold)').count()).toBe(1);
  await goTo(page, '[data-testid="reset-buttons"]');
  await press(page, 'a');
  await named('Remove RT R2 from Kick').waitFor();
  await press(page, 'b');
  await page.getByTestId('settings').waitFor({ state: 'detached' });
});

test('by gamepad: practice, which waits while its menu and the settings are open', async () => {
  const { page } = ana;
  await operate(page, 'practice');
  await page.getByTestId('match').waitFor();
  expect(await page.getByTestId('play-hint').textContent()).toBe('1/3stickmove');
  await press(page, 'start');
  await page.getByTestId('match-menu').waitFor();
  expect(await focused(page)).toBe('resume');
  const { tick } = await look(page);
  expect(await notByPad(page)).toEqual([]);
  await operate(page, 'menu-settings');
  await page.getByTestId('settings-group').waitFor();
  for (const tab of ['keyboard', 'controls', 'sound', 'chat', 'privacy', 'look']) {
    await operate(page, `tab-${tab}`);
    await page.locator(`[data-group="${tab}"]`).waitFor();
    expect([tab, await notByPad(page)]).toEqual([tab, []]);
  }
  await operate(page, 'motion');
  await page.getByTestId('pad-choice').waitFor();
  await press(page, 'down');
  await press(page, 'a');
  await page.waitForFunction(() => document.documentElement.dataset['motion'] === 'reduced');
  await goTo(page, '[data-testid="tab-sound"]');
  await press(page, 'a');
  await goTo(page, '[data-group="sound"] input[type=range]');
  const volume = () =>
    page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.value);
  const loud = Number(await volume());
  await press(page, 'left');
  await expect.poll(async () => Number(await volume())).toBeLessThan(loud);
  await goTo(page, '[data-group="sound"] input[role=switch]');
  await press(page, 'a');
  expect(await page.locator('[data-group="sound"] input[role=switch]').isChecked()).toBe(true);
  await press(page, 'b');
  await page.getByTestId('settings').waitFor({ state: 'detached' });
  expect(await focused(page)).toBe('menu-settings');
  expect((await look(page)).tick).toBeLessThan(tick + 2);
  await press(page, 'b');
  await page.getByTestId('match-menu').waitFor({ state: 'detached' });
  await expect.poll(async () => (await look(page)).tick).toBeGreaterThan(tick + SOME_TICKS);
  await press(page, 'start');
  await operate(page, 'leave');
  await page.getByTestId('make-room').waitFor();
});

test('by gamepad: a room, its map, its rules and its settings', async () => {
  const { page } = ana;
  await operate(page, 'make-room');
  await page.getByTestId('room').waitFor();
  await page.getByTestId('choose-map').waitFor();
  expect(await notByPad(page)).toEqual([]);
  await operate(page, 'choose-map');
  await page.getByTestId('map-dialog').waitFor();
  await page.getByTestId('map-card').first().waitFor();
  expect(await notByPad(page)).toEqual([]);
  await operate(page, 'load-map');
  await page.getByTestId('only-by-hand').waitFor();
  const wanted = (await page.getByTestId('map-card').nth(1).getAttribute('data-map')) ?? '';
  await goTo(page, `[data-testid="map-card"][data-map="${wanted}"]`);
  await press(page, 'a');
  await page.locator(`[data-testid="map"][data-map="${wanted}"]`).waitFor();
  await goTo(page, '.rules select');
  await press(page, 'a');
  await page.getByTestId('pad-choice').waitFor();
  await press(page, 'down');
  const goals = await focused(page);
  await press(page, 'a');
  await page.locator('.rules select option:checked', { hasText: goals }).waitFor({
    state: 'attached',
  });
  await operate(page, 'open-settings');
  await page.getByTestId('settings-group').waitFor();
  await press(page, 'b');
  await page.getByTestId('settings').waitFor({ state: 'detached' });
});

test('by keyboard: home, its settings and a code', async () => {
  const { page } = ben;
  await page.getByTestId('make-room').waitFor();
  expect(await notByTab(page)).toEqual([]);
  await tabTo(page, 'open-settings');
  await page.keyboard.press('Enter');
  await page.getByTestId('settings-group').waitFor();
  expect(await focused(page)).toBe('tab-keyboard');
  for (const tab of ['controls', 'sound', 'chat', 'privacy', 'look', 'keyboard']) {
    await page.keyboard.press('ArrowRight');
    await page.locator(`[data-group="${tab}"]`).waitFor();
    expect([tab, await notByTab(page)]).toEqual([tab, []]);
    await page.getByTestId(`tab-${tab}`).focus();
  }
  await page.keyboard.press('Escape');
  await page.getByTestId('settings').waitFor({ state: 'detached' });
  expect(await focused(page)).toBe('open-settings');
  await tabTo(page, 'join-code');
  await page.keyboard.type((await ana.page.getByTestId('room-code').textContent()) ?? '');
  await page.keyboard.press('Enter');
  for (const { page: each } of [ana, ben]) await untilInRoom(each, 2);
  expect(await notByTab(page)).toEqual([]);
});

test('both begin a match, open its menu and go back, each with what they have', async () => {
  await tabTo(ben.page, 'ready');
  await ben.page.keyboard.press('Space');
  expect(await notByPad(ana.page)).toEqual([]);
  await operate(ana.page, 'ready');
  for (const { page } of [ana, ben]) await page.getByTestId('match').waitFor();
  expect(await ben.page.getByTestId('play-hint').textContent()).toBe('1/3WASDmove');

  await ben.page.keyboard.press('Escape');
  await ben.page.getByTestId('match-menu').waitFor();
  expect(await focused(ben.page)).toBe('resume');
  expect(await notByTab(ben.page)).toEqual([]);
  await ben.page.keyboard.press('Escape');
  await ben.page.getByTestId('match-menu').waitFor({ state: 'detached' });

  // A ready-made line with two presses; what a pad cannot do in a match is said in its place.
  await press(ana.page, 'leftShoulder');
  await ana.page.getByTestId('write-by-keyboard').waitFor();
  await press(ana.page, 'down');
  await press(ana.page, 'up');
  await ben.page.getByTestId('chat-overlay').getByText('Nice!').first().waitFor();
  await ana.page.getByTestId('quick-menu').waitFor({ state: 'detached' });

  await press(ana.page, 'start');
  await ana.page.getByTestId('match-menu').waitFor();
  expect(await notByPad(ana.page)).toEqual([]);
  await operate(ana.page, 'stop');
  for (const { page } of [ana, ben]) await page.getByTestId('room').waitFor();
});

test('a phone has no rows for keys until a key is pressed', async () => {
  const carla = await openPerson(browser, lobby.url, { hasTouch: true, isMobile: true });
  const { page } = carla;
  await page.getByTestId('open-settings').tap();
  await page.getByTestId('settings-group').waitFor();
  expect(await page.getByTestId('tab-keyboard').count()).toBe(0);
  await page.keyboard.press('ArrowRight');
  await page.getByTestId('tab-keyboard').waitFor();
  await carla.leave();
});

test('nothing was complained of', () => {
  expect([...ana.complaints, ...ben.complaints]).toEqual([]);
});

async function tabTo(page: Page, testId: string): Promise<void> {
  for (let step = 0; step < 60 && (await focused(page)) !== testId; step += 1) {
    await page.keyboard.press('Tab');
  }
  expect(await focused(page)).toBe(testId);
}
