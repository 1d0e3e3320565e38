import type { Messages } from '../../i18n/en.ts';
import type { Language } from '../../i18n/language.ts';
import type { PartImports } from '../../load/part-loader.ts';

type LanguageImports = {
  readonly [Code in Exclude<Language, 'en'>]: () => Promise<Messages>;
};

/**
 * Everything that comes after the menu. Only here is anything imported while the game runs, and
 * only `PartLoader` calls it. The name is that of the file, by which the build lists its files.
 */
export const PARTS = {
  play: () => import('./play.ts'),
  online: () => import('../room/online.ts'),
  'game-canvas': () => import('../canvas/game-canvas.ts'),
  synthesizer: () => import('../../audio/synthesizer.ts'),
  replays: () => import('./replays.tsx'),
  'public-rooms': () => import('./public-rooms.tsx'),
  'draw-qr': () => import('../../ui/model/draw-qr.ts'),
  'settings-groups': () => import('../../ui/settings/settings-groups.tsx'),
  'practice-form': () => import('../../ui/practice/practice-form.tsx'),
  'pad-menus': () => import('./pad-menus.tsx'),
  'debug-overlay': () => import('../../debug/debug-overlay.tsx'),
  de: () => import('../../i18n/de.ts').then(({ de }) => de),
  es: () => import('../../i18n/es.ts').then(({ es }) => es),
} as const satisfies PartImports & LanguageImports;
