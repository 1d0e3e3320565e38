import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { SegmentPlayer } from '../../shared/replay/play-replay.ts';
import { replayArenas } from '../../shared/replay/replay-stadiums.ts';
import { verifyReplay } from '../../shared/replay/verify-replay.ts';
import type { MemberId } from '../../shared/room/command.ts';
import type { Member, Person, RoomState } from '../../shared/room/room-state.ts';
import { hashWorld } from '../../shared/room/world.ts';
import { EventBuffer } from '../../shared/sim/events.ts';
import { TICK_RATE } from '../../shared/sim/tick.ts';
import { decodeReplay } from '../../shared/wire/replay-file.ts';
import { BuiltRooms, processesOf, type RunningRoom, WEB_RTC } from '../headless/room-process.ts';
import { BOUNCER, LEAGUE, PANELS } from '../headless/page-scripts.ts';
import { commonCheckpoints, type Hashes } from '../page/common-checkpoints.ts';
import { checkpoints, playUntil } from '../page/play.ts';
import { acceptInvite, nameOneself } from '../page/rooms.ts';
import { untilFurther } from '../page/same-match.ts';
import { receiveVisitors } from '../page/visitors.ts';

/** As few pixels as the page bears: drawing costs time without a graphics card. */
const SMALL = { viewport: { width: 480, height: 480 } };
/** ms; long enough for a busy machine. */
const WITHIN_MS = 20_000;
const TEST_MS = 120_000;
/** Seconds of the match of which page and script both have the hash. */
const COMPARED = 3;

if (WEB_RTC === null) {
  console.log('NO PAGE IN A SCRIPTED ROOM: @roamhq/wrtc is not installed');
}

describe.skipIf(WEB_RTC === null)('a page in a room that a script runs', () => {
  const { open, url, complaints } = receiveVisitors();
  const file = join(tmpdir(), `peerball-scripted-${process.pid}.pbreplay`);
  let rooms: BuiltRooms;

  beforeAll(() => {
    rooms = new BuiltRooms();
  });
  afterEach(() => {
    rooms.clear();
    rmSync(file, { force: true });
  });
  afterAll(() => rooms.remove());

  test(
    'is greeted, is put on the pitch by a command, scores what the script counts, and plays on while the process is killed',
    async () => {
      const source = LEAGUE.replace('FILE', JSON.stringify(file));
      const room = rooms.run(url(), 'league.js', source, '--restart');
      const link = new URL(await said(room, /run 1 link (\S+)/));

      const { page } = await open(pathOf(link), SMALL);
      await nameOneself(page, 'Ana');
      await acceptInvite(page);
      await announced(page, 'Welcome, Ana!');
      await say(page, '!play');
      await page.getByTestId('match').waitFor({ timeout: WITHIN_MS });
      expect(await page.getByTestId('chat-line').filter({ hasText: '!play' }).count()).toBe(0);
      await playUntil(page, ({ score: [sun] }) => sun === 1);
      await announced(page, 'Goal number 1');

      await page.getByTestId('scoreboard').click();
      const mark = page.getByTestId('standings').getByTestId('script-mark');
      await expect.poll(() => mark.innerText()).toBe('Script');
      process.kill(processesOf(room)[0]!, 'SIGKILL');
      await expect.poll(() => mark.innerText(), { timeout: WITHIN_MS }).toBe('Script, away');
      await untilFurther(page, TICK_RATE, WITHIN_MS);
      expect(await said(room, /run 2 link (\S+)/)).toBe(link.href);
      await expect.poll(() => mark.innerText(), { timeout: WITHIN_MS }).toBe('Script');
      await page.getByTestId('scoreboard').click();

      // It hears of whom it finds, and of the match that is on, as if both began.
      await said(room, /run 2 (joined Ana)/);
      await said(room, /run 2 (started)/);
      await playUntil(page, ({ score: [sun] }) => sun === 2);
      await announced(page, 'Goal number 2');
      await untilFurther(page, COMPARED * TICK_RATE, WITHIN_MS);
      await say(page, '!file');
      await said(room, /run 2 (kept)/);
      const ofScript = hashesIn(file, await page.evaluate(() => window.__peerball!.members));
      await expect
        .poll(async () => commonCheckpoints([ofScript, await hashesOf(page)]).compared)
        .toBeGreaterThanOrEqual(COMPARED);
      expect(commonCheckpoints([ofScript, await hashesOf(page)]).differing).toEqual([]);
      expect(complaints()).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'comes in again from the page on which it was sent away: for now at once, for good once it is forgiven',
    async () => {
      const room = rooms.run(url(), 'bouncer.js', BOUNCER);
      const link = new URL(await said(room, /link (\S+)/));
      const [ana, ben] = [await open(pathOf(link), SMALL), await open(pathOf(link), SMALL)];
      for (const [{ page }, name] of [
        [ana, 'Ana'],
        [ben, 'Ben'],
      ] as const) {
        await nameOneself(page, name);
        await acceptInvite(page);
        await said(room, new RegExp(`joined (${name})`));
      }
      await say(ana.page, '!out');
      await untilSentAway(ana.page);
      await said(room, /kicked Ana (false)/);
      await enterAgain(ana.page);
      await said(room, /kicked Ana false[^]*joined (Ana)/);

      await say(ana.page, '!forever');
      await said(room, /kicked Ana (true)/);
      await untilSentAway(ana.page);
      await ana.page.getByTestId('error-retry').click();
      await untilSentAway(ana.page);
      await say(ben.page, '!forgive');
      await said(room, /(forgiven)/);
      await enterAgain(ana.page);
      await said(room, /forgiven[^]*joined (Ana)/);
      expect(complaints()).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'sees the panel of its script, whose buttons are pressed by keys and pointer, in the room, a match and its menu',
    async () => {
      const room = rooms.run(url(), 'panels.js', PANELS);
      const link = new URL(await said(room, /link (\S+)/));
      const { page } = await open(pathOf(link), { viewport: { width: 1280, height: 720 } });
      await nameOneself(page, 'Ana');
      await acceptInvite(page);
      const panel = page.getByTestId('script-panel');
      await panel.getByText('<b>Panel</b>', { exact: true }).waitFor({ timeout: WITHIN_MS });
      expect(await panel.locator('b').count()).toBe(0);
      const more = panel.getByRole('button', { name: 'More' });
      await more.focus();
      await page.keyboard.press('Enter');
      await said(room, /(pressed more by Ana)/);
      await panel.getByRole('listitem').getByText('pressed 1').waitFor({ timeout: WITHIN_MS });

      await panel.getByRole('button', { name: 'Start' }).click();
      await page.getByTestId('match').waitFor({ timeout: WITHIN_MS });
      await panel.getByRole('listitem').getByText('pressed 2').waitFor({ timeout: WITHIN_MS });
      await more.click();
      await panel.getByRole('listitem').getByText('pressed 3').waitFor({ timeout: WITHIN_MS });
      // A pointer leaves the keys to the disc.
      expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
      await page.getByTestId('panel-fold').click();
      await more.waitFor({ state: 'hidden', timeout: WITHIN_MS });
      await page.keyboard.press('Escape');
      const inMenu = page.getByTestId('match-menu').getByRole('button', { name: 'More' });
      await inMenu.focus();
      await page.keyboard.press('Enter');
      await said(room, /(?:pressed more by Ana[^]*){3}()/);

      await page.reload();
      await panel.getByText('<b>Panel</b>', { exact: true }).waitFor({ timeout: WITHIN_MS });
      expect(complaints()).toEqual([]);
    },
    TEST_MS,
  );
});

function pathOf({ pathname, hash }: URL): string {
  return `${pathname}${hash}`;
}

async function untilSentAway(page: Page): Promise<void> {
  await page.locator('[data-testid="error"][data-error="removed"]').waitFor({ timeout: WITHIN_MS });
}

/** Forgiveness is on its way to the lobby: asked until the answer is yes, as a person would. */
async function enterAgain(page: Page): Promise<void> {
  const room = page.getByTestId('room');
  await expect
    .poll(
      async () => {
        const retry = page.getByTestId('error-retry');
        if (await retry.isVisible()) await retry.click();
        return room.isVisible();
      },
      { timeout: WITHIN_MS },
    )
    .toBe(true);
}

/** Waits until a script's process has said something; what the brackets found. */
async function said({ output }: RunningRoom, pattern: RegExp): Promise<string> {
  await expect.poll(output, { timeout: WITHIN_MS }).toMatch(pattern);
  return pattern.exec(output())![1]!;
}

async function announced(page: Page, text: string): Promise<void> {
  const line = page.getByTestId('announcement').filter({ hasText: text });
  await line.first().waitFor({ timeout: WITHIN_MS });
}

async function say(page: Page, text: string): Promise<void> {
  const field = page.getByTestId('chat-field');
  if (!(await field.isVisible())) await page.keyboard.press('Enter');
  await field.fill(text);
  await field.press('Enter');
}

async function hashesOf(page: Page): Promise<{ readonly hashes: Hashes }> {
  return { hashes: await checkpoints(page) };
}

/**
 * What the script's own thread played of each second that it recorded, as a page hashes it: a recording
 * names no peer, so those of the page's members stand in their place.
 */
function hashesIn(file: string, members: readonly Member[]): { readonly hashes: Hashes } {
  const replay = decodeReplay(readFileSync(file));
  if (!replay.ok) throw new Error(`the script kept no replay: ${JSON.stringify(replay.error)}`);
  const arenas = replayArenas(replay.value)!;
  expect(verifyReplay(replay.value, arenas).state).toBe('same');
  const hashes = replay.value.segments.flatMap((segment) => {
    const player = SegmentPlayer.open(segment, arenas)!;
    const events = new EventBuffer();
    const found: (readonly [number, number])[] = [];
    while (!player.isAtEnd) {
      player.step(events);
      const { world } = player;
      if (world.tick % TICK_RATE !== 0) continue;
      found.push([world.tick, hashWorld({ ...world, room: nameAgain(world.room, members) })]);
    }
    return found;
  });
  return { hashes };
}

function nameAgain(room: RoomState, members: readonly Member[]): RoomState {
  const peerOf = (id: MemberId) => members.find((member) => member.id === id)!.peer!;
  const owner = room.members.find(({ peer }) => peer === room.owner)!;
  const named = room.members.map((member) => ({ ...member, peer: peerOf(member.id) }) as Person);
  return { ...room, members: named, owner: peerOf(owner.id) };
}
