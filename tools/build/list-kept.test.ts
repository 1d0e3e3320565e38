import { expect, test } from 'vitest';
import { keptNames, textsOf } from './list-kept.ts';
import type { Bundle, BuiltFile } from './list-parts.ts';

function chunk(fileName: string, more: Partial<BuiltFile> = {}): BuiltFile {
  return { type: 'chunk', fileName, ...more };
}

test('what the game may need is kept; maps, pages and what only operators see are not', () => {
  const files = [
    chunk('assets/menu-1.js', {
      isEntry: true,
      facadeModuleId: '/game/index.html',
      imports: ['assets/base-1.js'],
    }),
    chunk('assets/operator-1.js', {
      isEntry: true,
      facadeModuleId: '/game/operator/index.html',
      imports: ['assets/base-1.js'],
      viteMetadata: { importedCss: new Set(['assets/operator-1.css']) },
    }),
    chunk('assets/base-1.js'),
    chunk('assets/play-1.js'),
    chunk('assets/tick-worker-1.js', { type: 'asset' }),
    chunk('assets/outfit-1.woff2', { type: 'asset' }),
    chunk('assets/operator-1.css', { type: 'asset' }),
    chunk('assets/menu-1.js.map', { type: 'asset' }),
    chunk('index.html', { type: 'asset' }),
    chunk('sw.js', { type: 'asset' }),
  ];
  const bundle: Bundle = Object.fromEntries(files.map((file) => [file.fileName, file]));
  expect(keptNames(bundle)).toEqual([
    'assets/base-1.js',
    'assets/menu-1.js',
    'assets/outfit-1.woff2',
    'assets/play-1.js',
    'assets/tick-worker-1.js',
  ]);
});

test('the words of each language are told from all else', () => {
  const bundle: Bundle = {
    'assets/de-1.js': chunk('assets/de-1.js', { facadeModuleId: '/x/game/i18n/de/de.ts' }),
    'assets/de-play-1.js': chunk('assets/de-play-1.js', {
      facadeModuleId: '/x/game/i18n/de/late/de-play.ts',
    }),
    'assets/plural-1.js': chunk('assets/plural-1.js', {
      facadeModuleId: '/x/game/i18n/plural.ts',
    }),
  };
  expect(textsOf(bundle)).toEqual({ de: ['/assets/de-1.js', '/assets/de-play-1.js'] });
});
