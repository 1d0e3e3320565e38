import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium, openPerson, type Person } from '../browser/browser.ts';
import { type RunningLobby, startLobby } from '../browser/lobby.ts';
import { look } from '../page/play.ts';
import { agree, meet } from '../page/rooms.ts';

/** A microphone that beeps once a second, and a person that allows it. */
const MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
/** Longer than between two beeps. */
const BEEP_MS = 1500;

let lobby: RunningLobby;
let browser: Browser;
let ana: Person;
let ben: Person;

beforeAll(async () => {
  [lobby, browser] = await Promise.all([startLobby(), launchChromium(MICROPHONE)]);
  [ana, ben] = (await Promise.all(
    [0, 1].map(() => openPerson(browser, lobby.url, {}, noteConnections)),
  )) as [Person, Person];
  await meet(ana.page, ben.page);
});

afterAll(async () => {
  await browser.close();
  await lobby.stop();
});

test('[L158] people who turn voice on hear each other while they hold the key, and not otherwise', async () => {
  const before = await gameNegotiations(ana.page);
  await turnOn(ana.page);
  await turnOn(ben.page);
  for (const { page } of [ana, ben]) {
    await page.locator('[data-testid="voice-mark"][data-voice="open"]').first().waitFor();
  }
  await heardFor(ben.page, BEEP_MS);
  const silence = await heardFor(ben.page, BEEP_MS);

  await ana.page.keyboard.down('v');
  await ben.page.locator('[data-testid="voice-mark"][data-voice="speaking"]').first().waitFor();
  const talk = await heardFor(ben.page, BEEP_MS);
  await ana.page.keyboard.up('v');
  await expect
    .poll(() => ben.page.locator('[data-testid="voice-mark"][data-voice="speaking"]').count())
    .toBe(0);
  expect(talk).toBeGreaterThan(0.001);
  expect(silence).toBeLessThan(talk / 100);

  // Neither the game's connection nor its channel took any part in it.
  expect(await gameNegotiations(ana.page)).toEqual(before);
  expect(before).toEqual({ connections: 1, descriptions: 2, media: ['application'] });
});

test('[L159] a match goes on with voices, and who looks away is silent', async () => {
  await Promise.all([agree(ana.page, 'ready'), agree(ben.page, 'ready')]);
  await Promise.all([ana, ben].map(({ page }) => page.getByTestId('match').waitFor()));
  const talk = ana.page.getByTestId('talk');
  await talk.press('Enter');
  expect(await talk.getAttribute('aria-pressed')).toBe('true');
  await ben.page.getByTestId('voice-speaking').filter({ hasText: 'Ana' }).waitFor();
  await ana.page.evaluate(() => window.dispatchEvent(new Event('blur')));
  await expect.poll(() => talk.getAttribute('aria-pressed')).toBe('false');
  const { tick } = await look(ben.page);
  await expect.poll(async () => (await look(ben.page)).tick).toBeGreaterThan(tick + 60);
  await expect.poll(() => commonHashes()).toBeGreaterThan(0);
  expect([...ana.complaints, ...ben.complaints]).toEqual([]);
});

test('[L159] voice that is turned off closes the microphone and the connection', async () => {
  await ben.page.keyboard.press('Escape');
  await ben.page.getByTestId('voice-off').click();
  await expect.poll(() => openVoices(ben.page)).toBe(0);
  await expect.poll(() => openVoices(ana.page)).toBe(0);
  expect(await ben.page.evaluate(() => Reflect.get(window, 'microphones'))).toEqual(['ended']);
});

test('a microphone that is refused is told in words, with what to do', async () => {
  const strict = await launchChromium();
  try {
    const cy = await openPerson(strict, lobby.url);
    await cy.page.getByTestId('make-room').click();
    await cy.page.getByTestId('voice-on').click();
    const problem = cy.page.getByTestId('voice-problem');
    await problem.waitFor();
    expect(await problem.textContent()).toMatch(/try again/);
    expect(await cy.page.getByTestId('voice-on').isEnabled()).toBe(true);
  } finally {
    await strict.close();
  }
});

async function turnOn(page: Page): Promise<void> {
  await page.getByTestId('voice-on').click();
  await page.getByTestId('talk').waitFor();
}

/** Keeps which connections a page makes, what is negotiated on each, and its microphones. */
async function noteConnections(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const made: { connection: RTCPeerConnection; heard: string[] }[] = [];
    Reflect.set(window, 'made', made);
    window.RTCPeerConnection = class extends RTCPeerConnection {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        made.push({ connection: this, heard: [] });
      }

      override setLocalDescription(description?: RTCLocalSessionDescriptionInit): Promise<void> {
        made.find(({ connection }) => connection === this)!.heard.push(description?.sdp ?? '');
        return super.setLocalDescription(description);
      }

      override setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
        made.find(({ connection }) => connection === this)!.heard.push(description.sdp ?? '');
        return super.setRemoteDescription(description);
      }
    };
    const tracks: MediaStreamTrack[] = [];
    Object.defineProperty(window, 'microphones', {
      get: () => tracks.map(({ readyState }) => readyState),
    });
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wanted) => {
      const stream = await open(wanted);
      tracks.push(...stream.getTracks());
      return stream;
    };
  });
}

type Made = readonly { readonly connection: RTCPeerConnection; readonly heard: string[] }[];

/** Of connections with a data channel: how many there are, and all that was ever negotiated on them. */
function gameNegotiations(page: Page) {
  return page.evaluate(() => {
    const made = (Reflect.get(window, 'made') as Made).filter(({ heard }) =>
      heard.some((sdp) => sdp.includes('m=application')),
    );
    const heard = made.flatMap((one) => one.heard);
    const media = heard.flatMap((sdp) => sdp.match(/(?<=^m=)\w+/gm) ?? []);
    return {
      connections: made.length,
      descriptions: heard.length,
      media: [...new Set(media)],
    };
  });
}

function openVoices(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      (Reflect.get(window, 'made') as Made).filter(
        ({ connection, heard }) =>
          connection.connectionState === 'connected' &&
          heard.some((sdp) => sdp.includes('m=audio')),
      ).length,
  );
}

/** How much sound came to this page within so many ms, as its browser counts it. */
async function heardFor(page: Page, ms: number): Promise<number> {
  return page.evaluate(async (forMs) => {
    const energy = async (): Promise<number> => {
      let sum = 0;
      for (const { connection } of Reflect.get(window, 'made') as Made) {
        for (const stat of (await connection.getStats()).values()) {
          if (stat.type === 'inbound-rtp' && stat.kind === 'audio') sum += stat.totalAudioEnergy;
        }
      }
      return sum;
    };
    const before = await energy();
    await new Promise((resolve) => setTimeout(resolve, forMs));
    return (await energy()) - before;
  }, ms);
}

/** How many states of the match both pages computed, and found the same. */
async function commonHashes(): Promise<number> {
  const [one, other] = await Promise.all(
    [ana, ben].map(({ page }) => page.evaluate(() => window.__peerball?.hashes ?? [])),
  );
  const known = new Map((other ?? []).map(([tick, hash]) => [tick, hash]));
  const common = (one ?? []).filter(([tick]) => known.has(tick));
  for (const [tick, hash] of common) expect(known.get(tick)).toBe(hash);
  return common.length;
}
