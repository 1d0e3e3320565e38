import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../../tests/browser/browser.ts';
import { PROJECT_ROOT } from '../project/source-files.ts';

const FOLDER = join(PROJECT_ROOT, 'game', 'public');
/** Of `icon.svg`: its background, and the side of its square. */
const INK = '#0B1220';
const SIDE = 64;

/**
 * What systems ask for that take no SVG: with round corners, or `full`, from edge to edge, where the
 * system cuts the corners itself. Of a maskable one nothing may lie outside of a circle of 80 %.
 */
const ICONS = [
  { name: 'icon-192.png', size: 192, isFull: false, scale: 1 },
  { name: 'icon-512.png', size: 512, isFull: false, scale: 1 },
  { name: 'icon-maskable.png', size: 512, isFull: true, scale: 0.8 },
  { name: 'icon-apple.png', size: 180, isFull: true, scale: 0.95 },
] as const;

/** Draws the icons of the installed game anew, after a change of `game/public/icon.svg`. */
const browser = await launchChromium();
try {
  const picture = readFileSync(join(FOLDER, 'icon.svg'), 'utf8');
  for (const { name, size, isFull, scale } of ICONS) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const side = size * scale;
    const inset = (size - side) / 2;
    await page.setContent(
      `<body style="margin:0;background:${isFull ? INK : 'transparent'}">` +
        picture.replace(
          `viewBox="0 0 ${SIDE} ${SIDE}"`,
          `$& style="position:absolute;inset:${inset}px;width:${side}px;height:${side}px"`,
        ),
    );
    await page.screenshot({ path: join(FOLDER, name), omitBackground: !isFull });
    await page.close();
    console.log(name);
  }
} finally {
  await browser.close();
}
