import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { PHASE } from '../shared/sim/match-state.ts';
import { launchChromium } from '../tests/browser/browser.ts';
import { startLobby } from '../tests/browser/lobby.ts';
import { playUntil } from '../tests/page/play.ts';
import { runScript } from './project/run-command.ts';
import { PROJECT_ROOT } from './project/source-files.ts';

/** Small: without a graphics card each drawn pixel costs time, and a film needs many pictures a second. */
const VIEW = { width: 720, height: 450 };
/** Milliseconds behind the goal, in the order of [V55], [V58], [V59] and of [V30]. */
const TIMES_MS = [0, 80, 160, 300, 600, 1200, 1800, 2100, 2350, 2550, 2750, 3150];
/** Behind the last of them the film is over. */
const FILM_MS = 3800;

type Picture = { readonly atMs: number; readonly data: string };

/** What is filmed: with or without motion, and whether the goal is shown again ([V30]). */
type Take = { readonly motion: 'full' | 'reduced'; readonly goalReplay: 'always' | 'never' };

/** Plays a goal against a beginner and takes what the page shows meanwhile, by the page's own clock. */
async function filmGoal(browser: Browser, url: string, { motion, goalReplay }: Take) {
  const context = await browser.newContext({ viewport: VIEW, locale: 'en-GB' });
  const practice = { stadium: 'classic', size: 1, level: 'rookie' };
  const settings = {
    nick: 'Ana',
    isNamed: true,
    lessons: 3,
    motion,
    goalReplay,
    practice,
    quality: 'high',
  };
  await context.addInitScript(
    (kept) => localStorage.setItem('peerball.settings', kept),
    JSON.stringify(settings),
  );
  const page = await context.newPage();
  await page.goto(url);
  await page.getByTestId('practice').click();
  await page.getByTestId('match').waitFor();
  await page.evaluate(
    (goal) =>
      void setInterval(() => {
        if (window.name === '' && window.__peerball?.phase === goal) window.name = `${Date.now()}`;
      }, 5),
    PHASE.goal,
  );
  const pictures: Picture[] = [];
  const devtools = await context.newCDPSession(page);
  devtools.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    pictures.push({ atMs: (metadata.timestamp ?? 0) * 1000, data });
    // Only a page that has closed cannot hear that, and then the film is over.
    devtools.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
  });
  await devtools.send('Page.startScreencast', { format: 'jpeg', quality: 90 });
  await playUntil(page, ({ phase }) => phase === PHASE.goal);
  await page.waitForTimeout(FILM_MS);
  const goalMs = Number(await page.evaluate(() => window.name));
  await context.close();
  return { goalMs, pictures };
}

/** The picture that stood there at a time: the last one before it. */
function pictureAt(pictures: readonly Picture[], atMs: number): Picture {
  const picture = pictures.findLast((one) => one.atMs <= atMs);
  if (!picture) throw new Error('the film begins too late');
  return picture;
}

/** Lays the pictures out with their times, and takes a picture of that. */
async function layOut(page: Page, film: Awaited<ReturnType<typeof filmGoal>>, name: string) {
  const cells = TIMES_MS.map((ms) => {
    const { data } = pictureAt(film.pictures, film.goalMs + ms);
    return `<figure><img src="data:image/jpeg;base64,${data}"><figcaption>${ms} ms</figcaption></figure>`;
  });
  await page.setContent(
    `<style>body{margin:0;background:#0b1220;color:#eef3fb;font:14px sans-serif;display:grid;
    grid-template-columns:repeat(3,1fr);gap:6px;padding:6px}figure{margin:0}img{width:100%;display:block}
    figcaption{padding:2px 4px}</style>${cells.join('')}`,
  );
  const path = join(PROJECT_ROOT, 'docs', 'shots', name);
  await page.screenshot({ path, type: 'jpeg', quality: 82, fullPage: true });
  console.log(`docs/shots/${name}: ${film.pictures.length} pictures`);
}

if (!(await runScript('build'))) throw new Error('the build failed: there is nothing to film');
mkdirSync(join(PROJECT_ROOT, 'docs', 'shots'), { recursive: true });
const lobby = await startLobby();
const browser = await launchChromium();
try {
  const full = await filmGoal(browser, lobby.url, { motion: 'full', goalReplay: 'never' });
  const again = await filmGoal(browser, lobby.url, { motion: 'full', goalReplay: 'always' });
  const calm = await filmGoal(browser, lobby.url, { motion: 'reduced', goalReplay: 'never' });
  const page = await browser.newPage({ viewport: { width: 1260, height: 800 } });
  await layOut(page, full, 'goal.jpg');
  await layOut(page, again, 'goal-again.jpg');
  await layOut(page, calm, 'goal-reduced-motion.jpg');
} finally {
  await browser.close();
  await lobby.stop();
}
