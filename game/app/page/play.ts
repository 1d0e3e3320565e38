import type { Signal } from '@preact/signals';
import { checkName } from '../../../shared/lobby/check-name.ts';
import { StadiumCollection } from '../../../shared/stadium/stadium-collection.ts';
import { MissedKick } from '../../audio/missed-kick.ts';
import type { Mixer } from '../../audio/mixer.ts';
import type { SoundName } from '../../audio/sound-bank.ts';
import { OverlayToggle } from '../../debug/overlay-toggle.ts';
import { Probe } from '../../debug/probe.ts';
import { InputManager } from '../../input/input-manager.ts';
import { dangerOf } from '../../match/danger.ts';
import { SessionLoop } from '../../match/session-loop.ts';
import { roomShower } from '../../match/shown-names.ts';
import { startTickClock } from '../../match/tick-clock.ts';
import { aliasing } from '../../settings/aliases.ts';
import { BrowserMapStore } from '../../settings/browser-map-store.ts';
import { MapGallery } from '../../settings/map-gallery.ts';
import { netcodeChoice } from '../../settings/netcode-place.ts';
import { paletteOf } from '../../settings/theme.ts';
import { pageClock, steadyMs } from '../../time/page-clock.ts';
import { pageTimers } from '../../time/timers.ts';
import { mendTranslated } from '../../ui/controls/mend-translated.ts';
import type { HomeNotes } from '../../ui/model/notices-model.ts';
import type { Ui } from '../../ui/model/ui-context.ts';
import { type Screens, SCREENS, styleScreens } from '../../ui/screens.tsx';
import type { CreateLights } from '../../view/lights.ts';
import { drawThumbnail } from '../../view/stadium-thumbnail.ts';
import type { App } from '../app.ts';
import type { AppOptions } from '../app-options.ts';
import { KeptMutes } from '../chat/kept-mutes.ts';
import { ReplayDoor } from '../replay-door.ts';
import { type FollowPanel, followPanels } from '../panel/panel-door.ts';
import { SecondDoor } from '../second/second-door.ts';
import { KeptVoice } from '../voice/kept-voice.ts';
import { VoiceDoor } from '../voice/voice-door.ts';
import type { ReplayPlaces } from '../replay/replays.ts';
import { MapDesk } from '../maps/map-desk.ts';
import { type MakePractice, makePractice } from '../match/practice-maker.ts';
import { bringLights } from './bring-lights.ts';
import { bringOffline } from './bring-offline.ts';
import { bringPadMenus } from './bring-pad-menus.ts';
import { bringTrouble } from './bring-trouble.ts';
import { bringVoice } from './bring-voice.ts';
import { bringReplays } from './bring-replays.ts';
import { followMoments } from './follow-moments.ts';
import { keepAwake } from './keep-awake.ts';
import { keepMatches } from './keep-matches.ts';
import {
  aimInput,
  gainOf,
  handleKey,
  hasCrowd,
  isOnPitch,
  ownSeat,
  playEvent,
} from './game-wiring.ts';
import { hearMenus } from './hear-menus.ts';
import { hearHud } from './hud-sounds.ts';
import type { Hands } from './hands.ts';
import type { PageAddress } from './page-address.ts';
import { MatchFollower } from '../match-follower.ts';
import type { InstallEvent } from './install-event.ts';
import { pageElement } from './page-element.ts';
import type { PageParts } from './page-parts.ts';
import { tell } from './said.ts';
import { tellGoal } from './tell-goal.ts';

/** What the page of the menu has made by the time that the game behind it starts. */
export type GamePage = {
  readonly app: App;
  readonly ui: Ui;
  /** Shown as soon as they are set. */
  readonly screens: Signal<Screens | null>;
  readonly homeNotes: Signal<HomeNotes | null>;
  readonly installEvent: Signal<InstallEvent | null>;
  readonly parts: PageParts;
  readonly loadOnline: AppOptions['loadOnline'];
  readonly hands: Hands;
  readonly mixer: Mixer;
  readonly address: Pick<PageAddress, 'isDebug' | 'showPath'>;
  readonly picture: { readonly frameCount: number };
};

/** Everything that moves discs or shows them moved. The menu is there before it. */
export type Game = {
  readonly makePractice: MakePractice;
  /** Those that everybody has, and what was loaded or received. */
  readonly stadiums: StadiumCollection;
  readonly loop: SessionLoop;
  readonly input: InputManager;
  readonly overlay: OverlayToggle;
  readonly lights: () => CreateLights | null;
};

/** Starts what the first step behind the menu needs, loaded as one part. From then on time runs. */
export function startGame(page: GamePage): Game {
  const { app, screens } = page;
  const { settings, texts } = page.ui;
  app.model.showRoom = roomShower(() =>
    aliasing(settings.value, app.chat.muted.value, texts.messages.value.common.player),
  );
  const stadiums = new StadiumCollection();
  styleScreens(document);
  screens.value = SCREENS;
  mendTranslated(pageElement('ui'));
  const maps = makeMaps(page, stadiums);
  const replays = makeReplays(page, stadiums, maps);
  app.model.checkName.value = checkName;
  app.begin(makePractice, maps, replays, new MatchFollower(app.model));
  const second = makeSecond(page, () => ({ input, loop }));
  const input = makeInput(page, second);
  aimInput(app, input, page.ui.settings);
  const voice = makeVoice(page);
  const panel = makePanel(page, input);
  const mutes = new KeptMutes(() => sessionStorage, app.chat);
  const loop = makeLoop(page, stadiums, input, { voice, panel, mutes, second });
  const overlay = makeOverlay(page, loop);
  keepMatches(app, replays, window, pageTimers, () => page.parts.loader.warm(['replays']));
  followMoments(window, app.model, replays, page.address);
  window.__peerball = new Probe({
    session: () => loop.session,
    links: () => app.onlineRoom?.links() ?? [],
    screen: () => app.model.screen.value.screen,
    frameCount: () => page.picture.frameCount,
  });
  keepAwake(app.model.screen, window);
  bringTrouble(app);
  keepOffline(page);
  startTickClock(() => loop.tick(pageClock.now()));
  const lights = bringLights(page.parts.loader, pageTimers);
  return { makePractice, stadiums, loop, input, overlay, lights };
}

function makeVoice({ app, parts, ui: { settings } }: GamePage): VoiceDoor {
  const muted = () => app.chat.muted.value;
  const voice = new VoiceDoor({
    load: bringVoice(parts, { window, settings, muted }),
    kept: new KeptVoice(() => sessionStorage),
  });
  app.model.voice.value = voice;
  return voice;
}

/** What comes into a room with its first pictures would be waited for: it waits for so many itself. */
const FIRST_PICTURES = 10;

/** What stands beside a match: it comes behind the first room, or with the first quick line at home. */
function makePanel(page: GamePage, input: InputManager): FollowPanel {
  const { app, parts, hands, picture } = page;
  const { desk, loader } = parts;
  const { screen, isPractice } = app.model;
  const { quick, emotes } = app.chat;
  let before: number | null = null;
  const isInRoom = (): boolean => {
    const isShown = screen.value.screen === 'room' || screen.value.screen === 'match';
    before = isShown ? (before ?? picture.frameCount) : null;
    const isDrawn = before !== null && picture.frameCount > before + FIRST_PICTURES;
    return isDrawn && (!isPractice.value || hands.last.value === 'touch');
  };
  return followPanels(
    async (retry) =>
      (await desk.need('beside', loader.load('beside'), retry))?.createBeside(page, input) ?? null,
    () => isInRoom() || quick.value.state !== 'closed' || emotes.value.length > 0,
  );
}

/** What became of it stands in the page, for tests and the curious. */
function keepOffline({ app, ui, parts, homeNotes, installEvent }: GamePage): void {
  const { build, isAway } = parts;
  const { model } = app;
  const { settings, texts } = ui;
  const language = () => texts.language.value;
  bringOffline(
    parts,
    { window, build, model, settings, installEvent, isAway, language, timers: pageTimers },
    {
      show: (notes) => {
        homeNotes.value = notes;
      },
      tell: (outcome) => {
        document.documentElement.dataset['offline'] = outcome;
      },
    },
  );
}

function makeReplays(
  { app, parts, mixer, ui: { settings } }: GamePage,
  stadiums: StadiumCollection,
  maps: MapDesk,
): ReplayDoor {
  const places: ReplayPlaces = {
    model: app.model,
    room: () => app.onlineRoom?.session ?? null,
    canvas: () => document.querySelector('canvas'),
    followPicture: app.followPicture,
    hear: () => mixer.listen(),
    bringMap: (stadium) => maps.bring(stadium),
    show: (session) => door.show(session),
    playOn: (session, back) => app.playOn(session, back),
  };
  const loadReplays = bringReplays(parts, stadiums, places, settings);
  // [R44] What plays on from a moment comes with them.
  stadiums.onMoment = () => void loadReplays();
  const door = new ReplayDoor(app.model, {
    loadReplays,
    recorder: () => app.recorder,
    leave: () => app.leave(),
  });
  return door;
}

function makeMaps({ app, ui: { settings } }: GamePage, stadiums: StadiumCollection): MapDesk {
  return new MapDesk({
    request: app.room.setStadium,
    look: () => {
      const { houseMaps } = settings.value;
      return { palette: paletteOf(settings.value), houseMaps };
    },
    stadiums,
    gallery: new MapGallery(new BrowserMapStore()),
    draw: drawThumbnail,
    wallClockMs: () => Date.now(),
  });
}

/** What a second person at this window needs comes once one is wanted. */
function makeSecond(
  { app, ui, parts: { desk, loader }, loadOnline }: GamePage,
  game: () => Pick<Game, 'input' | 'loop'>,
): SecondDoor {
  const second = new SecondDoor(
    async (retry) =>
      (await desk.need('beside', loader.load('second'), retry, 'second'))?.createSecond({
        window,
        app,
        ui,
        loadOnline,
        ...game(),
      }) ?? null,
    () => sessionStorage,
  );
  app.model.second.value = second;
  return second;
}

function makeInput({ app, ui, parts, hands }: GamePage, second: SecondDoor): InputManager {
  return new InputManager({
    window,
    touchLayer: pageElement('touch'),
    settings: () => second.settings(ui.settings.value),
    gamepads: second.pads,
    onAction: (action) => handleKey(action, app, ui.settings, pageTimers),
    onMenuStep: bringPadMenus(parts, () => ui),
    onPad: hands.takePad,
    unknownPads: {
      onUnknown: hands.meetUnknownPads,
      onPressed: () => tell(app.model, 'unknownPad', pageTimers),
    },
    padCatcher: () => hands.padCatcher.value,
    onQuickChat: app.chat.toggleQuick,
    isQuickChatOpen: () => app.chat.quick.value.state !== 'closed',
    standings: {
      isOnPitch: () => isOnPitch(app),
      onHold: app.openStandings,
      onTap: () => pageElement('ui').querySelector('button')?.focus(),
    },
  });
}

/** What goes along with a room, tick by tick. */
type Followers = {
  readonly voice: VoiceDoor;
  readonly panel: FollowPanel;
  readonly mutes: KeptMutes;
  readonly second: SecondDoor;
};

function makeLoop(
  { app, mixer }: GamePage,
  stadiums: StadiumCollection,
  input: InputManager,
  { voice, panel, mutes, second }: Followers,
): SessionLoop {
  const missed = new MissedKick();
  const playEffect = (name: SoundName): void =>
    mixer.play({ name, bus: 'effects', gain: 1, pan: 0 });
  hearHud(app.model, playEffect);
  hearMenus(pageElement('ui'), (name) => mixer.play({ name, bus: 'ui', gain: 1, pan: 0 }));
  const loop: SessionLoop = new SessionLoop(
    app,
    {
      steadyMs,
      showRoom: (room) => app.model.showRoom(room),
      sampleInput: (nowMs) => {
        second.follow(app.onlineRoom, nowMs);
        return input.sample(nowMs);
      },
      onEvent: (event) => {
        playEvent(event, loop, mixer, gainOf(event, app.model));
        missed.hear(event, ownSeat(loop.session));
        tellGoal(event, loop.session.world.match, app.model);
      },
      onTick: (nowMs, held) => {
        app.tick(nowMs, held);
        panel(app.onlineRoom?.session ?? null, nowMs, held);
        mutes.follow(app.onlineRoom?.session ?? null);
        voice.follow(app.onlineRoom?.voice ?? null, input.isTalking, nowMs);
        mixer.followDanger(hasCrowd(app.model) ? dangerOf(loop.session.world) : null);
        const { screen, hud } = app.model;
        // A person who watches kicks nothing: that key is for the camera.
        const isPlaying = screen.value.screen === 'match' && !hud.watching.value;
        if (missed.follow(held) && isPlaying) playEffect('kick_miss');
      },
    },
    stadiums,
  );
  return loop;
}

function makeOverlay({ app, ui, parts, address }: GamePage, loop: SessionLoop): OverlayToggle {
  const { texts } = ui;
  const netcode = netcodeChoice;
  return new OverlayToggle({ loop, app, texts, netcode, mayBreak: address.isDebug }, (retry) =>
    parts.desk.need('stats', parts.loader.load('debug-overlay'), retry),
  );
}
