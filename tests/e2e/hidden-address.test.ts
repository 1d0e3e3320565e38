import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findProgram } from '../../tools/browsers/find-program.ts';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { TurnServer } from '../faults/turn-server.ts';
import { pathOf } from '../page/link-path.ts';
import { meet } from '../page/rooms.ts';

const PATIENCE_MS = 30_000;
const coturn = findProgram('turnserver');
if (coturn === null) console.log('NOT PLAYED WITH A HIDDEN ADDRESS: no turnserver (coturn)');

let turn: TurnServer;
let lobby: RunningLobby;
let browser: Browser;
let ana: Person;
let ben: Person;

beforeAll(async () => {
  turn = await TurnServer.create();
  if (coturn !== null) turn.start(coturn);
  [lobby, browser] = await Promise.all([startLobby(turn.settings), launchChromium()]);
  ana = await openPerson(browser, lobby.url, {}, noteSignals);
  ben = await openPerson(browser, lobby.url, {}, hideAddress);
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
  await turn.remove();
});

test.skipIf(coturn === null)(
  '[L141] who hides the address plays over TURN, and the other page hears of no other way',
  { timeout: 60_000 },
  async () => {
    await meet(ana.page, ben.page);
    await expect.poll(() => pathOf(ana.page), { timeout: PATIENCE_MS }).toBe('turn');
    const heard = await ana.page.evaluate(() => Reflect.get(window, 'heard') as string[]);
    const candidates = heard.join('\n').match(/candidate:\S+ .*typ \S+.*/g) ?? [];
    expect(candidates.length).toBeGreaterThan(0);
    for (const line of candidates) expect(line).toMatch(/ typ relay raddr 0\.0\.0\.0 rport 0/);
    expect([...ana.complaints, ...ben.complaints]).toEqual([]);
  },
);

async function hideAddress(page: Page): Promise<void> {
  await page.addInitScript(() => {
    localStorage.setItem('peerball.settings', JSON.stringify({ hideAddress: true }));
  });
}

/** Keeps all that the page is told of the other one. */
async function noteSignals(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Reflect.set(window, 'heard', heard);
    window.RTCPeerConnection = class extends RTCPeerConnection {
      override addIceCandidate(candidate?: RTCIceCandidateInit | null): Promise<void> {
        heard.push(candidate?.candidate ?? '');
        return super.addIceCandidate(candidate);
      }

      override setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
        heard.push(description.sdp ?? '');
        return super.setRemoteDescription(description);
      }
    };
  });
}
