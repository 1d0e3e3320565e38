import type { PeerId } from '../../../shared/base/peer-id.ts';
import { effect } from '@preact/signals';
import { attempt } from '../../../shared/base/attempt.ts';
import type { InputManager } from '../../input/input-manager.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import { markStep } from '../../time/steps.ts';
import { pageTimers } from '../../time/timers.ts';
import { FONTS } from '../../settings/theme.ts';
import type { App } from '../app.ts';
import type { GameCanvas } from '../canvas/game-canvas.ts';
import { PictureQuality } from '../canvas/picture-quality.ts';
import type { PicturesWanted } from '../canvas/frame-pace.ts';
import { watchPicture } from '../canvas/lost-picture.ts';
import type { SessionLoop } from '../../match/session-loop.ts';
import { isCalm, lookOf } from '../canvas/window-look.ts';
import type { Screen } from '../../ui/model/view-model.ts';
import type { CreateLights } from '../../view/lights.ts';
import { showsGoalsAgain } from '../hud/shows-goals-again.ts';

/** The picture does not wait longer for its fonts: names in another one are better than none. */
const FONTS_MS = 4000;

/** As the engine would ask for it, which gets the same one: the ground is opaque. */
const CONTEXT: WebGLContextAttributes = {
  alpha: false,
  stencil: true,
  powerPreference: 'high-performance',
};

const NOBODY: ReadonlySet<PeerId> = new Set();

export type CanvasOptions = {
  readonly Canvas: typeof GameCanvas;
  readonly canvas: HTMLCanvasElement;
  readonly parent: HTMLElement;
  readonly app: App;
  readonly loop: SessionLoop;
  readonly settings: SettingsStore;
  readonly input: InputManager;
  readonly lights: () => CreateLights | null;
  /** The picture was lost and stays away, or is back. */
  readonly onLost: (isLost: boolean) => void;
};

/** Draws from now on. Rejects where the engine does not start. */
export async function startCanvas(options: CanvasOptions): Promise<GameCanvas> {
  const { Canvas, canvas: surface, parent, app, loop, settings, input, lights, onLost } = options;
  await loadFonts();
  const quality = new PictureQuality();
  const look = () => {
    const { screen } = app.model.screen.value;
    const isBeside = screen === 'home' || screen === 'room' || screen === 'replay';
    const place = isBeside ? app.model.pitchPlace.value : null;
    return lookOf(window, settings.settings.value, screen === 'match', quality.tier, place);
  };
  const restyle = () => canvas.restyle(look());
  markStep('engine');
  watchPicture({ parent, timers: pageTimers, tell: onLost });
  const canvas = new Canvas({ canvas: surface, parent }, loop, look(), {
    onTurn: (quarterTurns) => {
      input.quarterTurns = quarterTurns;
    },
    lights,
    onDrawn: (picture) => {
      markDrawn(app);
      app.showPicture(picture);
    },
    wanted: () => {
      markStep('booted');
      return picturesWanted(app.model.screen.value);
    },
    perSecond: () => settings.settings.value.pictureCap,
    onInterval: (ms) => {
      // Elsewhere parts are still on their way, and nobody plays.
      const isMeasured = app.model.screen.value.screen === 'match';
      if (isMeasured && quality.note(ms)) restyle();
    },
    freeCamera: () => app.model.freeCamera.value,
    onOtherScreen: restyle,
    mayReplay: () => showsGoalsAgain(app.model, settings.value, isCalm(window, settings.value)),
    speaking: () => app.model.voice.value?.speaking.value ?? NOBODY,
    onReplay: (isOn) => {
      app.model.hud.replaying.value = isOn;
    },
  });
  effect(restyle);
  window.addEventListener('resize', restyle);
  return canvas;
}

/**
 * On the way into a room each step waits for this page, and on a machine without a graphics card a picture takes as
 * long as a step: none is drawn unless the way is long, when the pitch stands still behind what is said of it.
 */
function picturesWanted(view: Screen): PicturesWanted {
  if (view.screen !== 'joining') return 'all';
  return view.slow ? 'owed' : 'none';
}

function markDrawn({ onlineRoom }: App): void {
  markStep('canvas');
  if (onlineRoom?.session.state.state === 'live') markStep('pitch');
}

/**
 * A canvas with the context that the engine draws in, or null where settings or drivers forbid one. One
 * that is only tried first takes as long as the one that is used: the graphics start for each.
 *
 * @param lowLatency pictures skip the compositor where the browser can: some 30 ms less on some machines,
 *   and torn or flickering pictures on others
 */
export function openCanvas(lowLatency: boolean): HTMLCanvasElement | null {
  const canvas = document.createElement('canvas');
  const wished = { ...CONTEXT, desynchronized: lowLatency };
  const context = attempt(() => canvas.getContext('webgl', wished), null);
  return context?.isContextLost() === false ? canvas : null;
}

/** Labels are drawn once, so their fonts should be there. One that does not come is done without. */
async function loadFonts(): Promise<void> {
  const fonts = [`800 16px ${FONTS.display}`, `700 16px ${FONTS.body}`];
  await Promise.race([
    Promise.allSettled(fonts.map(async (font) => document.fonts.load(font))),
    new Promise((resolve) => setTimeout(resolve, FONTS_MS)),
  ]);
}
