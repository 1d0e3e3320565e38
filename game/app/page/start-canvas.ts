import { effect } from '@preact/signals';
import { attempt } from '../../../shared/base/attempt.ts';
import type { InputManager } from '../../input/input-manager.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import { pageTimers } from '../../time/timers.ts';
import { FONTS } from '../../settings/theme.ts';
import type { App } from '../app.ts';
import type { GameCanvas } from '../canvas/game-canvas.ts';
import { watchPicture } from '../canvas/lost-picture.ts';
import type { SessionLoop } from '../../match/session-loop.ts';
import { isCalm, lookOf } from '../canvas/window-look.ts';
import { showsGoalsAgain } from '../hud/shows-goals-again.ts';

/** The picture does not wait longer for its fonts: names in another one are better than none. */
const FONTS_MS = 4000;

export type CanvasOptions = {
  readonly Canvas: typeof GameCanvas;
  readonly parent: HTMLElement;
  readonly app: App;
  readonly loop: SessionLoop;
  readonly settings: SettingsStore;
  readonly input: InputManager;
  /** The picture was lost and stays away, or is back. */
  readonly onLost: (isLost: boolean) => void;
};

/** Draws from now on. Rejects where the engine does not start. */
export async function startCanvas(options: CanvasOptions): Promise<GameCanvas> {
  const { Canvas, parent, app, loop, settings, input, onLost } = options;
  await loadFonts();
  const look = () => {
    const { screen } = app.model.screen.value;
    const isBeside = screen === 'home' || screen === 'room' || screen === 'replay';
    const place = isBeside ? app.model.pitchPlace.value : null;
    return lookOf(window, settings.settings.value, screen === 'match', place);
  };
  const restyle = () => canvas.restyle(look());
  watchPicture({ parent, timers: pageTimers, tell: onLost });
  const canvas = new Canvas(parent, loop, look(), {
    onTurn: (quarterTurns) => {
      input.quarterTurns = quarterTurns;
    },
    onDrawn: app.showPicture,
    onOtherScreen: restyle,
    mayReplay: () => showsGoalsAgain(app.model, settings.value, isCalm(window, settings.value)),
    onReplay: (isOn) => {
      app.model.hud.replaying.value = isOn;
    },
  });
  effect(restyle);
  window.addEventListener('resize', restyle);
  return canvas;
}

/** Whether this browser can draw at all, found out by trying: settings and drivers forbid it. */
export function hasWebGl(): boolean {
  return attempt(() => {
    const context = document.createElement('canvas').getContext('webgl');
    const isThere = context?.isContextLost() === false;
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return isThere;
  }, false);
}

/** Labels are drawn once, so their fonts should be there. One that does not come is done without. */
async function loadFonts(): Promise<void> {
  const fonts = [`800 16px ${FONTS.display}`, `700 16px ${FONTS.body}`];
  await Promise.race([
    Promise.allSettled(fonts.map(async (font) => document.fonts.load(font))),
    new Promise((resolve) => setTimeout(resolve, FONTS_MS)),
  ]);
}
