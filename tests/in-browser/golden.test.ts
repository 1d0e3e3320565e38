import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { findFirefox } from '../../tools/browsers/ensure-browser.ts';
import { PROJECT_ROOT } from '../../tools/project/source-files.ts';
import { type GoldenMatch, replayGolden } from '../golden/replay-golden.ts';
import { launchChromium } from '../browser/browser.ts';
import { bundleScript } from '../browser/bundle.ts';
import { launchFirefox } from '../browser/firefox.ts';

/** The hashes of every golden match, by its name. */
type Replayed = Readonly<Record<string, readonly number[]>>;

/** What both libraries that drive browsers can do. */
type ScriptPage = { evaluate(script: string): Promise<unknown> };

const FOLDER = join(PROJECT_ROOT, 'tests/golden/replays');
const goldens = readdirSync(FOLDER).map(
  (file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as GoldenMatch,
);
const recorded: Replayed = Object.fromEntries(goldens.map(({ name, hashes }) => [name, hashes]));
/** What Node makes of them, at every tick. */
const everyTick: Replayed = Object.fromEntries(
  goldens.map((each) => [each.name, replayGolden(each, 1)]),
);

let script: string;

beforeAll(async () => {
  const bundle = await bundleScript('tests/golden/replay-golden.ts', 'golden');
  const replay = `Object.fromEntries(${JSON.stringify(goldens)}.map((each) => [each.name, golden.replayGolden(each, 1)]))`;
  script = `(() => { ${bundle}; return ${replay}; })()`;
});

test('there are golden matches, and Node replays them as recorded', () => {
  expect(goldens.length).toBeGreaterThan(0);
  expect(Object.fromEntries(goldens.map((each) => [each.name, replayGolden(each)]))).toEqual(
    recorded,
  );
});

test('[S2] Chromium replays every golden match to the same bits at every tick', async () => {
  const browser = await launchChromium();
  try {
    expect(await replayIn(await browser.newPage())).toEqual(everyTick);
  } finally {
    await browser.close();
  }
});

const firefox = findFirefox();
if (firefox === null) {
  console.log(
    'NOT REPLAYED IN FIREFOX: none is installed (npx tsx tools/browsers/ensure-browser.ts --firefox)',
  );
} else {
  test('[S2] Firefox replays every golden match to the same bits at every tick', async () => {
    const browser = await launchFirefox(firefox);
    try {
      expect(await replayIn(await browser.newPage())).toEqual(everyTick);
    } finally {
      await browser.close();
    }
  });
}

async function replayIn(page: ScriptPage): Promise<Replayed> {
  return (await page.evaluate(script)) as Replayed;
}
