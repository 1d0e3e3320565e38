import { effect } from '@preact/signals';
import type { InputManager } from '../input/input-manager.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { FONTS } from '../settings/theme.ts';
import type { App } from './app.ts';
import type { GameCanvas } from './game-canvas.ts';
import type { SessionLoop } from './session-loop.ts';
import { lookOf } from './window-look.ts';

/** Loads the engine after the menu, which does not wait for it. Rejects where there is no WebGL. */
export async function startCanvas(
  parent: HTMLElement,
  app: App,
  loop: SessionLoop,
  settings: SettingsStore,
  input: InputManager,
): Promise<GameCanvas> {
  const [{ GameCanvas: Canvas }] = await Promise.all([
    import('./game-canvas.ts'),
    // Labels are drawn once, so their fonts must be there.
    document.fonts.load(`800 16px ${FONTS.display}`),
    document.fonts.load(`700 16px ${FONTS.body}`),
  ]);
  const look = () =>
    lookOf(window, settings.settings.value, app.model.screen.value.screen === 'match');
  const canvas = new Canvas(parent, loop, look(), (quarterTurns) => {
    input.quarterTurns = quarterTurns;
  });
  effect(() => canvas.restyle(look()));
  window.addEventListener('resize', () => canvas.restyle(look()));
  return canvas;
}
