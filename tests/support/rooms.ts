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

export async function joinByCode(page: Page, code: string): Promise<void> {
  await page.getByTestId('join-code').fill(code);
  await page.getByTestId('join').click();
}

export async function untilInRoom(page: Page, members: number): Promise<void> {
  await page.getByTestId('room').waitFor();
  await page.waitForFunction(
    (count) => document.querySelectorAll('[data-testid="member"]').length === count,
    members,
  );
}

/** The address that an invitation carries. */
export function inviteLink(lobbyUrl: string, code: string): string {
  return `${lobbyUrl}/j/${code.replace('-', '')}`;
}

export function errorNotice(page: Page): Locator {
  return page.getByTestId('error');
}
