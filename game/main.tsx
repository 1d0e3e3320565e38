import { computed, signal } from '@preact/signals';
import { render } from 'preact';
import { Mixer } from './audio/mixer.ts';
import { OverlayToggle } from './debug/overlay-toggle.ts';
import { Probe } from './debug/probe.ts';
import { createTexts } from './i18n/language.ts';
import { InputManager } from './input/input-manager.ts';
import { startTickClock } from './match/tick-clock.ts';
import { roomOfPath } from './net/room-link.ts';
import { App } from './scenes/app.ts';
import type { GameCanvas } from './scenes/game-canvas.ts';
import type { Online } from './scenes/online.ts';
import {
  busOf,
  followScreen,
  followSettings,
  handleKey,
  listenForGestures,
  playEvent,
} from './scenes/page-wiring.ts';
import type { Play } from './scenes/play.ts';
import { startCanvas } from './scenes/start-canvas.ts';
import { makeNickname } from './settings/nickname.ts';
import { BROWSER_STORE, SettingsStore } from './settings/settings-store.ts';
import { PALETTES } from './settings/theme.ts';
import { App as Page } from './ui/app.tsx';
import type { Screens } from './ui/screens.tsx';

let online: Promise<Online> | null = null;
let play: Promise<Play> | null = null;
let canvas: GameCanvas | null = null;
let overlay: OverlayToggle | null = null;
let saver: Play['saveReplay'] | null = null;

const settings = new SettingsStore(BROWSER_STORE);
if (settings.value.nick === '') settings.update({ nick: makeNickname(Math.random) });
const texts = await createTexts(
  computed(() => settings.settings.value.language),
  navigator.languages,
);
const screens = signal<Screens | null>(null);
const mixer = new Mixer(() => settings.value);
const app = new App({
  loadOnline,
  loadPractice: () => loadPlay().then(({ makePractice }) => makePractice),
  settings: () => settings.value,
  origin: location.origin,
  now: () => performance.now(),
  makeSeed: () => Math.floor(Math.random() * 0x1_0000_0000),
  playSound: (name) => mixer.play({ name, bus: busOf(name), gain: 1, pan: 0 }),
  showPath: (path) => history.replaceState(null, '', path),
  reload: () => location.reload(),
  toggleStats: () => void overlay?.toggle(),
  saveReplay: (...match) => saver?.(...match, new Date()) ?? false,
  onNamed: () => settings.update({ isNamed: true }),
});
const input = new InputManager({
  window,
  touchLayer: element('touch'),
  settings: () => settings.value,
  onAction: (action) => handleKey(action, app, settings),
  onQuickChat: app.chat.toggleQuick,
  isQuickChatOpen: () => app.chat.quick.value.state !== 'closed',
});

followSettings(settings, mixer, texts);
followScreen(app, input);
const ui = { model: app.model, actions: app, chat: app.chat, settings, texts };
render(<Page ui={ui} screens={screens} />, element('ui'));
listenForGestures(element('ui'), mixer);

// The goodbye of a page that goes away has to leave within this event.
window.addEventListener('pagehide', () => app.depart());
window.addEventListener('pageshow', (event) => {
  // Out of the back-forward cache: links and sockets are gone for good.
  if (event.persisted) location.reload();
});
const invited = roomOfPath(location.pathname);
if (invited !== null && settings.value.isNamed) app.joinRoom(invited);
else if (invited !== null) app.invite(invited);
void begin();

/** The menu is painted by now: what moves comes after it, and the engine that draws it last. */
async function begin(): Promise<void> {
  let isPlaying = false;
  try {
    const { makePractice, makeLoop, makeMaps, saveReplay, screens: loaded } = await loadPlay();
    screens.value = loaded;
    saver = saveReplay;
    const palette = () => PALETTES[settings.settings.value.palette];
    app.begin(makePractice, makeMaps({ palette, request: app.room.setStadium }));
    const ticking = makeLoop(app.session, {
      sampleInput: (nowMs) => input.sample(nowMs),
      onEvent: (event) => {
        // The pitch behind the menu is silent.
        if (app.model.screen.value.screen !== 'home') playEvent(event, ticking, mixer);
      },
      onTick: (nowMs, held) => {
        const joined = app.onlineRoom?.session;
        joined?.setHidden(document.hidden);
        if (joined && joined !== ticking.session) joined.advance(nowMs);
        if (app.tick(nowMs, held)) settings.update({ knowsKeys: true });
        ticking.follow(app.session);
        document.documentElement.dataset['playing'] = String(app.isPlayingAtHome);
      },
    });
    overlay = new OverlayToggle({
      session: () => ticking.session,
      links: () => app.onlineRoom?.links() ?? [],
      lag: () => app.onlineRoom?.lag ?? null,
      saveReplay: () => app.saveRecording,
      texts,
    });
    window.__peerball = new Probe({
      session: () => ticking.session,
      links: () => app.onlineRoom?.links() ?? [],
      screen: () => app.model.screen.value.screen,
      frameCount: () => canvas?.frameCount ?? 0,
    });
    startTickClock(() => ticking.tick(performance.now()));
    isPlaying = true;
    canvas = await startCanvas(element('stage'), app, ticking, settings, input);
  } catch {
    app.showError(isPlaying ? 'no-webgl' : 'unknown');
  }
}

async function loadPlay(): Promise<Play> {
  play ??= import('./scenes/play.ts').then(({ createPlay }) => createPlay());
  try {
    return await play;
  } catch (problem) {
    play = null;
    throw problem;
  }
}

async function loadOnline(): Promise<Online> {
  online ??= Promise.all([import('./scenes/online.ts'), loadPlay()]).then(
    ([{ createOnline }, { stadiums }]) => createOnline(stadiums),
  );
  try {
    return await online;
  } catch (problem) {
    // A failed load must not be remembered: the next try may find the network again.
    online = null;
    throw problem;
  }
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}
