import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { LobbyUnderTest } from '../lobby/lobby-under-test.ts';
import { launchChromium } from '../browser/browser.ts';

/** How long an attempt may take; those that work take some milliseconds. */
const ATTEMPT_MS = 2000;
/** Names of a stranger and of the own network, all of this machine. */
const NAMES = '--host-resolver-rules=MAP evil.example 127.0.0.1, MAP box.local 127.0.0.1';

let browser: Browser;
let foreign: Server;
let foreignPort: number;
let lobby: LobbyUnderTest;
let page: Page;

beforeAll(async () => {
  browser = await launchChromium([NAMES, '--disable-features=HttpsUpgrades']);
  foreign = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>a foreign page</title>');
  });
  await new Promise<void>((resolve) => {
    foreign.listen(0, resolve);
  });
  foreignPort = (foreign.address() as AddressInfo).port;
});

afterAll(async () => {
  await browser.close();
  foreign.closeAllConnections();
  foreign.close();
});

beforeEach(async () => {
  lobby = await LobbyUnderTest.start();
  page = await browser.newPage();
});

afterEach(async () => {
  await page.close();
  await lobby.end();
});

/** Tries every way to a session that a page has; gives those that worked. `sid`: one it stole. */
function attempts(given: { url: string; sid: string; waitMs: number }): Promise<string[]> {
  const { url, sid, waitMs } = given;
  const polling = `${url}/socket.io/?EIO=4&transport=polling`;
  const websocket = `${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const within = <T>(work: Promise<T>, otherwise: T): Promise<T> =>
    Promise.race([
      work.catch(() => otherwise),
      new Promise<T>((resolve) => setTimeout(() => resolve(otherwise), waitMs)),
    ]);
  const hears = (text: unknown): boolean => /"sid"|probe/.test(String(text));
  const fetches = async (address: string, init: RequestInit): Promise<boolean> =>
    hears(await (await fetch(address, init)).text());
  const opens = (address: string, first = ''): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = new WebSocket(address);
      socket.addEventListener('open', () => first !== '' && socket.send(first));
      socket.addEventListener('message', ({ data }) => resolve(hears(data)));
      socket.addEventListener('close', () => resolve(false));
    });
  const loads = (address: string): Promise<boolean> =>
    new Promise((resolve) => {
      const script = document.createElement('script');
      Object.assign(globalThis, { ___eio: [(text: unknown) => resolve(hears(text))] });
      script.src = address;
      script.addEventListener('error', () => resolve(false));
      document.head.append(script);
    });
  const shows = (kind: 'img' | 'iframe'): Promise<boolean> =>
    new Promise((resolve) => {
      const element = document.createElement(kind);
      element.src = polling;
      element.addEventListener('error', () => resolve(false));
      element.addEventListener('load', () => {
        const shown = 'contentDocument' in element ? element.contentDocument : null;
        resolve(hears(shown?.body.textContent));
      });
      document.body.append(element);
    });
  const streams = (): Promise<boolean> =>
    new Promise((resolve) => {
      const source = new EventSource(polling);
      source.addEventListener('open', () => resolve(true));
      source.addEventListener('error', () => resolve(false));
    });
  const posts = (): Promise<boolean> => {
    const frame = Object.assign(document.createElement('iframe'), { name: 'answer' });
    const form = Object.assign(document.createElement('form'), {
      method: 'post',
      target: 'answer',
    });
    form.action = `${polling}&sid=${sid}&j=0`;
    form.append(Object.assign(document.createElement('input'), { name: 'd', value: '40{}' }));
    document.body.append(frame, form);
    form.submit();
    return new Promise((resolve) => {
      frame.addEventListener('load', () => {
        resolve(hears(frame.contentDocument?.body.textContent));
      });
    });
  };
  const stolen = `&sid=${sid}`;
  const ways: Record<string, () => Promise<boolean>> = {
    websocket: () => opens(websocket),
    'websocket of a stolen session': () => opens(websocket + stolen, '2probe'),
    polling: () => fetches(polling, {}),
    'polling without cors': () => fetches(polling, { mode: 'no-cors' }),
    'polling of a stolen session': () => fetches(polling + stolen, {}),
    post: () => fetches(polling + stolen, { method: 'POST', body: '40{}', mode: 'no-cors' }),
    script: () => loads(polling),
    'script with a callback': () => loads(`${polling}&j=0`),
    image: () => shows('img'),
    frame: () => shows('iframe'),
    events: () => streams(),
    form: () => posts(),
    beacon: async () => navigator.sendBeacon(polling + stolen, '40{}') && false,
  };
  const tried = Object.entries(ways).map(async ([name, run]) =>
    (await within(run(), false)) ? [name] : [],
  );
  return Promise.all(tried).then((worked) => worked.flat());
}

/** A session of somebody else, whose id the page has learned. */
async function stealSession(): Promise<string> {
  const polling = `${lobby.server.url}/socket.io/?EIO=4&transport=polling`;
  const text = await (await fetch(polling)).text();
  return (JSON.parse(text.slice(1)) as { sid: string }).sid;
}

async function attack(pageUrl: string, url: string): Promise<string[]> {
  await page.goto(pageUrl);
  return page.evaluate(attempts, { url, sid: await stealSession(), waitMs: ATTEMPT_MS });
}

test.each([
  ['another site', () => `http://127.0.0.1:${foreignPort}/`, 'localhost'],
  ['another port of this machine', () => `http://localhost:${foreignPort}/`, 'localhost'],
  ['a stranger, in a LAN without https', () => `http://evil.example:${foreignPort}/`, 'box.local'],
] as const)(
  '[L55] a page of %s gets no session id and no socket, whatever it tries',
  async (_what, pageUrl, host) => {
    const url = `http://${host}:${lobby.server.port}`;
    expect(await attack(pageUrl(), url)).toEqual([]);
    expect(lobby.server.counters.get('connect/OK')).toBe(0);
    expect(lobby.server.counters.get('request/ORIGIN')).toBeGreaterThan(3);
  },
);

test('[L56] a name that a stranger pointed at the lobby is of no use to its page', async () => {
  const url = `http://evil.example:${lobby.server.port}`;
  expect(await attack(`${url}/`, url)).toEqual([]);
  expect(await page.textContent('body')).toContain('PEERBALL_PUBLIC_URL');
  expect(lobby.server.counters.get('connect/OK')).toBe(0);
});

test.each(['localhost', '127.0.0.1', 'box.local'])(
  "[L34] the lobby's own page at %s gets both",
  async (host) => {
    const url = `http://${host}:${lobby.server.port}`;
    const worked = await attack(`${url}/`, url);
    expect(worked).toEqual(expect.arrayContaining(['websocket', 'polling']));
  },
);
