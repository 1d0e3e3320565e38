import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PHASE } from '../../shared/sim/match-state.ts';
import { TEAM_SUN } from '../../shared/sim/team.ts';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { discOf, look } from '../page/play.ts';
import {
  agree,
  errorNotice,
  joinByCode,
  makeRoom,
  nameOneself,
  untilInRoom,
} from '../page/rooms.ts';

const NAMES = ['Ana', 'Bob', 'Carla'] as const;

let lobby: RunningLobby;
let browser: Browser;
let people: readonly Person[];
let code: string;

beforeAll(async () => {
  [lobby, browser] = await Promise.all([startLobby(), launchChromium()]);
  people = await Promise.all(NAMES.map(() => openPerson(browser, lobby.url)));
  for (const [index, { page }] of people.entries()) await nameOneself(page, NAMES[index]!);
  const [ana, ...others] = people;
  code = await makeRoom(ana!.page);
  for (const [index, { page }] of others.entries()) {
    await joinByCode(page, code);
    await untilInRoom(ana!.page, index + 2);
  }
  for (const { page } of people) await untilInRoom(page, 3);
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
});

test('[R29] the host shuffles the teams and swaps the ends, and everybody sees it', async () => {
  const [ana, bob] = people;
  await ana!.page.getByTestId('shuffle').click();
  await ana!.page.getByTestId('swap-sides').click();
  await expect.poll(() => isSunLeft(bob!)).toBe(false);
  await ana!.page.getByTestId('swap-sides').click();
  await expect.poll(() => isSunLeft(bob!)).toBe(true);
  const sizes = await Promise.all(
    ['team-sun', 'team-wave'].map((team) =>
      bob!.page.getByTestId(team).getByTestId('member').count(),
    ),
  );
  expect(sizes.toSorted()).toEqual([1, 2]);
});

test('[R27] two of three pause a match, and the host lets it go on after 3, 2, 1', async () => {
  const [ana, bob, carla] = people;
  await Promise.all(people.map(({ page }) => agree(page, 'ready')));
  await ana!.page.waitForFunction((phase) => window.__peerball?.phase === phase, PHASE.kickOff);
  await bob!.page.getByTestId('menu').click();
  await bob!.page.getByTestId('ask-pause').click();
  await carla!.page.getByTestId('agree').click();
  for (const { page } of people) await page.getByText('Paused', { exact: true }).waitFor();
  const { tick } = await look(ana!.page);
  await ana!.page.getByTestId('pause').click();
  await bob!.page.getByTestId('countdown').getByText('2').waitFor();
  await bob!.page.getByTestId('countdown').waitFor({ state: 'detached' });
  expect((await look(bob!.page)).tick - tick).toBeGreaterThan(170);
});

test('[R28] two of three send the host away whose machine sequences, and it stays away', async () => {
  const [ana, bob, carla] = people;
  await bob!.page.getByTestId('menu').click();
  await bob!.page.getByTestId('send-away').click();
  await bob!.page.getByTestId('vote-against').getByText('Ana').click();
  await carla!.page.getByTestId('vote').getByText('Send Ana away?').waitFor();
  await carla!.page.getByTestId('agree').click();
  await errorNotice(ana!.page).waitFor();
  expect(await errorNotice(ana!.page).getAttribute('data-error')).toBe('removed');
  await expect.poll(async () => (await look(bob!.page)).members.length).toBe(2);

  // A page that was loaded anew remembers nothing: the lobby refuses, by the word of the next sequencer.
  await ana!.page.reload();
  await expect
    .poll(
      async () => {
        await joinByCode(ana!.page, code);
        await errorNotice(ana!.page).waitFor();
        return errorNotice(ana!.page).getAttribute('data-error');
      },
      { timeout: 15_000 },
    )
    .toBe('removed');
  expect((await look(bob!.page)).members.map(({ name }) => name)).toEqual(['Bob', 'Carla']);
  expect(people.flatMap(({ complaints }) => complaints)).toEqual([]);
});

test('[R31] [R50] the new host has matches follow one another, and the next one begins by itself', async () => {
  const [, bob, carla] = people;
  // Under the dialog of the vote the menu is still open.
  await bob!.page.keyboard.press('Escape');
  await bob!.page.getByTestId('stop').click();
  for (const label of ['rotation 1v1', 'winner stays 1v1']) {
    await bob!.page.getByLabel('How matches begin').selectOption({ label });
    await carla!.page.getByText(label).waitFor();
  }
  await carla!.page.getByTestId('room-status').getByText('Next match in').waitFor();
  for (const { page } of [bob!, carla!]) await page.getByTestId('match').waitFor();
});

/** Whether the Sun's first player stands on the left, which nobody has left yet. */
async function isSunLeft({ page }: Person): Promise<boolean> {
  const seen = await look(page);
  const sun = seen.members.find(({ team }) => team === TEAM_SUN)!;
  return discOf(seen, sun.id).x < 0;
}
