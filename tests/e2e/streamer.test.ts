import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { agree, joinByCode, makeRoom, nameOneself, untilInRoom } from '../page/rooms.ts';
import { receiveVisitors } from '../page/visitors.ts';

const { open } = receiveVisitors();

const SMALL = { viewport: { width: 800, height: 450 } };
/** No part of any other word of the page. */
const FRIEND = 'Zebulon';

test('those who watch the screen read neither the code nor the names of others', async () => {
  const [ana, ben] = [await open('/', SMALL), await open('/', SMALL)];
  await nameOneself(ana.page, 'Ana');
  await nameOneself(ben.page, FRIEND);
  await beStreamer(ana.page);
  const code = await makeRoom(ben.page);
  const secrets = [code, code.replace('-', ''), FRIEND];
  await joinByCode(ana.page, code);
  await untilInRoom(ana.page, 2);
  expect(await leaks(ana.page, secrets)).toEqual([]);
  expect(new URL(ana.page.url()).pathname).toBe('/');
  await ana.page
    .getByTestId('member')
    .filter({ hasText: /Player \d/ })
    .waitFor();
  expect(await ana.page.getByTestId('show-qr').count()).toBe(0);
  expect(await ana.page.getByTestId('chat-panel').count()).toBe(0);

  await holdCode(ana.page, code);
  expect(await leaks(ana.page, secrets)).toEqual([]);

  for (const { page } of [ana, ben]) await agree(page, 'ready');
  await ana.page.getByTestId('match').waitFor();
  await ana.page.keyboard.down('Tab');
  await ana.page.getByTestId('standings').waitFor();
  expect(await leaks(ana.page, secrets)).toEqual([]);
  await ana.page.keyboard.up('Tab');

  await ana.page.reload();
  await ana.page.getByTestId('match').waitFor();
  expect(await leaks(ana.page, secrets)).toEqual([]);
  expect(new URL(ana.page.url()).pathname).toBe('/');
  await ben.page.getByTestId('match').waitFor();
  for (const { complaints } of [ana, ben]) expect(complaints).toEqual([]);
});

test('who opens an invitation while others watch shows them nothing of it', async () => {
  const [ana, ben] = [await open('/', SMALL), await open('/', SMALL)];
  await nameOneself(ben.page, FRIEND);
  const code = await makeRoom(ben.page);
  await nameOneself(ana.page, 'Ana');
  await beStreamer(ana.page);
  await ana.page.goto(`${new URL(ana.page.url()).origin}/j/${code.replace('-', '')}`);
  await ana.page.getByTestId('behind').waitFor();
  expect(await leaks(ana.page, [code, code.replace('-', ''), FRIEND])).toEqual([]);
  await ana.page.getByTestId('join-invited').click();
  await untilInRoom(ana.page, 2);
  expect(await leaks(ana.page, [code, code.replace('-', ''), FRIEND])).toEqual([]);
});

/** Turns streamer mode on in the settings, as a person does. */
async function beStreamer(page: Page): Promise<void> {
  await page.getByTestId('open-settings').click();
  await page.getByTestId('tab-privacy').click();
  await page.getByRole('switch', { name: 'Streamer mode' }).check();
  await page.keyboard.press('Escape');
  await page.getByTestId('settings').waitFor({ state: 'detached' });
}

/** The code stands there for as long as a pointer or a key holds it. */
async function holdCode(page: Page, code: string): Promise<void> {
  const held = page.getByTestId('room-code');
  await held.hover();
  await page.mouse.down();
  await held.getByText(code).waitFor();
  await page.mouse.up();
  await held.getByText(code).waitFor({ state: 'detached' });
  await held.focus();
  await page.keyboard.down('Enter');
  await held.getByText(code).waitFor();
  await page.keyboard.up('Enter');
  await held.getByText(code).waitFor({ state: 'detached' });
}

/** Those of `secrets` that stand in the address, the title, any text or attribute, or a field that is no secret's. */
function leaks(page: Page, secrets: readonly string[]): Promise<string[]> {
  return page.evaluate((words) => {
    const texts = [location.href, document.title];
    for (const element of document.querySelectorAll('*')) {
      if (element instanceof HTMLScriptElement) continue;
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE) texts.push(node.textContent ?? '');
      for (const { value } of element.attributes) texts.push(value);
      if (element instanceof HTMLInputElement && element.type !== 'password')
        texts.push(element.value);
    }
    const whole = texts.join('\n').toUpperCase();
    return words.filter((word) => whole.includes(word.toUpperCase()));
  }, secrets);
}
