import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { PROJECT_ROOT } from '../../tools/project/source-files.ts';
import type { Language } from '../../game/i18n/language.ts';
import { bundleFiles } from '../browser/bundle.ts';

declare global {
  interface Window {
    gallery?: {
      readonly screenNames: readonly string[];
      open(source: 'real' | 'pseudo'): Promise<void>;
      readonly PSEUDO: Language;
      show(name: string, language: Language, textScale: number): Promise<void>;
      findAllFaults(only?: string, languages?: readonly Language[]): Promise<string[]>;
    };
  }
}

/** A secure context, as https would be; nothing is asked of it. */
const ADDRESS = 'http://localhost/';

export type GalleryBundle = { readonly html: string };

/** The game's own page, with the gallery in place of the game. */
export async function bundleGallery(): Promise<GalleryBundle> {
  let script = '';
  let style = '';
  for (const file of await bundleFiles('tests/gallery/screen-gallery.tsx', 'gallery')) {
    if (file.type === 'chunk') script += file.code;
    else if (file.fileName.endsWith('.css')) style += String(file.source);
  }
  if (script === '' || style === '')
    throw new Error('bundling the gallery gave no script or style');
  const page = readFileSync(join(PROJECT_ROOT, 'game', 'index.html'), 'utf8');
  const html = page
    .replace(/<script type="module".*?<\/script>/u, '')
    .replace('</head>', () => `<style>${style}</style></head>`)
    .replace(
      '</body>',
      () => `<script>${script.replaceAll('</script', '<\\/script')}</script></body>`,
    );
  return { html };
}

/** Opens the gallery of screens in a page of its own. */
export async function openGallery(
  browser: Browser,
  { html }: GalleryBundle,
  options: BrowserContextOptions = {},
  source: 'real' | 'pseudo' = 'real',
): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  const page = await context.newPage();
  await page.route('**/*', (route) =>
    route.request().url() === ADDRESS
      ? route.fulfill({ contentType: 'text/html', body: html })
      : route.fulfill({ status: 404 }),
  );
  await page.goto(ADDRESS);
  // `gallery` is a script's own constant: the window does not have it by itself.
  await page.evaluate('window.gallery = gallery');
  await page.evaluate((chosen) => window.gallery?.open(chosen), source);
  return page;
}
