import { effect } from '@preact/signals';
import type { MatchEvent } from '../../../shared/sim/events.ts';
import { findMember } from '../../../shared/room/room-state.ts';
import { TEAM_NONE } from '../../../shared/sim/team.ts';
import { soundOf } from '../../audio/match-sounds.ts';
import type { Bus, Mixer } from '../../audio/mixer.ts';
import type { Texts } from '../../i18n/language.ts';
import type { InputManager } from '../../input/input-manager.ts';
import type { Timers } from '../../time/timers.ts';
import type { KeyAction } from '../../settings/key-bindings.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import { applyTheme } from '../../settings/theme.ts';
import { toggleFullScreen } from '../../ui/controls/full-screen.ts';
import type { HandsView } from '../../ui/model/hands-model.ts';
import type { App } from '../app.ts';
import type { UiSound } from '../app-options.ts';
import { tell } from './said.ts';
import type { SessionLoop } from '../../match/session-loop.ts';
import { isCalm } from '../canvas/window-look.ts';

/** Colours, sizes, language and volumes of the page, now and whenever they change. */
export function followSettings(settings: SettingsStore, mixer: Mixer, texts: Texts): void {
  const root = document.documentElement;
  effect(() => {
    const current = settings.settings.value;
    applyTheme(root.style, current.palette);
    root.style.setProperty('--text-scale', String(current.textScale / 100));
    root.dataset['motion'] = isCalm(window, current) ? 'reduced' : 'full';
    mixer.applySettings();
  });
  effect(() => {
    root.lang = texts.language.value;
    // Drawn by the style sheet: the marks for thumbs are no part of the page's text.
    root.style.setProperty('--kick-label', JSON.stringify(texts.messages.value.settings.kick));
  });
}

/** What the style sheets may know of the screen. */
export function followScreen({ model }: App, hands: HandsView): void {
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

/** Turns the buttons to the screen that is open. */
export function aimInput(app: App, input: InputManager): void {
  effect(() => {
    const { screen } = app.model.screen.value;
    const isCovered =
      app.model.menuOpen.value || app.model.settingsOpen.value || app.chat.typing.value;
    if (isCovered) input.target = 'menu';
    else if (screen === 'match') input.target = 'pitch';
    else input.target = screen === 'home' ? 'pitch-behind-menu' : 'menu';
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

type KeyTarget = Pick<App, 'model' | 'chat'>;

/** The keys that do something once, and say so where it is not seen. */
export function handleKey(
  action: KeyAction,
  { model, chat }: KeyTarget,
  settings: SettingsStore,
  timers: Timers,
): void {
  if (action === 'mute') {
    const { sound } = settings.value;
    settings.update({ sound: { ...sound, muted: !sound.muted } });
    tell(model, sound.muted ? 'unmuted' : 'muted', timers);
  } else if (action === 'hud') {
    // Elsewhere there is no display to hide.
    if (model.screen.value.screen !== 'match') return;
    const { hidden } = model.hud;
    hidden.value = !hidden.value;
    tell(model, hidden.value ? 'hidden' : 'shown', timers);
  } else if (action === 'full') {
    void toggleFullScreen();
  } else if (action === 'talk') {
    chat.openTyping(true);
  } else if (action in QUICK_KEYS) {
    chat.pressQuick(QUICK_KEYS[action as keyof typeof QUICK_KEYS]);
  }
}

const QUICK_KEYS = { quick1: 0, quick2: 1, quick3: 2, quick4: 3 } as const;

/** Chat has a volume of its own. */
export function busOf(sound: UiSound): Bus {
  return sound === 'chat' || sound === 'quickchat' ? 'chat' : 'ui';
}

/** Plays the sound of an event as the own player hears it, if it has one. */
export function playEvent(event: MatchEvent, { session }: SessionLoop, mixer: Mixer): void {
  const { room, arena } = session.world;
  const me = session.self === null ? undefined : findMember(room, session.self);
  const cue = soundOf(event, {
    seat: me?.seat ?? -1,
    team: me?.team ?? TEAM_NONE,
    halfWidth: arena.spawn.halfWidth,
  });
  if (cue) mixer.play(cue);
}
