import { effect } from '@preact/signals';
import type { Mixer } from '../../audio/mixer.ts';
import { tagOf, type Texts } from '../../i18n/language.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import { applyTheme, paletteOf } from '../../settings/theme.ts';
import type { HandsView } from '../../ui/model/hands-model.ts';
import type { Ui } from '../../ui/model/ui-context.ts';
import type { App } from '../app.ts';
import type { UiSound } from '../app-options.ts';
import { isCalm } from '../canvas/window-look.ts';
import { pageElement } from './page-element.ts';

/**
 * Joins settings, screens and sounds to this browser page, for as long as it lives.
 *
 * @param onMatchEnd something has waited for the end of a match
 */
export function wirePage(app: App, ui: Ui, mixer: Mixer, onMatchEnd: () => void): void {
  const { hands, settings, texts } = ui;
  followSettings(settings, mixer, texts);
  followScreen(app, hands);
  followMatchEnd(app, onMatchEnd);
  listenForGestures(pageElement('ui'), mixer);
}

/** Colours, sizes, language and volumes of the page, now and whenever they change. */
export function followSettings(settings: SettingsStore, mixer: Mixer, texts: Texts): void {
  const root = document.documentElement;
  effect(() => {
    const current = settings.settings.value;
    applyTheme(root.style, paletteOf(current));
    root.style.setProperty('--text-scale', String(current.textScale / 100));
    root.style.setProperty('--hud-opacity', String(current.hudOpacity));
    root.style.setProperty('--touch-size', String(current.touch.size / 100));
    root.style.setProperty('--touch-opacity', String(current.touch.opacity));
    root.dataset['sheet'] = current.roomSheet ? 'open' : 'folded';
    root.dataset['motion'] = isCalm(window, current) ? 'reduced' : 'full';
    mixer.applySettings();
  });
  effect(() => {
    root.lang = tagOf(texts.language.value);
    // Drawn by the style sheet: the marks for thumbs are no part of the page's text.
    root.style.setProperty('--kick-label', JSON.stringify(texts.messages.value.settings.kick));
  });
}

/** What the style sheets may know of the screen. */
function followScreen({ model }: App, hands: HandsView): void {
  const root = document.documentElement;
  effect(() => {
    root.dataset['hand'] = hands.last.value;
  });
  effect(() => {
    root.dataset['screen'] = model.screen.value.screen;
  });
  effect(() => {
    root.dataset['playing'] = String(model.isPlayingAtHome.value);
  });
}

/** What has to wait while a match is on. */
export function followMatchEnd(app: Pick<App, 'model'>, onEnd: () => void): void {
  let wasInMatch = false;
  app.model.screen.subscribe(({ screen }) => {
    if (wasInMatch && screen !== 'match') onEnd();
    wasInMatch = screen === 'match';
  });
}

/**
 * What browsers count as a gesture: a mouse that goes down, but of a finger only the end, and on
 * iOS that end as a touch or a click alone.
 */
const GESTURES = ['pointerdown', 'pointerup', 'touchend', 'click', 'keydown'] as const;

/** Sound needs a gesture to begin with; buttons answer with a small click. */
export function listenForGestures(ui: HTMLElement, mixer: Mixer): void {
  for (const type of GESTURES) {
    window.addEventListener(type, () => mixer.unlock(), { capture: true });
  }
  for (const type of ['focus', 'pageshow'] as const) {
    window.addEventListener(type, () => mixer.wake());
  }
  document.addEventListener('visibilitychange', () => mixer.wake());
  ui.addEventListener('click', (event) => {
    const isButton = event.target instanceof Element && event.target.closest('button') !== null;
    if (isButton) mixer.play({ name: 'ui_ok', bus: 'ui', gain: 1, pan: 0 });
  });
}

/** Plays a sound of the menus and the room. Chat has a volume of its own. */
export function playUiSound(name: UiSound, mixer: Mixer): void {
  const isChat = name === 'chat' || name === 'quickchat';
  mixer.play({ name, bus: isChat ? 'chat' : 'ui', gain: 1, pan: 0 });
}
