import type { Locator, Page } from 'playwright-core';

/** Types a name of one's own, so that the others can be told apart. */
export async function nameOneself(page: Page, name: string): Promise<void> {
  await page.getByTestId('nick').fill(name);
}

/** From the home page into a room of one's own; returns its code as it is shown. */
export async function makeRoom(page: Page): Promise<string> {
  await page.getByTestId('make-room').click();
  return (await page.getByTestId('room-code').textContent()) ?? '';
}

/** Joins a room by typing its code. */
export async function joinByCode(page: Page, code: string): Promise<void> {
  await page.getByTestId('join-code').fill(code);
  await page.getByTestId('join').click();
}

/** Waits until the page shows a room with so many members. */
export async function untilInRoom(page: Page, members: number): Promise<void> {
  await page.getByTestId('room').waitFor();
  await page.waitForFunction(
    (count) => document.querySelectorAll('[data-testid="member"]').length === count,
    members,
  );
}

/** Ana makes a room and Ben comes into it by its code. */
export async function meet(ana: Page, ben: Page): Promise<void> {
  await nameOneself(ana, 'Ana');
  await nameOneself(ben, 'Ben');
  await joinByCode(ben, await makeRoom(ana));
  await untilInRoom(ana, 2);
  await untilInRoom(ben, 2);
}

/** The path of the address that an invitation carries. */
export function invitePath(code: string): string {
  return `/j/${code.replace('-', '')}`;
}

/** What somebody does who opens an invitation for the first time. */
export async function acceptInvite(page: Page): Promise<void> {
  await page.getByTestId('join-invited').click();
}

/** The rows of members whose line says `text`. */
export function member(page: Page, text: string | RegExp): Locator {
  return page.getByTestId('member').filter({ hasText: text });
}

/** The notice of an error on the page. */
export function errorNotice(page: Page): Locator {
  return page.getByTestId('error');
}

/** Host only: how many goals end the match. */
export async function setGoalLimit(page: Page, goals: number): Promise<void> {
  await pickRule(page, `first to ${goals}`);
}

/** Host only: bots that play for those who are away would end the match. */
export async function setNoLimits(page: Page): Promise<void> {
  await pickRule(page, 'no goal limit');
  await pickRule(page, 'no time limit');
}

async function pickRule(page: Page, label: string): Promise<void> {
  const option = page.locator('option', { hasText: label });
  const limit = page.locator('.rules select').filter({ has: option }).first();
  await limit.selectOption({ label });
  await limit.locator('option:checked', { hasText: label }).waitFor({ state: 'attached' });
}

/**
 * Says ready, or asks for a rematch, unless the match has begun already: players whose machine is
 * too slow to be heard for half a second count as absent, and the others do not wait for them.
 */
export async function agree(page: Page, button: 'ready' | 'rematch'): Promise<void> {
  const match = page.getByTestId('match');
  await page.getByTestId(button).or(match).waitFor();
  await Promise.race([page.getByTestId(button).click(), match.waitFor()]);
}
