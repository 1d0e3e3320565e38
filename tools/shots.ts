import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import { PHASE } from '../shared/sim/match-state.ts';
import { launchChromium, openPerson, type Person } from '../tests/browser/browser.ts';
import { startLobby } from '../tests/browser/lobby.ts';
import { ballOf, type Look, playUntil } from '../tests/page/play.ts';
import {
  agree,
  joinByCode,
  makeRoom,
  nameOneself,
  setGoalLimit,
  untilInRoom,
} from '../tests/page/rooms.ts';
import { runScript } from './project/run-command.ts';
import { PROJECT_ROOT } from './project/source-files.ts';

const WIDE: BrowserContextOptions = { viewport: { width: 1280, height: 720 } };
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
};
/** Without a graphics card a second full picture would slow down both. */
const TINY: BrowserContextOptions = { viewport: { width: 240, height: 160 } };

/** The person that plays and scores, and the one whose screen is taken. The other's is not looked at. */
type Cast = { readonly player: Person; readonly shown: Person; readonly screen: string };

/** The four screens: a room is made, joined, played in and won. */
async function takeShots({ player, shown, screen }: Cast, friend: Person): Promise<void> {
  const shoot = async (what: string): Promise<void> => {
    const name = `docs/shots/${what}-${screen}.png`;
    await shown.page.screenshot({ path: join(PROJECT_ROOT, name) });
    console.log(name);
  };
  await nameOneself(player.page, 'Ana');
  await nameOneself(friend.page, 'Ben');
  await shown.page.getByTestId('make-room').focus();
  await shoot('home');

  await joinByCode(friend.page, await makeRoom(player.page));
  const everybody = [friend.page, player.page];
  for (const page of everybody) await untilInRoom(page, 2);
  await setGoalLimit(player.page, 1);
  await shoot('room');

  for (const page of everybody) await agree(page, 'ready');
  for (const page of everybody) await page.getByTestId('match').waitFor();
  await friend.page.keyboard.down('KeyS');
  await playUntil(player.page, isGoingForward);
  await shoot('match');

  await playUntil(player.page, isOver);
  for (const page of everybody) await page.getByTestId('result').waitFor();
  await shoot('result');
  for (const person of [friend, player]) await person.leave();
}

function isGoingForward(now: Look): boolean {
  return isOver(now) || (now.phase === PHASE.playing && ballOf(now).x > 20);
}

function isOver({ phase }: Look): boolean {
  return phase === PHASE.goal || phase === PHASE.end;
}

if (!(await runScript('build')))
  throw new Error('the build failed: there is nothing to take pictures of');
mkdirSync(join(PROJECT_ROOT, 'docs', 'shots'), { recursive: true });
const lobby = await startLobby();
const browser = await launchChromium();
try {
  const ana = await openPerson(browser, lobby.url, WIDE);
  const ben = await openPerson(browser, lobby.url, TINY);
  await takeShots({ player: ana, shown: ana, screen: 'wide' }, ben);
  // Held upright a phone shows the pitch turned, and keys go with the picture: it looks on.
  const carla = await openPerson(browser, lobby.url, TINY);
  const dan = await openPerson(browser, lobby.url, PHONE);
  await takeShots({ player: carla, shown: dan, screen: 'phone' }, dan);
} finally {
  await browser.close();
  await lobby.stop();
}
