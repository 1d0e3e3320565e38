import { expect, test } from 'vitest';
import { type Bundle, buildOf, type BuiltFile, partsOf } from './list-parts.ts';

function chunk(fileName: string, more: Partial<BuiltFile> = {}): BuiltFile {
  return { type: 'chunk', fileName, ...more };
}

function bundleOf(...files: BuiltFile[]): Bundle {
  return Object.fromEntries(files.map((file) => [file.fileName, file]));
}

const BUNDLE = bundleOf(
  chunk('assets/index-1.js', { isEntry: true, imports: ['assets/base-1.js'] }),
  chunk('assets/base-1.js', { moduleIds: ['/game/i18n/en.ts'] }),
  chunk('assets/play-1.js', {
    moduleIds: ['/game/base.ts', '/game/app/page/play.ts'],
    imports: ['assets/base-1.js', 'assets/arena-1.js'],
    viteMetadata: { importedCss: new Set(['assets/play-1.css']) },
  }),
  chunk('assets/arena-1.js', { imports: ['assets/deep-1.js', 'assets/play-1.js'] }),
  chunk('assets/deep-1.js'),
);

test('a part needs the file that it is in and all that this imports, but not what the page has', () => {
  const asked = new Set(['/game/app/page/play.ts', '/game/i18n/en.ts']);
  expect(partsOf(BUNDLE, asked)).toEqual({
    play: ['/assets/play-1.js', '/assets/play-1.css', '/assets/arena-1.js', '/assets/deep-1.js'],
  });
});

test('a build is known by the names of its files, in whatever order they were written', () => {
  const [first, ...others] = Object.values(BUNDLE);
  expect(buildOf(bundleOf(...others, first!))).toBe(buildOf(BUNDLE));
  expect(buildOf(bundleOf(...others, chunk('assets/index-2.js')))).not.toBe(buildOf(BUNDLE));
  expect(buildOf(BUNDLE)).toMatch(/^[0-9a-f]{16}$/);
});

test('maps and the page itself do not make another build', () => {
  const more = bundleOf(...Object.values(BUNDLE), chunk('index.html'), chunk('assets/a-1.js.map'));
  expect(buildOf(more)).toBe(buildOf(BUNDLE));
});
