import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { mapOk } from '../shared/base/result.ts';
import { App } from './app/app.ts';
import { isCalm } from './app/canvas/window-look.ts';
import { arrive } from './app/page/arrive.ts';
import { bringOnline } from './app/page/bring-online.ts';
import { bringPublicRooms } from './app/page/bring-public-rooms.ts';
import { bringSynthesizer } from './app/page/bring-synthesizer.ts';
import { bringTexts } from './app/page/bring-texts.ts';
import { createBrowserPorts } from './app/page/browser-ports.ts';
import { createNotices } from './app/page/create-notices.ts';
import { GameStart } from './app/page/game-start.ts';
import { Hands } from './app/page/hands.ts';
import { followInstall } from './app/page/install-event.ts';
import { readAddress } from './app/page/page-address.ts';
import { pageElement } from './app/page/page-element.ts';
import { followPageLife } from './app/page/page-life.ts';
import { createPageParts } from './app/page/page-parts.ts';
import { playUiSound, wirePage } from './app/page/page-wiring.ts';
import { PitchPicture } from './app/page/pitch-picture.ts';
import type { Game } from './app/page/play.ts';
import { tell } from './app/page/said.ts';
import { speakParts } from './app/page/speak-parts.ts';
import { openCanvas, startCanvas } from './app/page/start-canvas.ts';
import { Mixer } from './audio/mixer.ts';
import { readKeyLayout } from './settings/key-labels.ts';
import { BROWSER_STORE, openSettings } from './settings/settings-store.ts';
import { markStep } from './time/steps.ts';
import { pageTimers } from './time/timers.ts';
import { App as Page } from './ui/app.tsx';
import type { HomeNotes } from './ui/model/notices-model.ts';
import type { Screens } from './ui/screens.tsx';

// Not at the top of the file: texts of a language import from the file that this one is built into, and
// would wait for the end of a wait that is for them.
void start();

async function start(): Promise<void> {
  const address = readAddress(window);
  const mute = createPageParts();
  const hands = new Hands(window);
  const settings = openSettings(BROWSER_STORE, Math.random);
  effect(() => address.hide(settings.value.streamer));
  const { texts, bring } = await bringTexts(mute, settings, navigator.languages, pageTimers);
  const parts = speakParts(mute, () => texts.language.value, bring);
  const { loader, desk } = parts;
  const screens = signal<Screens | null>(null);
  const mixer = new Mixer(() => settings.value, bringSynthesizer(parts));
  const picture = new PitchPicture({
    desk,
    open: () => openCanvas(settings.value.lowLatency),
    load: () => loader.load('game-canvas'),
    start: (
      { GameCanvas: Canvas },
      { loop, input, lights }: Game,
      canvas: HTMLCanvasElement,
      onLost,
    ) => {
      const parent = pageElement('stage');
      return startCanvas({ Canvas, canvas, parent, app, loop, settings, input, lights, onLost });
    },
  });
  const behindMenu = new GameStart({
    desk,
    load: () => loader.load('play'),
    start: ({ startGame }): Game => startGame(gamePage),
    onStarted: picture.draw,
  });
  const loadOnline = bringOnline(
    parts,
    () => behindMenu.load(),
    () => settings.value.hideAddress || settings.value.streamer,
  );
  const app: App = new App({
    ...createBrowserPorts(),
    loadOnline,
    loadPublicRooms: bringPublicRooms(parts, loadOnline),
    hand: () => hands.last.value,
    loadPractice: async () => mapOk(await behindMenu.load(), ({ makePractice }) => makePractice),
    settings: () => settings.value,
    isCalm: () => isCalm(window, settings.value),
    say: (what) => tell(app.model, what, pageTimers),
    playSound: (name) => playUiSound(name, mixer),
    showPath: address.showPath,
    toggleStats: () => void behindMenu.game?.overlay.toggle(),
    onNamed: () => settings.update({ isNamed: true }),
    onLearnt: (lessons) => settings.update({ lessons }),
  });
  const homeNotes = signal<HomeNotes | null>(null);
  const installEvent = followInstall(window);
  const notices = createNotices(parts, homeNotes);
  const ui = { model: app.model, actions: app, chat: app.chat, notices, hands, settings, texts };
  const shown = { screens, homeNotes };
  const gamePage = {
    app,
    ui,
    ...shown,
    installEvent,
    parts,
    loadOnline,
    hands,
    mixer,
    address,
    picture,
  };
  void readKeyLayout(navigator);
  wirePage(app, ui, mixer, parts.checkVersion);
  render(<Page ui={ui} screens={screens} />, pageElement('ui'));
  pageElement('late').remove();
  markStep('page');
  followPageLife(window, app);
  const joins = arrive(app, address.path, settings.value.isNamed);
  // The menu is painted by now. What its next steps need comes all at once, not one after another.
  loader.warm(['play', 'game-canvas', 'online']);
  const begin = () => void behindMenu.begin();
  // A person that comes to a room asks the lobby first. That part runs behind this one: it cannot be awaited here.
  if (joins) void loader.load('online').then(begin);
  else begin();
}
