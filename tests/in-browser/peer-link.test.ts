import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LINK_RULES } from '../../shared/netplay/link/link.contract.ts';
import { findFirefox } from '../../tools/browsers/ensure-browser.ts';
import { launchChromium } from '../browser/browser.ts';
import { bundleScript } from '../browser/bundle.ts';
import { launchFirefox } from '../browser/firefox.ts';

type Results = Readonly<Record<string, string | null>>;

/** What the browsers have to say of the channel. */
const CHANNEL = { ordered: false, maxPacketLifeTimeMs: 30, maxRetransmits: null };

let browser: Awaited<ReturnType<typeof launchChromium>>;
let bundle: string;
let results: Results;

beforeAll(async () => {
  bundle = await bundleScript('tests/in-browser/link-page.ts', 'linkPage');
  browser = await launchChromium();
  const page = await browser.newPage();
  results = (await page.evaluate(calling('checkPeerLinks'))) as Results;
}, 60_000);

afterAll(() => browser.close());

describe('a WebRTC link keeps the same contract as a simulated one', () => {
  test.each(LINK_RULES)('$name', ({ name }) => {
    expect(results[name]).toBeNull();
  });
});

test('[W11] Chromium opens the channel unordered, for datagrams that live 30 ms', async () => {
  const page = await browser.newPage();
  expect(await page.evaluate(calling('describePeerLink'))).toMatchObject(CHANNEL);
});

const firefox = findFirefox();
if (firefox === null) {
  console.log('CHANNEL NOT OPENED IN FIREFOX: none is installed');
} else {
  test('[W11] so does Firefox', async () => {
    const other = await launchFirefox(firefox);
    try {
      const page = await other.newPage();
      expect(await page.evaluate(calling('describePeerLink'))).toMatchObject(CHANNEL);
    } finally {
      await other.close();
    }
  });
}

function calling(name: string): string {
  return `(async () => { ${bundle}; return linkPage.${name}(); })()`;
}
