import { effect } from '@preact/signals';
import type { InputManager } from '../input/input-manager.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { FONTS } from '../settings/theme.ts';
import type { App } from './app.ts';
import type { GameCanvas } from './game-canvas.ts';
import type { SessionLoop } from './session-loop.ts';
import { lookOf } from './window-look.ts';

/** The picture does not wait longer for its fonts: names in another one are better than none. */
const FONTS_MS = 4000;

export type CanvasOptions = {
  readonly Canvas: typeof GameCanvas;
  readonly parent: HTMLElement;
  readonly app: App;
  readonly loop: SessionLoop;
  readonly settings: SettingsStore;
  readonly input: InputManager;
};

/** Draws from now on. Rejects where the engine does not start. */
export async function startCanvas(options: CanvasOptions): Promise<GameCanvas> {
  const { Canvas, parent, app, loop, settings, input } = options;
  await loadFonts();
  const look = () =>
    lookOf(window, settings.settings.value, app.model.screen.value.screen === 'match');
  const canvas = new Canvas(parent, loop, look(), (quarterTurns) => {
    input.quarterTurns = quarterTurns;
  });
  effect(() => canvas.restyle(look()));
  window.addEventListener('resize', () => canvas.restyle(look()));
  return canvas;
}

/** Whether this browser can draw at all, found out by trying: settings and drivers forbid it. */
export function hasWebGl(): boolean {
  const context = document.createElement('canvas').getContext('webgl');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}

/** Labels are drawn once, so their fonts should be there. One that does not come is done without. */
async function loadFonts(): Promise<void> {
  const fonts = [`800 16px ${FONTS.display}`, `700 16px ${FONTS.body}`];
  await Promise.race([
    Promise.allSettled(fonts.map((font) => document.fonts.load(font))),
    new Promise((resolve) => setTimeout(resolve, FONTS_MS)),
  ]);
}
