import { computed } from '@preact/signals';
import { render } from 'preact';
import { Mixer } from './audio/mixer.ts';
import { Probe } from './debug/probe.ts';
import { createTexts } from './i18n/language.ts';
import { InputManager } from './input/input-manager.ts';
import { startTickClock } from './match/tick-clock.ts';
import { roomOfPath } from './net/room-link.ts';
import { App } from './scenes/app.ts';
import type { GameCanvas } from './scenes/game-canvas.ts';
import type { Online } from './scenes/online.ts';
import {
  followScreen,
  followSettings,
  handleKey,
  listenForGestures,
  playEvent,
} from './scenes/page-wiring.ts';
import { SessionLoop } from './scenes/session-loop.ts';
import { startCanvas } from './scenes/start-canvas.ts';
import { makeNickname } from './settings/nickname.ts';
import { BROWSER_STORE, SettingsStore } from './settings/settings-store.ts';
import { App as Page } from './ui/app.tsx';

let online: Promise<Online> | null = null;
let canvas: GameCanvas | null = null;

const settings = new SettingsStore(BROWSER_STORE);
if (settings.value.nick === '') settings.update({ nick: makeNickname(Math.random) });
const texts = createTexts(
  computed(() => settings.settings.value.language),
  navigator.languages,
);
const mixer = new Mixer(() => settings.value);
const app = new App({
  loadOnline,
  settings: () => settings.value,
  origin: location.origin,
  now: () => performance.now(),
  makeSeed: () => Math.floor(Math.random() * 0x1_0000_0000),
  playSound: (name) => mixer.play({ name, bus: 'ui', gain: 1, pan: 0 }),
  showPath: (path) => history.replaceState(null, '', path),
  reload: () => location.reload(),
});
const input = new InputManager({
  window,
  touchLayer: element('touch'),
  settings: () => settings.value,
  onAction: (action) => handleKey(action, app, settings),
});
const loop = new SessionLoop(app.session, {
  sampleInput: (nowMs) => input.sample(nowMs),
  onEvent: (event) => {
    // The pitch behind the menu is silent.
    if (app.model.screen.value.screen !== 'home') playEvent(event, loop, mixer);
  },
  onTick: (nowMs, held) => {
    const joining = app.onlineRoom?.session;
    if (joining && joining !== loop.session) joining.advance(nowMs);
    if (app.tick(nowMs, held)) settings.update({ knowsKeys: true });
    loop.follow(app.session);
    document.documentElement.dataset['playing'] = String(app.isPlayingAtHome);
  },
});

followSettings(settings, mixer, texts.language);
followScreen(app, input);
render(<Page ui={{ model: app.model, actions: app, settings, texts }} />, element('ui'));
listenForGestures(element('ui'), mixer);
startTickClock(() => loop.tick(performance.now()));
void drawPitch();

window.addEventListener('pagehide', () => void online?.then(({ lobby }) => lobby.depart()));
window.addEventListener('pageshow', (event) => {
  // Out of the back-forward cache: links and sockets are gone for good.
  if (event.persisted) location.reload();
});
window.__peerball = new Probe({
  session: () => loop.session,
  links: () => app.onlineRoom?.links() ?? [],
  screen: () => app.model.screen.value.screen,
  frameCount: () => canvas?.frameCount ?? 0,
});

const invited = roomOfPath(location.pathname);
if (invited !== null) app.joinRoom(invited);

async function drawPitch(): Promise<void> {
  try {
    canvas = await startCanvas(element('stage'), app, loop, settings, input);
  } catch {
    app.showError('no-webgl');
  }
}

async function loadOnline(): Promise<Online> {
  online ??= import('./scenes/online.ts').then(({ createOnline }) => createOnline());
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
