import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium, openPerson } from '../support/browser.ts';
import { type RunningLobby, startLobby } from '../support/lobby.ts';
import { makeRoom } from '../support/rooms.ts';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let lobby: RunningLobby;
let browser: Browser;

beforeAll(async () => {
  [lobby, browser] = await Promise.all([startLobby(), launchChromium()]);
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
});
