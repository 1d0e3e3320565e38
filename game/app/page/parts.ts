import type { PartImports } from '../../load/part-loader.ts';
import { TEXT_PARTS } from './text-parts.ts';

/**
 * Everything that comes after the menu. Only here and in `TEXT_PARTS` is anything imported while the game runs, and
 * only `PartLoader` calls it. The name is that of the file, by which the build lists its files.
 */
export const PARTS = {
  play: () => import('./play.ts'),
  online: () => import('../room/online.ts'),
  'worker-sessions': () => import('../../worker/worker-sessions.ts'),
  'game-canvas': () => import('../canvas/game-canvas.ts'),
  lights: () => import('../../view/lights.ts'),
  synthesizer: () => import('../../audio/synthesizer.ts'),
  replays: () => import('./replays.tsx'),
  'public-rooms': () => import('./public-rooms.tsx'),
  'save-result': () => import('../replay/save-result.ts'),
  'draw-qr': () => import('../../ui/model/draw-qr.ts'),
  'settings-groups': () => import('../../ui/settings/settings-groups.tsx'),
  'practice-form': () => import('../../ui/practice/practice-form.tsx'),
  'badge-form': () => import('../../ui/settings/badge-form.tsx'),
  voice: () => import('./voice.tsx'),
  second: () => import('./second.tsx'),
  beside: () => import('./beside.tsx'),
  'pad-menus': () => import('./pad-menus.tsx'),
  offline: () => import('./offline.ts'),
  'debug-overlay': () => import('../../debug/debug-overlay.tsx'),
  ...TEXT_PARTS,
} as const satisfies PartImports;
