import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LINK_RULES } from '../../shared/netplay/link.contract.ts';
import { launchChromium } from '../support/browser.ts';
import { bundleScript } from '../support/bundle.ts';

type Results = Readonly<Record<string, string | null>>;

let browser: Awaited<ReturnType<typeof launchChromium>>;
let results: Results;

beforeAll(async () => {
  const bundle = await bundleScript('tests/browsers/link-page.ts', 'linkPage');
  browser = await launchChromium();
  const page = await browser.newPage();
  const script = `(async () => { ${bundle}; return linkPage.checkPeerLinks(); })()`;
  results = (await page.evaluate(script)) as Results;
}, 60_000);

afterAll(() => browser.close());

describe('a WebRTC link keeps the same contract as a simulated one', () => {
  test.each(LINK_RULES)('$name', ({ name }) => {
    expect(results[name]).toBeNull();
  });
});
