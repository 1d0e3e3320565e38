import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { errorNotice, joinByCode, makeRoom, nameOneself, untilInRoom } from '../page/rooms.ts';
import { receiveVisitors } from '../page/visitors.ts';

/** What a name of sixteen graphemes can be at its widest, and at its highest. */
const WIDE = '﷽'.repeat(16);
const HIGH = 'Ẑ̴̃̄'.repeat(6);

const { open, url } = receiveVisitors();

async function problemWith(page: Page, name: string): Promise<string> {
  await nameOneself(page, name);
  return (await page.getByTestId('nick-problem').textContent()) ?? '';
}

test('[L80] names that people have are taken as they are, and stay in their rows', async () => {
  const names = ['Ana 👨‍👩‍👧‍👦', 'علی\u200Cرضا', WIDE, HIGH];
  const host = await open();
  await nameOneself(host.page, names[0]!);
  const code = await makeRoom(host.page);
  for (const name of names.slice(1)) {
    const { page } = await open();
    await nameOneself(page, name);
    await joinByCode(page, code);
    await page.getByTestId('room').waitFor();
  }
  await untilInRoom(host.page, names.length);
  const shown = await host.page.locator('[data-testid="member"] bdi').allTextContents();
  expect(shown.toSorted()).toEqual(names.map((name) => name.normalize('NFKC')).toSorted());
  const beyond = await host.page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const rows = Array.from(document.querySelectorAll('[data-testid="member"]'));
    return [scrollWidth - clientWidth, ...rows.map((row) => row.scrollWidth - row.clientWidth)];
  });
  expect(beyond.filter((pixels) => pixels > 0)).toEqual([]);
});

test('[L80] a name that cannot be taken is answered with what is wrong with it', async () => {
  const { page, complaints } = await open();
  expect(await problemWith(page, `Z${'\u0334'.repeat(28)}`)).toContain('Too many marks');
  await page.getByTestId('make-room').click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('nick');
  expect(await problemWith(page, 'a\u202Eb')).toContain('direction');
  expect(await problemWith(page, '\u3164')).toContain('seen');
  expect(await problemWith(page, 'x'.repeat(17))).toContain('16 characters');
  expect(await problemWith(page, '👨‍👩‍👧‍👦'.repeat(3))).toContain('Too big');
  await nameOneself(page, 'Ana');
  await page.getByTestId('nick-problem').waitFor({ state: 'detached' });
  expect(complaints).toEqual([]);
});

test('[L80] chat says what is wrong with a line, and keeps it', async () => {
  const ana = await open();
  const code = await makeRoom(ana.page);
  const ben = await open();
  await joinByCode(ben.page, code);
  await untilInRoom(ana.page, 2);
  const field = ana.page.getByTestId('chat-field');
  await field.fill(`Z${'\u0334'.repeat(28)}`);
  await field.press('Enter');
  const refusal = ana.page.getByTestId('chat-refusal');
  await expect.poll(() => refusal.textContent()).toContain('Too many marks');
  expect(await field.inputValue()).not.toBe('');
  await field.fill('Ｈｅｌｌｏ 👨‍👩‍👧‍👦');
  await field.press('Enter');
  await ben.page.getByTestId('chat-line').filter({ hasText: 'Hello 👨‍👩‍👧‍👦' }).waitFor();
});

test('[L82] a code leads to its room however it was sent', async () => {
  const ana = await open();
  const code = await makeRoom(ana.page);
  const bare = code.replace('-', '');
  const fullWidth = Array.from(bare, (char) =>
    String.fromCodePoint(char.codePointAt(0)! + 0xfee0),
  ).join('\u200B');
  const ben = await open();
  for (const sent of [fullWidth, code.replace('-', '\u2011'), `(${url()}/J/${bare}), *`]) {
    await joinByCode(ben.page, sent);
    await untilInRoom(ben.page, 2);
    await ben.page.getByTestId('leave').click();
    await ben.page.getByTestId('join-code').waitFor();
  }
  // The name is known by now: each of these is one click in a message.
  for (const tail of [')', '*%20', '%E2%80%8B/']) {
    await ben.page.goto(`${url()}/j/${bare}${tail}`);
    await untilInRoom(ben.page, 2);
  }
});

test('[L83] an address that leads to no room opens the page, which says what a code is', async () => {
  for (const path of ['/j/HELLO1', '/j/', '/nowhere']) {
    const { page } = await open(path);
    await errorNotice(page).waitFor();
    expect(await errorNotice(page).textContent()).toContain('23456789 CFGHJMPQRVWX');
    await page.getByTestId('make-room').waitFor();
    await errorNotice(page).getByRole('button', { name: 'Close' }).click();
    await errorNotice(page).waitFor({ state: 'detached' });
    expect(new URL(page.url()).pathname).toBe('/');
  }
});
