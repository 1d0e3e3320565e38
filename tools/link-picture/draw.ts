import { join } from 'node:path';
import { launchChromium } from '../../tests/browser/browser.ts';
import { PROJECT_ROOT } from '../project/source-files.ts';

/** As apps show it beside a link: the size that all of them take. */
const SIZE = { width: 1200, height: 630 };
const PICTURE = 'game/public/preview.png';

/** Draws the picture that stands beside a link to the game, after a change of logo or colours. */
const browser = await launchChromium();
try {
  const page = await browser.newPage({ viewport: SIZE });
  await page.goto(new URL('picture.html', import.meta.url).href);
  await page.evaluate(async () => {
    await document.fonts.load('800 150px Outfit');
    await document.fonts.ready;
  });
  await page.screenshot({ path: join(PROJECT_ROOT, PICTURE) });
  console.log(PICTURE);
} finally {
  await browser.close();
}
