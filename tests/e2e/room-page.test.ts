import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { PROJECT_ROOT } from '../../tools/project/source-files.ts';
import { findFirefox } from '../../tools/browsers/ensure-browser.ts';
import { launchFirefox } from '../browser/firefox.ts';
import { objections } from '../page/axe.ts';
import { acceptInvite, nameOneself } from '../page/rooms.ts';
import { receiveVisitors } from '../page/visitors.ts';

const SMALL = { viewport: { width: 480, height: 480 } };
/** ms; long enough for a busy machine. */
const WITHIN_MS = 20_000;
const TEST_MS = 120_000;

const { open, url, complaints } = receiveVisitors();

const SCRIPT = `
var Map = '{}', Set = 1; var room = window.HBInit({ roomName: 'Tab', playerName: 'Tab', noPlayer: true });
const runs = Number(localStorage.getItem('runs') || 0) + 1;
localStorage.setItem('runs', runs);
console.log('run', runs);
room.onRoomLink = (url) => console.log('link', url);
room.onPlayerJoin = (player) => {
  room.sendAnnouncement('Welcome, ' + player.name + '!', player.id);
  player.missing.field = 1;
};
room.onPlayerChat = (player, text) => {
  if (text !== '!play') return true;
  room.setPlayerTeam(player.id, 1);
  room.startGame();
  return false;
};
`;

test(
  'a script that is pasted runs a room from the tab, keeps what it keeps, and its exceptions have a line',
  async () => {
    const { page } = await open('/headless', SMALL);
    await runScript(page, SCRIPT);
    await line(page, 'run 1');
    const link = new URL((await page.getByTestId('link').textContent({ timeout: WITHIN_MS }))!);
    const ana = await open(`${link.pathname}${link.hash}`, SMALL);
    await nameOneself(ana.page, 'Ana');
    await acceptInvite(ana.page);
    await ana.page
      .getByTestId('announcement')
      .filter({ hasText: 'Welcome, Ana!' })
      .first()
      .waitFor({ timeout: WITHIN_MS });
    await line(page, /Error: onPlayerJoin: script\.js:9:\d+ TypeError/);
    await ana.page.getByTestId('chat-field').fill('!play');
    await ana.page.getByTestId('chat-field').press('Enter');
    await ana.page.getByTestId('match').waitFor({ timeout: WITHIN_MS });

    // Loaded anew, the page finds its room and what its script kept; the match went on.
    await page.reload();
    await expect.poll(() => page.getByTestId('source').inputValue()).toBe(SCRIPT);
    await page.getByTestId('run').click();
    await line(page, 'run 2');
    await expect
      .poll(() => page.getByTestId('link').textContent(), { timeout: WITHIN_MS })
      .toBe(link.href);
    expect(await ana.page.getByTestId('match').isVisible()).toBe(true);
    await page.getByTestId('stop').click();
    await expect.poll(() => page.getByTestId('state').textContent()).toBe('No script is running.');
    expect(complaints()).toEqual([]);
  },
  TEST_MS,
);

const THIEF = `
const tell = (name, run) => {
  try { Promise.resolve(run()).then(() => console.log(name, 'got'), () => console.log(name, 'kept')); }
  catch { console.log(name, 'kept'); }
};
tell('database', () => new Promise((resolve, reject) => {
  const asked = indexedDB.open('keyval-store');
  asked.onsuccess = resolve;
  asked.onerror = reject;
}));
tell('caches', () => caches.open('x'));
tell('lobby', () => fetch('LOBBY/check.json'));
tell('page', () => { if (!document.querySelector('main').children.length) throw 0; });
tell('storage', () => { if (localStorage.getItem('peerball.settings') === null) throw 0; });
tell('cookie', () => { if (!document.cookie) throw 0; });
console.log('origin', self.origin);
`;

test(
  '[L160] a script reaches neither the page nor what the browser keeps for this server, and forged messages are nothing',
  async () => {
    const { page } = await open('/headless', SMALL);
    await page.evaluate(() => {
      localStorage.setItem('peerball.settings', '{}');
      document.cookie = 'secret=1';
    });
    await runScript(page, THIEF.replace('LOBBY', new URL(page.url()).origin));
    for (const name of ['database', 'caches', 'lobby', 'page', 'storage', 'cookie']) {
      await line(page, `${name} kept`);
    }
    await line(page, 'origin null');
    expect(await lines(page)).not.toContain('got');
    // What the frame of another script says is not listened to.
    await page.evaluate(() => window.postMessage('broken', '*'));
    expect(await page.getByTestId('state').textContent()).toBe('The script is running.');
  },
  TEST_MS,
);

test.each([
  [
    'a line that is no JavaScript',
    'const a = 1;\nconst = 2;',
    /uncaught: script\.js:2:\d+ SyntaxError/,
  ],
  [
    'what only a process has',
    "\nrequire('fs');",
    /script\.js:2:\d+ Error: a page has no 'fs'.*npm run room/,
  ],
  [
    'a module',
    "import HaxballJS from 'haxball.js';\nconst HBInit = await HaxballJS;\nconsole.log(typeof HBInit({}).startGame);",
    /^function$/,
  ],
  ['the own interface', "console.log(typeof openRoom({ title: 'a' }).addBot);", /^function$/],
])('%s is named in the console', async (_what, source, said) => {
  const { page } = await open('/headless', SMALL);
  await runScript(page, source);
  await line(page, said);
});

test.each(['league.js', 'trainer.js', 'tag.js'])(
  'the script %s of the guide is chosen as a file, opens its room and throws nothing',
  async (name) => {
    const { page } = await open('/headless', SMALL);
    const file = join(PROJECT_ROOT, 'docs', 'guides', 'room-scripts', name);
    await page.getByTestId('file').setInputFiles(file);
    await expect
      .poll(() => page.getByTestId('source').inputValue())
      .toBe(readFileSync(file, 'utf8'));
    await page.getByTestId('run').click();
    await page.getByTestId('link').waitFor({ timeout: WITHIN_MS });
    expect(await lines(page)).not.toContain('Error');
  },
);

test(
  'a script that loops is ended by its button, and the next one runs',
  async () => {
    const { page } = await open('/headless', SMALL);
    await runScript(page, "console.log('on'); for (;;);");
    await line(page, 'on');
    await line(page, 'has not answered for 3 s');
    await page.getByTestId('stop').press('Enter');
    await page.getByTestId('source').fill("console.log('the next one');");
    await page.getByTestId('run').press('Enter');
    await line(page, 'the next one');
  },
  TEST_MS,
);

test('the page speaks the language of the browser and has no fault that axe finds', async () => {
  for (const [locale, title] of [
    ['de-DE', 'Ein Raum-Skript ausführen'],
    ['en-GB', 'Run a room script'],
  ] as const) {
    const { page } = await open('/headless', { ...SMALL, locale });
    await expect.poll(() => page.locator('h1').textContent()).toBe(title);
    await runScript(page, "console.log('a'); console.error('b');");
    await line(page, /b$/);
    expect(await objections(page)).toEqual([]);
  }
});

async function runScript(page: Page, source: string): Promise<void> {
  await page.getByTestId('source').fill(source);
  await page.getByTestId('run').click();
}

async function line(page: Page, text: string | RegExp): Promise<void> {
  await page
    .getByTestId('console-line')
    .filter({ hasText: text })
    .first()
    .waitFor({ timeout: WITHIN_MS });
}

async function lines(page: Page): Promise<string> {
  return (await page.getByTestId('console-line').allTextContents()).join('\n');
}

const firefox = findFirefox();
if (firefox === null) {
  console.log('NO ROOM SCRIPT IN A TAB OF FIREFOX: none is installed');
} else {
  test(
    '[L160] in Firefox too a script has an origin of its own, and runs a room',
    async () => {
      const fox = await launchFirefox(firefox);
      try {
        const page = await fox.newPage();
        await page.goto(`${url()}/headless`);
        const source = `${SCRIPT}console.log('origin', self.origin);`;
        await page.locator('[data-testid="source"]').fill(source);
        await page.locator('[data-testid="run"]').click();
        const shown = () => page.evaluate(() => document.body.innerText);
        await expect.poll(shown, { timeout: WITHIN_MS }).toContain('origin null');
        await expect.poll(shown, { timeout: WITHIN_MS }).toMatch(/\/j\/\w{6}/);
      } finally {
        await fox.close();
      }
    },
    TEST_MS,
  );
}
