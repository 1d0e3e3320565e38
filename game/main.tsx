import { computed, effect } from '@preact/signals';
import { render } from 'preact';
import { PeerSession } from '../shared/netplay/peer-session.ts';
import type { MatchEvent } from '../shared/sim/events.ts';
import { findMember } from '../shared/sim/room-state.ts';
import { TEAM_NONE } from '../shared/sim/team.ts';
import { soundOf } from './audio/match-sounds.ts';
import { Mixer } from './audio/mixer.ts';
import { Probe } from './debug/probe.ts';
import { createTexts } from './i18n/language.ts';
import { InputManager } from './input/input-manager.ts';
import { startTickClock } from './match/tick-clock.ts';
import { LobbyClient } from './net/lobby-client.ts';
import { roomOfPath } from './net/room-link.ts';
import { App } from './scenes/app.ts';
import type { GameCanvas } from './scenes/game-canvas.ts';
import { SessionLoop } from './scenes/session-loop.ts';
import { isCalm, lookOf } from './scenes/window-look.ts';
import type { KeyAction } from './settings/key-bindings.ts';
import { makeNickname } from './settings/nickname.ts';
import { BROWSER_STORE, SettingsStore } from './settings/settings-store.ts';
import { applyTheme } from './settings/theme.ts';
import { App as Page } from './ui/app.tsx';

/** Makes everything and passes it on. */
function main(): void {
  const settings = new SettingsStore(BROWSER_STORE);
  if (settings.value.nick === '') settings.update({ nick: makeNickname(Math.random) });
  const texts = createTexts(
    computed(() => settings.settings.value.language),
    navigator.languages,
  );
  const mixer = new Mixer(() => settings.value);
  const lobby = new LobbyClient();
  const app = new App({
    lobby,
    makeSession: (options) => new PeerSession(options),
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
      if (app.model.screen.value.screen !== 'home') playEvent(event, loop, mixer);
    },
    onTick: (nowMs, held) => {
      const online = app.onlineRoom?.session;
      if (online && online !== loop.session) online.advance(nowMs);
      if (app.tick(nowMs, held)) settings.update({ knowsKeys: true });
      loop.follow(app.session);
      document.documentElement.dataset['playing'] = String(app.isPlayingAtHome);
    },
  });
  startTickClock(() => loop.tick(performance.now()));

  followSettings(settings, mixer, texts.language);
  followScreen(app, input);
  const ui = { model: app.model, actions: app, settings, texts };
  render(<Page ui={ui} />, element('ui'));
  listenForGestures(mixer);
  const canvas = startCanvas(app, loop, settings, input);

  window.addEventListener('pagehide', () => lobby.depart());
  window.addEventListener('pageshow', (event) => {
    // Out of the back-forward cache: links and sockets are gone for good.
    if (event.persisted) location.reload();
  });
  window.__peerball = new Probe({
    session: () => loop.session,
    links: () => app.onlineRoom?.links() ?? [],
    screen: () => app.model.screen.value.screen,
    frameCount: () => canvas.current?.frameCount ?? 0,
  });

  const invited = roomOfPath(location.pathname);
  if (invited !== null) app.joinRoom(invited);
}

/** Colours, sizes, language and volumes, now and whenever they change. */
function followSettings(
  settings: SettingsStore,
  mixer: Mixer,
  language: { readonly value: string },
): void {
  const root = document.documentElement;
  effect(() => {
    const current = settings.settings.value;
    applyTheme(root.style, current.palette);
    root.style.setProperty('--text-scale', String(current.textScale / 100));
    root.dataset['motion'] = isCalm(window, current) ? 'reduced' : 'full';
    mixer.applySettings();
  });
  effect(() => {
    root.lang = language.value;
  });
}

/** Who gets the buttons, and what the style sheets may know. */
function followScreen(app: App, input: InputManager): void {
  effect(() => {
    const { screen } = app.model.screen.value;
    document.documentElement.dataset['screen'] = screen;
    const isCovered = app.model.menuOpen.value || app.model.settingsOpen.value;
    if (isCovered) input.target = 'menu';
    else if (screen === 'match') input.target = 'pitch';
    else input.target = screen === 'home' ? 'pitch-behind-menu' : 'menu';
  });
}

/** Sound needs a gesture to begin with; buttons answer with a small click. */
function listenForGestures(mixer: Mixer): void {
  for (const type of ['pointerdown', 'keydown'] as const) {
    window.addEventListener(type, () => void mixer.unlock(), { capture: true });
  }
  element('ui').addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target.closest('button') : null;
    if (target) mixer.play({ name: 'ui_ok', bus: 'ui', gain: 1, pan: 0 });
  });
}

function handleKey(action: KeyAction, app: App, settings: SettingsStore): void {
  if (action === 'mute') {
    const { sound } = settings.value;
    settings.update({ sound: { ...sound, muted: !sound.muted } });
  } else if (action === 'hud') {
    app.model.hud.hidden.value = !app.model.hud.hidden.value;
  } else if (action === 'full') {
    // Refused by some browsers and frames: the key then simply does nothing.
    if (document.fullscreenElement) void document.exitFullscreen();
    else void document.documentElement.requestFullscreen?.().catch(() => undefined);
  }
}

function playEvent(event: MatchEvent, { session }: SessionLoop, mixer: Mixer): void {
  const { room, arena } = session.world;
  const me = session.self === null ? undefined : findMember(room, session.self);
  const cue = soundOf(event, {
    seat: me?.seat ?? -1,
    team: me?.team ?? TEAM_NONE,
    halfWidth: arena.spawn.halfWidth,
  });
  if (cue) mixer.play(cue);
}

/** The engine comes after the menu: texts and buttons do not wait for it. */
function startCanvas(
  app: App,
  loop: SessionLoop,
  settings: SettingsStore,
  input: InputManager,
): { current: GameCanvas | null } {
  const holder: { current: GameCanvas | null } = { current: null };
  const look = () =>
    lookOf(window, settings.settings.value, app.model.screen.value.screen === 'match');
  const start = async (): Promise<void> => {
    const [{ GameCanvas: Canvas }] = await Promise.all([
      import('./scenes/game-canvas.ts'),
      // Labels are drawn once, so their fonts must be there.
      document.fonts.load('800 16px "Outfit Variable"'),
      document.fonts.load('700 16px "Atkinson Hyperlegible Next Variable"'),
    ]);
    const canvas = new Canvas(element('stage'), loop, look(), (quarterTurns) => {
      input.quarterTurns = quarterTurns;
    });
    holder.current = canvas;
    effect(() => canvas.restyle(look()));
    window.addEventListener('resize', () => canvas.restyle(look()));
  };
  start().catch(() => {
    app.model.screen.value = { screen: 'home', error: 'no-webgl', code: null };
  });
  return holder;
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

main();
