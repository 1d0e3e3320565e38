import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { Forwarder } from '../../tools/netlab/forwarder.ts';
import { missingForNamespaces } from '../../tools/netlab/missing-parts.ts';
import { raiseNamespaces } from '../../tools/netlab/namespaces.ts';
import { openPerson } from '../browser/browser.ts';
import { startLobby } from '../browser/lobby.ts';
import { makeRoom, member, nameOneself, untilInRoom } from '../page/rooms.ts';
import { launchIn } from './namespaced-players.ts';

/** There and back, between the two machines. Their ways to the lobby take no time. */
const ROUND_TRIP_MS = 80;
const OFF_BY_MS = 15;
const TIMEOUT_MS = 180_000;
const SEED = 9;

/** The last opened is the first to close. */
const closers: (() => Promise<unknown> | void)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

const lacks = missingForNamespaces();
if (lacks.length > 0) {
  console.log(`NO PING MEASURED BETWEEN NAMESPACES: ${lacks.join(', ')}`);
} else {
  test(
    '[L99] the ping in the list is what the way between the two machines takes, which play on it',
    { timeout: TIMEOUT_MS },
    measureBetweenMachines,
  );
}

async function measureBetweenMachines(): Promise<void> {
  const lobby = await startLobby({ PEERBALL_RELAY: 'off' });
  closers.push(() => lobby.stop());
  const pair = raiseNamespaces();
  closers.push(pair.down);
  const forwarder = await Forwarder.start(pair, SEED);
  closers.push(() => forwarder.stop());
  const still = { jitterMs: 0, loss: 0, reorder: 0, duplicate: 0 };
  await forwarder.set({ ...still, delayMs: ROUND_TRIP_MS / 2 });
  const [host, guest] = await Promise.all(
    pair.ends.map(async (end) => {
      const browser = await launchIn(end);
      closers.push(() => browser.close());
      const origin = `http://${end.hostAddress}:${new URL(lobby.url).port}`;
      return (await openPerson(browser, origin)).page;
    }),
  );
  await publish(host!);
  const measured = await readList(guest!);
  await guest!.getByTestId('room-line').press('Enter');
  await untilInRoom(guest!, 2);
  const inRoom = await readRoom(guest!);
  console.info(
    `the way takes ${ROUND_TRIP_MS} ms; measured in the list: ${measured} ms; ` +
      `in the room, with the time that both machines take: ${inRoom} ms`,
  );
  expect(measured).toBeGreaterThanOrEqual(ROUND_TRIP_MS);
  expect(measured).toBeLessThanOrEqual(ROUND_TRIP_MS + OFF_BY_MS);
}

async function publish(page: Page): Promise<void> {
  await nameOneself(page, 'Ana');
  await makeRoom(page);
  await page.getByTestId('open-access').click();
  await page.getByTestId('visibility-public').click();
}

/** What the list says of the way to the only room in it. */
async function readList(page: Page): Promise<number> {
  await nameOneself(page, 'Eve');
  await page.getByTestId('public-rooms-open').click();
  const ping = page.getByTestId('room-ping').locator('.ping-ms');
  await ping.waitFor();
  return msOf((await ping.textContent()) ?? '');
}

/** What the room says of the way to its host. */
async function readRoom(page: Page): Promise<number> {
  // Where a row is short it shows the bars alone.
  const ping = member(page, 'Ana').locator('.ping-ms');
  await ping.waitFor({ state: 'attached' });
  return msOf((await ping.textContent()) ?? '');
}

function msOf(text: string): number {
  return Number.parseInt(text, 10);
}
