import type { Page } from 'playwright-core';
import { launchChromium, openPerson } from '../tests/browser/browser.ts';
import { startLobby } from '../tests/browser/lobby.ts';
import { commonCheckpoints } from '../tests/page/common-checkpoints.ts';
import { checkpoints } from '../tests/page/play.ts';
import * as rooms from '../tests/page/rooms.ts';
import { readOptions } from './project/read-options.ts';

const values = readOptions({
  /** For so long the bots play. */
  minutes: { type: 'string', default: '10' },
});
const minutes = Number(values.minutes);
if (!Number.isFinite(minutes) || minutes <= 0) {
  console.error('bots:browsers: --minutes takes a number above 0');
  process.exit(2);
}

/** Two software-drawn pitches on a small machine: as few pixels as the page bears. */
const TINY = { viewport: { width: 400, height: 260 } };
const BOTS_EACH = 4;
/** A page keeps its newest checkpoints only. */
const READ_EVERY_MS = 2000;
/** Of each page, all that was read so far. */
const seen: Map<number, number>[] = [new Map(), new Map()];

const [lobby, browser] = await Promise.all([startLobby(), launchChromium()]);
const [ana, ben] = [
  await openPerson(browser, lobby.url, TINY),
  await openPerson(browser, lobby.url, TINY),
];
try {
  await rooms.meet(ana.page, ben.page);
  await fillWithBots(ana.page);
  await watchFor(minutes * 60_000);
} finally {
  await browser.close();
  await lobby.stop();
}
const [one, other] = seen.map((hashes) => ({ hashes: [...hashes] }));
const { compared, differing } = commonCheckpoints([one!, other!]);
const complaints = [...ana.complaints, ...ben.complaints];
console.log(
  `${BOTS_EACH * 2} bots for ${minutes} min in two browsers: ${compared} checkpoints compared, ` +
    `${differing.length} differ, ${complaints.length} complaints of the pages`,
);
for (const complaint of complaints.slice(0, 5)) console.log(`  ${complaint}`);
// One a second is final at least, on a machine that keeps up.
if (compared < minutes * 30) console.log('so few say nothing: that is a failure too');
const isGood = differing.length === 0 && complaints.length === 0 && compared >= minutes * 30;
process.exitCode = isGood ? 0 : 1;

/** Both people watch, and the host begins a match without end. */
async function fillWithBots(host: Page): Promise<void> {
  for (const { page } of [ana, ben]) await page.getByTestId('to-bench').click();
  for (const team of ['sun', 'wave']) {
    for (let count = 0; count < BOTS_EACH; count += 1) {
      await host.getByTestId(`add-bot-${team}`).first().click();
      await host
        .getByTestId(`team-${team}`)
        .getByTestId('bot-mark')
        .nth(count)
        .waitFor({ state: 'attached' });
    }
  }
  const limits = host.locator('.rules select');
  await limits.nth(0).selectOption('0');
  await limits.nth(1).selectOption('0');
  await host.getByTestId('start').click();
  for (const { page } of [ana, ben]) await page.getByTestId('match').waitFor();
}

async function watchFor(ms: number): Promise<void> {
  const endMs = performance.now() + ms;
  while (performance.now() < endMs) {
    await ana.page.waitForTimeout(READ_EVERY_MS);
    for (const [index, { page }] of [ana, ben].entries()) {
      for (const [tick, hash] of await checkpoints(page)) seen[index]!.set(tick, hash);
    }
  }
}
