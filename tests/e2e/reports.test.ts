import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { objections } from '../page/axe.ts';
import {
  errorNotice,
  joinByCode,
  makeRoom,
  member,
  nameOneself,
  untilInRoom,
} from '../page/rooms.ts';

const TOKEN = 'a-token-of-the-operator';
/** axe looks at three steps. */
const SLOW = { timeout: 180_000 };

let lobby: RunningLobby;
let browser: Browser;
const people: Person[] = [];

beforeAll(async () => {
  [lobby, browser] = await Promise.all([
    startLobby({ PEERBALL_OPERATOR_TOKEN: TOKEN }),
    launchChromium(),
  ]);
});

afterEach(async () => {
  for (const { complaints, leave } of people.splice(0)) {
    expect(complaints).toEqual([]);
    await leave();
  }
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
});

async function open(name: string): Promise<Page> {
  const person = await openPerson(browser, lobby.url);
  people.push(person);
  await nameOneself(person.page, name);
  return person.page;
}

test(
  '[L169] [L167] by keyboard alone a guest of a public room reports another one and mutes it; the operator sends it away',
  SLOW,
  async () => {
    const [ana, bob, eve] = [await open('Ana'), await open('Bob'), await open('Eve')];
    const code = await makeRoom(ana);
    for (const page of [bob, eve]) await joinByCode(page, code);
    await untilInRoom(eve, 3);
    // Friends do not report each other.
    expect(await eve.getByTestId('report').count()).toBe(0);
    await ana.getByTestId('open-access').click();
    await ana.getByTestId('visibility-public').click();

    const flag = member(eve, 'Bob').getByTestId('report');
    await flag.focus();
    await eve.keyboard.press('Enter');
    await eve.getByTestId('report-dialog').waitFor();
    expect(await objections(eve)).toEqual([]);
    await eve.getByTestId('report-spoiling').press('Enter');
    await eve.getByTestId('report-state').getByText('Thank you.').waitFor();
    expect(await eve.evaluate(() => document.activeElement?.textContent)).toBe('Close');
    expect(await objections(eve)).toEqual([]);
    await eve.getByTestId('report-mute').press('Enter');
    await eve.getByTestId('report-mute').getByText('Hear Bob again').waitFor();
    await eve.keyboard.press('Escape');
    // Of one that is muted the name is hidden.
    const reported = eve.getByRole('button', { name: /is reported$/ });
    expect(await reported.evaluate((element) => element === document.activeElement)).toBe(true);

    // The host does so where it manages a member.
    await member(ana, 'Bob').getByTestId('manage-member').click();
    await ana.getByTestId('report').filter({ hasText: 'Report…' }).click();
    await ana.getByTestId('report-name').click();
    await ana.getByTestId('report-close').click();

    const operator = await ana.context().newPage();
    await operator.goto(`${lobby.url}/operator`);
    await operator.getByLabel('Token').fill(TOKEN);
    await operator.keyboard.press('Enter');
    const row = operator.locator('#reports tr');
    await row.getByText('name 1, spoiling 1').waitFor();
    expect(await row.allInnerTexts()).toEqual([
      expect.stringMatching(`${code.replace('-', '')}\\s+Bob`),
    ]);
    expect(await objections(operator)).toEqual([]);
    await row.getByRole('button', { name: 'Remove' }).click();
    await row.getByRole('button', { name: 'Really?' }).click();
    await errorNotice(bob).waitFor();
    expect(await errorNotice(bob).getAttribute('data-error')).toBe('removed');
    await untilInRoom(eve, 2);
    await untilInRoom(ana, 2);
    await row.getByText('has left').waitFor();
  },
);

test('[L169] among strangers in the midst of a match the menu leads there', SLOW, async () => {
  const [cy, dan] = [await open('Cy'), await open('Dan')];
  for (const page of [cy, dan]) {
    await page.waitForFunction(() => window.__peerball !== undefined);
    await page.getByTestId('play').click();
  }
  await cy.getByTestId('match').waitFor();
  await cy.getByTestId('menu').click();
  await cy.getByTestId('match-menu').getByTestId('report').click();
  // Of one there is none to choose.
  await cy.getByTestId('report-dialog').getByText('Report Dan').waitFor();
  await cy.getByTestId('report-cheating').click();
  await cy.getByTestId('report-state').getByText('Thank you.').waitFor();
  await cy.getByTestId('report-close').click();
  await cy.getByTestId('resume').click();
  await cy.getByTestId('match-menu').waitFor({ state: 'detached' });
});
