import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LinkPath } from '../../shared/netplay/link/link.ts';
import { findProgram } from '../../tools/browsers/find-program.ts';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { untilOn } from '../page/link-path.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { allowRelaysOnly } from '../faults/relays-only.ts';
import { agree, errorNotice, joinByCode, makeRoom, meet } from '../page/rooms.ts';
import { expectSameMatch, untilFurther } from '../page/same-match.ts';
import { TurnServer } from '../faults/turn-server.ts';

const CHECKPOINTS = 8;
/** Three seconds of play, to be sure that a way carries it. */
const ONWARD_TICKS = 180;
/** Longer than the longest wait between two tries for a better way, early in a match. */
const PATIENCE_MS = 60_000;
const TEST_MS = 180_000;

const coturn = findProgram('turnserver');
if (coturn === null) console.log('NOT PLAYED OVER TURN: no turnserver (coturn)');

let turn: TurnServer;
let lobby: RunningLobby;
let browser: Browser;
let ana: Person;
let ben: Person;

beforeAll(async () => {
  turn = await TurnServer.create();
  [lobby, browser] = await Promise.all([startLobby(turn.settings), launchChromium()]);
  ana = await openPerson(browser, lobby.url, {}, allowRelaysOnly);
  ben = await openPerson(browser, lobby.url, {}, allowRelaysOnly);
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
  await turn.remove();
});

test(
  '[L27] where TURN alone would help, and its server is down, the lobby carries the match',
  { timeout: TEST_MS },
  async () => {
    await meet(ana.page, ben.page);
    await agree(ana.page, 'ready');
    await agree(ben.page, 'ready');
    for (const { page } of [ana, ben]) await page.getByTestId('match').waitFor();
    await untilBoth('lobby');
  },
);

if (coturn !== null) {
  test(
    '[L31] by a password of the lobby the match moves to TURN once that is there, and back when it dies',
    { timeout: TEST_MS },
    async () => {
      turn.start(coturn);
      await untilBoth('turn');
      await playOn();
      await turn.stop();
      await untilBoth('lobby');
      await playOn();
    },
  );
}

if (coturn !== null) {
  test(
    '[L142] where the TURN server refuses the password of the lobby, the page says whose mistake it is',
    { timeout: TEST_MS },
    async () => {
      const other = await TurnServer.create();
      await other.startAndWait(coturn);
      const wrong = {
        PEERBALL_TURN_SECRET: 'another one than that of coturn',
        PEERBALL_RELAY: 'off',
      };
      const strict = await startLobby({ ...other.settings, ...wrong });
      const cara = await openPerson(browser, strict.url, {}, allowRelaysOnly);
      const dana = await openPerson(browser, strict.url, {}, allowRelaysOnly);
      try {
        await joinByCode(dana.page, await makeRoom(cara.page));
        await errorNotice(dana.page).waitFor({ timeout: PATIENCE_MS });
        const said = await errorNotice(dana.page).textContent();
        expect(said).toContain('The relay of this server is set up wrongly');
        expect(said).not.toContain('firewall');
      } finally {
        await Promise.all([cara.leave(), dana.leave()]);
        await strict.stop();
        await other.remove();
      }
    },
  );
}

test('both machines computed the same match, and no page complained', async () => {
  await expectSameMatch([ana.page, ben.page], CHECKPOINTS, PATIENCE_MS);
  expect([...ana.complaints, ...ben.complaints]).toEqual([]);
});

async function playOn(): Promise<void> {
  for (const { page } of [ana, ben]) await untilFurther(page, ONWARD_TICKS, PATIENCE_MS);
}

async function untilBoth(path: LinkPath): Promise<void> {
  for (const { page } of [ana, ben]) await untilOn(page, path, PATIENCE_MS);
}
