import { loadavg } from 'node:os';
import type { Browser, Page } from 'playwright-core';
import type { NetcodePlace } from '../../game/settings/netcode-place.ts';
import { HOLD_UNKNOWN_MS } from '../../shared/wire/packet-header.ts';
import { decodePacket } from '../../shared/wire/packets.ts';
import { launchChromium, openPerson } from '../../tests/browser/browser.ts';
import { startLobby } from '../../tests/browser/lobby.ts';
import {
  acceptInvitation,
  hostRoom,
  startMatch,
  until,
  untilMembers,
} from '../../tests/network/room-walk.ts';
import { driveChromium } from '../../tests/page/driven-page.ts';
import { readOptions } from '../../tools/project/read-options.ts';
import { quantile } from '../client/figures.ts';
import { keepBusy, type LineLog, type PageLoad, pressKeys, startLog } from './line-log.ts';

const values = readOptions({
  /** Matches of each form, in turns. */
  rounds: { type: 'string', default: '3' },
  /** Of each load but the frozen page. */
  seconds: { type: 'string', default: '10' },
});

/** Six changes of input a second by each player, as in the grid. */
const CHANGE_MS = 1000 / 6;
/** Both pages have just opened, and are busy with that. */
const SETTLE_MS = 5_000;
/** Behind each load, before the next one. */
const REST_MS = 2_000;
const RULES = { goals: 0, minutes: 5 };
const SMALL = { viewport: { width: 320, height: 200 } };
/** What runs this command names each function that is handed to a page, by one that is not there. */
const NAMING = 'globalThis.__name = (made) => made;';

const forMs = Number(values.seconds) * 1000;
const LOADS: Readonly<Record<string, PageLoad>> = {
  quiet: { busyMs: 0, idleMs: forMs, forMs },
  'busy 12 of 16 ms': { busyMs: 12, idleMs: 4, forMs },
  'tasks of 80 ms': { busyMs: 80, idleMs: 40, forMs },
  'frozen for 3 s': { busyMs: 3000, idleMs: 0, forMs: 3000 },
};

type Sample = { readonly log: LineLog; readonly takeovers: number };

const samples = new Map<string, Sample[]>();
const lobby = await startLobby();
const browser = await launchChromium();
try {
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const place of ['page', 'worker'] as const) await playMatch(browser, place);
  }
} finally {
  await browser.close();
  await lobby.stop();
}
console.log(`what the other page hears of the sequencer's; load ${loadavg()[0]!.toFixed(0)}\n`);
for (const [name, all] of samples) console.log(tell(name, all));

async function naming(page: Page): Promise<void> {
  await page.addInitScript({ content: NAMING });
}

async function playMatch(from: Browser, place: NetcodePlace): Promise<void> {
  const ana = await openPerson(from, `${lobby.url}/?netcode=${place}`, SMALL, naming);
  const host = driveChromium(ana.page);
  const path = await hostRoom(host, RULES);
  const ben = await openPerson(from, `${lobby.url}${path}?netcode=page`, SMALL, async (page) => {
    await naming(page);
    await page.addInitScript(startLog);
  });
  const guest = driveChromium(ben.page);
  await acceptInvitation(guest);
  for (const page of [host, guest]) await untilMembers(page, 2);
  await startMatch(host);
  for (const page of [host, guest]) await until(page, 'window.__peerball.screen === "match"');
  for (const { page } of [ana, ben]) await page.evaluate(pressKeys, CHANGE_MS);
  await ben.page.waitForTimeout(SETTLE_MS);
  for (const [name, load] of Object.entries(LOADS)) {
    const key = `${name.padEnd(18)} ${place.padEnd(7)}`;
    const before = await termOf(ben.page);
    await ben.page.evaluate(() => window.__line!.clear());
    await ana.page.evaluate(keepBusy, load);
    const log = await ben.page.evaluate(() => window.__line!.read());
    const takeovers = (await termOf(ben.page)) === before ? 0 : 1;
    samples.set(key, [...(samples.get(key) ?? []), { log, takeovers }]);
    await ben.page.waitForTimeout(REST_MS);
  }
  for (const person of [ana, ben]) await person.leave();
}

function termOf(page: Page): Promise<number | undefined> {
  return page.evaluate(() => window.__peerball!.stats?.term);
}

function tell(name: string, all: readonly Sample[]): string {
  const trips = all.flatMap(({ log }) => roundTrips(log));
  const gaps = all.map(({ log }) => longestGap(log, log.came));
  const stands = all.map(({ log }) => {
    const { finals } = log;
    return longestGap(
      log,
      finals.filter(([, tick], at) => tick !== finals[at - 1]?.[1]),
    );
  });
  const takeovers = all.reduce((sum, one) => sum + one.takeovers, 0);
  return (
    `${name}: round trip p50 ${show(quantile(trips, 0.5))}, p95 ${show(quantile(trips, 0.95))} ms; ` +
    `longest gap between its datagrams ${list(gaps)} ms; ` +
    `longest standstill of final ticks ${list(stands)} ms; takeovers ${takeovers} of ${all.length}`
  );
}

/** Of each datagram that was acknowledged, without the time that its answer was held back on purpose. */
function roundTrips({ sent, came }: LineLog): readonly number[] {
  const sentMs = new Map(sent.map(([atMs, bytes]) => [headOf(bytes)?.seq, atMs]));
  let newest: number | null = null;
  return came.flatMap(([atMs, bytes]) => {
    const head = headOf(bytes);
    const leftMs = sentMs.get(head?.ack);
    if (!head || head.ack === newest || leftMs === undefined) return [];
    newest = head.ack;
    return head.holdMs === HOLD_UNKNOWN_MS ? [] : [Math.max(0, atMs - leftMs - head.holdMs)];
  });
}

function headOf(bytes: readonly number[]) {
  const packet = decodePacket(Uint8Array.from(bytes));
  return packet && 'holdMs' in packet ? packet : null;
}

function longestGap(
  { fromMs, toMs }: LineLog,
  instants: readonly (readonly [atMs: number, ...unknown[]])[],
): number {
  const all = [fromMs, ...instants.map(([atMs]) => atMs), toMs];
  return Math.max(...all.map((atMs, at) => atMs - (all[at - 1] ?? atMs)));
}

function list(many: readonly number[]): string {
  return many.map((ms) => ms.toFixed(0)).join(', ');
}

function show(ms: number): string {
  return ms.toFixed(1);
}
