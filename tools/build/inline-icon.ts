import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Of the game; the other pages ask for the file, which is no first visit's. */
const PAGE = '/index.html';
const ICON = '/icon.svg';

/** Writes the icon of the tab into the page: a browser asks twice for the file, on the way to the first match. */
export function inlineIcon(): Plugin {
  let folder = '';
  return {
    name: 'inline-icon',
    apply: 'build',
    configResolved({ publicDir }) {
      folder = publicDir;
    },
    transformIndexHtml: {
      order: 'post',
      handler: async (html, { path }) =>
        path === PAGE
          ? html.replace(`"${ICON}"`, `"${dataUrlOf(await readFile(join(folder, ICON), 'utf8'))}"`)
          : html,
    },
  };
}

/** At sixteen pixels nobody sees stripes. */
const UNSEEN = /<defs>.*?<\/defs>|<path\b.*?\/>/gs;

/** A picture as an address that stands between quotation marks, in as few characters as brotli likes; without stripes. */
export function dataUrlOf(svg: string): string {
  const short = svg
    .replaceAll(UNSEEN, '')
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
    .replaceAll('"', "'")
    .replaceAll('#', '%23');
  return `data:image/svg+xml,${short.replaceAll(/ ?(\/?>) ?/g, '$1')}`;
}
