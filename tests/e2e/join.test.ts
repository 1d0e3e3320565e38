import { expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import type { Person } from '../browser/browser.ts';
import { fillRoom } from '../lobby/fill-room.ts';
import {
  acceptInvite,
  errorNotice,
  invitePath,
  joinByCode,
  makeRoom,
  member,
  nameOneself,
  untilInRoom,
} from '../page/rooms.ts';
import { receiveVisitors } from '../page/visitors.ts';

const { url, open } = receiveVisitors();

async function openInvited(path: string): Promise<Person> {
  const person = await open(path);
  await acceptInvite(person.page);
  return person;
}

test('whoever opens the link for the first time is one click from the room', async () => {
  const ana = await open();
  await nameOneself(ana.page, 'Ana');
  const code = await makeRoom(ana.page);

  const ben = await open(invitePath(code));
  expect(await ben.page.getByTestId('nick').inputValue()).not.toBe('');
  await acceptInvite(ben.page);

  await untilInRoom(ana.page, 2);
  await untilInRoom(ben.page, 2);
  expect(await ben.page.getByTestId('room-code').textContent()).toBe(code);
  expect(await ben.page.getByTestId('member').allTextContents()).toEqual(
    expect.arrayContaining([expect.stringContaining('Ana')]),
  );
  expect([...ana.complaints, ...ben.complaints]).toEqual([]);
});

test('whoever has a name is in the room without a click', async () => {
  const ana = await open();
  const first = await makeRoom(ana.page);
  const ben = await openInvited(invitePath(first));
  await untilInRoom(ben.page, 2);
  const carla = await open();
  const second = await makeRoom(carla.page);

  await ben.page.goto(url() + invitePath(second));

  await untilInRoom(ben.page, 2);
  await untilInRoom(carla.page, 2);
  await untilInRoom(ana.page, 1);
  expect([...ana.complaints, ...ben.complaints, ...carla.complaints]).toEqual([]);
});

test('[L161] a browser that comes again is whom it was, and a second tab beside the first is not', async () => {
  const { page, complaints } = await open();
  await makeRoom(page);
  const first = await guestOf(page);
  const beside = await page.context().newPage();
  await beside.goto(url());
  await makeRoom(beside);
  expect(await guestOf(beside)).not.toBe(first);
  await beside.close();
  const later = await page.context().newPage();
  await page.close();
  await later.goto(url());
  await makeRoom(later);
  expect(await guestOf(later)).toBe(first);
  expect(complaints).toEqual([]);
});

/** The signed id by which the lobby knows this tab. */
function guestOf(page: Page): Promise<string | null> {
  return page.evaluate(() => sessionStorage.getItem('peerball.guest'));
}

test('text that is no room code is answered beside the box', async () => {
  const { page, complaints } = await open();
  await joinByCode(page, 'HELLO');
  await page.getByTestId('code-problem').waitFor();
  expect(await page.getByTestId('join-code').getAttribute('aria-invalid')).toBe('true');
  expect(complaints).toEqual([]);
});

test('a code without a room gets its own message, and another try is one click', async () => {
  const { page } = await open();
  await joinByCode(page, 'XXX-XXX');
  await errorNotice(page).waitFor();
  expect(await errorNotice(page).getAttribute('data-error')).toBe('no-room');
  expect(await page.getByTestId('join-code').inputValue()).toBe('XXX-XXX');
  await page.getByTestId('error-retry').click();
  await errorNotice(page).waitFor();
});

test('a link to a room that is gone says the same as a typed code', async () => {
  const { page } = await openInvited('/j/XXXXXX');
  await errorNotice(page).waitFor();
  expect(await errorNotice(page).getAttribute('data-error')).toBe('no-room');
});

test('a full room says that it is full', async () => {
  const ana = await open();
  const code = await makeRoom(ana.page);
  const letGo = await fillRoom(url(), code);
  const ben = await open();
  await joinByCode(ben.page, code);
  await errorNotice(ben.page).waitFor();
  expect(await errorNotice(ben.page).getAttribute('data-error')).toBe('room-full');
  letGo();
});

test('when a friend closes the tab the other is told and the room goes on', async () => {
  const ana = await open();
  const code = await makeRoom(ana.page);
  const ben = await openInvited(invitePath(code));
  await untilInRoom(ana.page, 2);

  await ben.leave();

  // A browser that is ended may swallow the goodbye: what is left is a seat that is kept a while.
  const present = ana.page.getByTestId('member').filter({ hasNotText: 'reconnecting' });
  await expect.poll(() => present.count()).toBe(1);
  const carla = await openInvited(invitePath(code));
  await expect.poll(() => present.count()).toBe(2);
  await carla.page.getByTestId('room').waitFor();
  expect([...ana.complaints, ...carla.complaints]).toEqual([]);
});

test('[L82] a friend who leaves and comes in again at once is in the room once', async () => {
  const ana = await open();
  const code = await makeRoom(ana.page);
  const ben = await open();
  await nameOneself(ben.page, 'Ben');
  await joinByCode(ben.page, code);
  await untilInRoom(ben.page, 2);

  await ben.page.getByTestId('leave').click();
  await joinByCode(ben.page, code);

  await untilInRoom(ben.page, 2);
  await untilInRoom(ana.page, 2);
  expect(await member(ana.page, 'Ben').count()).toBe(1);
  expect([...ana.complaints, ...ben.complaints]).toEqual([]);
});

test('a friend who reloads the page is back in the same place', async () => {
  const ana = await open();
  const code = await makeRoom(ana.page);
  const ben = await openInvited(invitePath(code));
  await untilInRoom(ana.page, 2);

  await ben.page.reload();

  await untilInRoom(ben.page, 2);
  await member(ana.page, 'not ready').nth(1).waitFor();
  await untilInRoom(ana.page, 2);
  expect([...ana.complaints, ...ben.complaints]).toEqual([]);
});
