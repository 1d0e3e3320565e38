import { computed, signal } from '@preact/signals';
import { render } from 'preact';
import { fail, ok, type Result } from '../shared/base/result.ts';
import { Mixer } from './audio/mixer.ts';
import { OverlayToggle } from './debug/overlay-toggle.ts';
import { Probe } from './debug/probe.ts';
import { createTexts } from './i18n/language.ts';
import type { InputManager } from './input/input-manager.ts';
import type { LoadProblem } from './load/load-problem.ts';
import { startTickClock } from './match/tick-clock.ts';
import { pageClock, steadyMs } from './time/page-clock.ts';
import { pageTimers } from './time/timers.ts';
import { tell } from './app/page/said.ts';
import { App } from './app/app.ts';
import { arrive } from './app/page/arrive.ts';
import { bringPadMenus } from './app/page/bring-pad-menus.ts';
import type { GameCanvas } from './app/canvas/game-canvas.ts';
import { Hands } from './app/page/hands.ts';
import type { Online } from './app/room/online.ts';
import { createPageParts } from './app/page/page-parts.ts';
import {
  aimInput,
  busOf,
  followMatchEnd,
  followScreen,
  followSettings,
  handleKey,
  listenForGestures,
  playEvent,
} from './app/page/page-wiring.ts';
import type { Play } from './app/page/play.ts';
import type { SessionLoop } from './match/session-loop.ts';
import { hasWebGl, startCanvas } from './app/page/start-canvas.ts';
import { WakeUp } from './app/room/wake-up.ts';
import { readKeyLayout } from './settings/key-labels.ts';
import { makeNickname } from './settings/nickname.ts';
import { BROWSER_STORE, SettingsStore } from './settings/settings-store.ts';
import { App as Page } from './ui/app.tsx';
import type { Screens } from './ui/screens.tsx';

/** So long the menu waits for its language, before it is shown in English meanwhile. */
const LANGUAGE_PATIENCE_MS = 3000;

type Game = { readonly play: Play; readonly loop: SessionLoop; readonly input: InputManager };

let online: Online | null = null;
let game: Game | null = null;
let canvas: GameCanvas | null = null;
let isDrawing = false;
let overlay: OverlayToggle | null = null;

/** For whoever works on the game: the address keeps it. */
const isDebug = new URLSearchParams(location.search).has('debug');
const parts = createPageParts();
const { loader, desk, isOutdated, checkVersion } = parts;
const hands = new Hands(window);
const settings = new SettingsStore(BROWSER_STORE);
if (settings.value.nick === '') settings.update({ nick: makeNickname(Math.random) });
const texts = await createTexts(
  computed(() => settings.settings.value.language),
  navigator.languages,
  (language, retry) => desk.need('language', loader.load(language), retry),
  new Promise((resolve) => setTimeout(resolve, LANGUAGE_PATIENCE_MS)),
);
const screens = signal<Screens | null>(null);
const mixer = new Mixer(
  () => settings.value,
  async (retry) => {
    if (typeof AudioContext === 'undefined') {
      desk.report('sounds', 'no-audio', retry);
      return null;
    }
    const loaded = await desk.need('sounds', loader.load('synthesizer'), retry);
    return loaded && loaded.synthesizer;
  },
);
const app = new App({
  loadOnline,
  loadPractice: async () => {
    const begun = await loadGame();
    return begun.ok ? ok(begun.value.play.makePractice) : begun;
  },
  settings: () => settings.value,
  origin: location.origin,
  timers: pageTimers,
  isHidden: () => document.hidden,
  wakeUp: new WakeUp({ clock: pageClock, steadyMs }),
  makeSeed: () => Math.floor(Math.random() * 0x1_0000_0000),
  playSound: (name) => mixer.play({ name, bus: busOf(name), gain: 1, pan: 0 }),
  showPath: (path) => history.replaceState(null, '', isDebug ? `${path}?debug` : path),
  reload: () => location.reload(),
  toggleStats: () => void overlay?.toggle(),
  saveReplay: (...match) => game?.play.saveReplay(...match, new Date()) ?? false,
  onNamed: () => settings.update({ isNamed: true }),
  onKeysKnown: () => settings.update({ knowsKeys: true }),
});
void readKeyLayout(navigator);
followSettings(settings, mixer, texts);
followScreen(app, hands);
followMatchEnd(app, checkVersion);
const notices = {
  isOutdated,
  missing: desk.missing,
  retry: desk.retry,
  dismiss: desk.dismiss,
  loadSettings: async () => {
    const loaded = await loader.load('settings-groups');
    return loaded.ok ? ok(loaded.value.SettingsGroups) : loaded;
  },
  loadQr: async () => {
    const loaded = await loader.load('draw-qr');
    return loaded.ok ? ok(loaded.value.drawQr) : loaded;
  },
};
const ui = { model: app.model, actions: app, chat: app.chat, notices, hands, settings, texts };
render(<Page ui={ui} screens={screens} />, element('ui'));
element('late').remove();
listenForGestures(element('ui'), mixer);

// The goodbye of a page that goes away has to leave within this event.
window.addEventListener('pagehide', ({ persisted }) => app.depart(!persisted));
window.addEventListener('pageshow', (event) => {
  // Out of the back-forward cache: links and sockets are gone for good.
  if (event.persisted) location.reload();
});
arrive(app, location.pathname, settings.value.isNamed);
// The menu is painted by now. What its next steps need comes all at once, not one after another.
loader.warm(['play', 'game-canvas', 'online']);
void begin();

/** What moves comes after the menu, and the engine that draws it last. */
async function begin(): Promise<void> {
  await desk.need('game', loadGame(), () => void begin());
}

/** Loads what moves discs, whoever needs it first, and has them moved and drawn from then on. */
async function loadGame(): Promise<Result<Game, LoadProblem>> {
  const loaded = await loader.load('play');
  if (!loaded.ok) return loaded;
  if (game) return ok(game);
  try {
    game = startGame(loaded.value.createPlay());
  } catch {
    return fail('broken');
  }
  desk.found('game');
  void drawPitch();
  return ok(game);
}

function startGame(play: Play): Game {
  screens.value = play.screens;
  play.mendTranslated(element('ui'));
  app.begin(
    play.makePractice,
    play.makeMaps({ settings: () => settings.value, request: app.room.setStadium }),
    play.checkName,
  );
  const input = play.makeInput({
    window,
    touchLayer: element('touch'),
    settings: () => settings.value,
    onAction: (action) => handleKey(action, app, settings, pageTimers),
    onMenuStep: bringPadMenus(parts, () => ui),
    onPad: hands.takePad,
    unknownPads: {
      onUnknown: hands.meetUnknownPads,
      onPressed: () => tell(app.model, 'unknownPad', pageTimers),
    },
    onQuickChat: app.chat.toggleQuick,
    isQuickChatOpen: () => app.chat.quick.value.state !== 'closed',
  });
  aimInput(app, input);
  const ticking = play.makeLoop(app, {
    sampleInput: (nowMs) => input.sample(nowMs),
    onEvent: (event) => {
      // The pitch behind the menu is silent.
      if (app.model.screen.value.screen !== 'home') playEvent(event, ticking, mixer);
    },
    onTick: (nowMs, held) => app.tick(nowMs, held),
  });
  overlay = new OverlayToggle(
    {
      session: () => ticking.session,
      links: () => app.onlineRoom?.links() ?? [],
      lag: () => app.onlineRoom?.lag ?? null,
      saveReplay: () => app.saveRecording,
      texts,
      mayBreak: isDebug,
    },
    (retry) => desk.need('stats', loader.load('debug-overlay'), retry),
  );
  window.__peerball = new Probe({
    session: () => ticking.session,
    links: () => app.onlineRoom?.links() ?? [],
    screen: () => app.model.screen.value.screen,
    frameCount: () => canvas?.frameCount ?? 0,
  });
  startTickClock(() => ticking.tick(pageClock.now()));
  return { play, loop: ticking, input };
}

/** A pitch that cannot be drawn ends nothing: the room and the match go on without a picture. */
async function drawPitch(): Promise<void> {
  if (canvas || isDrawing || !game) return;
  const retry = () => void drawPitch();
  if (!hasWebGl()) return desk.report('pitch', 'no-webgl', retry);
  isDrawing = true;
  const loaded = await desk.need('pitch', loader.load('game-canvas'), retry);
  try {
    if (loaded) {
      const { loop, input } = game;
      const parent = element('stage');
      const Canvas = loaded.GameCanvas;
      canvas = await startCanvas({ Canvas, parent, app, loop, settings, input, onLost });
    }
  } catch {
    desk.report('pitch', 'broken', retry);
  } finally {
    isDrawing = false;
  }
}

function onLost(isLost: boolean): void {
  if (!isLost) desk.found('pitch');
  // Asked for again it is still away: only the graphics themselves bring it back.
  else desk.report('pitch', 'webgl-lost', () => onLost(true));
}

async function loadOnline(): Promise<Result<Online, LoadProblem>> {
  const [begun, part] = await Promise.all([loadGame(), loader.load('online')]);
  if (!begun.ok) return begun;
  if (!part.ok) return part;
  online ??= part.value.createOnline(begun.value.play.stadiums);
  // A lobby that was away may be back as a newer one.
  online.lobby.onStatus = ({ state }) => {
    if (state === 'online' || state === 'refused') checkVersion();
  };
  // What was missing at home may be there by now.
  desk.retry();
  return ok(online);
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}
