import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFirefox } from '../../tools/browsers/ensure-browser.ts';
import { FaultyFiles } from '../faults/faulty-files.ts';
import { launchFirefox } from '../browser/firefox.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';

const PART = /^\/assets\/game-[\w-]{8}\./;
const PATIENCE_MS = 30_000;

let lobby: RunningLobby;
let files: FaultyFiles;
let url: string;

beforeAll(async () => {
  lobby = await startLobby();
  files = new FaultyFiles(lobby.url);
  url = await files.listen();
});

afterAll(async () => {
  files.close();
  await lobby.stop();
});

const firefox = findFirefox();
if (firefox === null) {
  console.log('LOST FILES NOT TRIED IN FIREFOX: none is installed');
} else {
  test('a part that was lost is had by trying again in Firefox, which remembers failed imports', async () => {
    const browser = await launchFirefox(firefox);
    const page = await browser.newPage();
    const uncaught: string[] = [];
    page.on('pageerror', (error) => uncaught.push(String(error)));
    try {
      files.spoil('missing', (path) => PART.test(path));
      await page.goto(url);
      await page.locator('[data-testid="make-room"]').setTimeout(PATIENCE_MS).click();
      await page.waitForSelector('[data-error="server-error"]', { timeout: PATIENCE_MS });
      files.spoil('missing', () => false);
      const before = files.asked(PART).length;

      await page.locator('[data-testid="make-room"]').click();
      await page.waitForSelector('[data-testid="room"]', { timeout: PATIENCE_MS });
      const asked = files.asked(PART).slice(before);
      expect(asked.length).toBeGreaterThan(0);
      expect(asked, 'each file is had once').toEqual([...new Set(asked)]);
      expect(uncaught).toEqual([]);
    } finally {
      await browser.close();
    }
  });
}
