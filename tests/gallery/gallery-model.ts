import { KitPanel } from '../../game/ui/room/kit-panel.tsx';
import { signal } from '@preact/signals';
import { Fragment, h } from 'preact';
import type { Panel, PressRefusal } from '../../shared/netplay/panel/panel.ts';
import { ok } from '../../shared/base/result.ts';
import { TEAM_NONE } from '../../shared/sim/team.ts';
import { AppModel } from '../../game/app/app-model.ts';
import { ChatDesk } from '../../game/app/chat/chat-desk.ts';
import { SettingsStore } from '../../game/settings/settings-store.ts';
import { BadgeForm } from '../../game/ui/settings/badge-form.tsx';
import { drawQr } from '../../game/ui/model/draw-qr.ts';
import type { Hand } from '../../game/ui/model/hands-model.ts';
import type { ComingMap, MapCard, MapOffer, TransferView } from '../../game/ui/model/map-model.ts';
import { makeHomeNotes } from '../../game/ui/home/home-notes.tsx';
import type { HomeNotes, MissingView } from '../../game/ui/model/notices-model.ts';
import type { PanelParts, PanelView } from '../../game/ui/model/panel-model.ts';
import { ResultButtons } from '../../game/ui/replay/result-buttons.tsx';
import { SpectateBar } from '../../game/ui/match/spectate-bar.tsx';
import type { SpectateView } from '../../game/ui/model/spectate-model.ts';
import { PanelBox } from '../../game/ui/panel/panel-box.tsx';
import { MatchNotices } from '../../game/ui/notices/match-notices.tsx';
import { SatOutInRoom, SatOutNotice } from '../../game/ui/room/sat-out-notice.tsx';
import { DesertedNotice } from '../../game/ui/votes/deserted-notice.tsx';
import { Emotes } from '../../game/ui/chat/emotes.tsx';
import { QuickChatMenu } from '../../game/ui/chat/quick-menu.tsx';
import { PracticeForm } from '../../game/ui/practice/practice-form.tsx';
import { SettingsGroups } from '../../game/ui/settings/settings-groups.tsx';
import type { UiActions } from '../../game/ui/model/view-model.ts';
import { GalleryAccess, GalleryList, GalleryReports, GalleryTrouble } from './gallery-list.ts';
import { GalleryReplays } from './gallery-replays.ts';
import { GallerySecond } from './gallery-second.ts';
import { GalleryVoice } from './gallery-voice.ts';
import { mapsOf } from './gallery-people.ts';

/** Everything that the screens show, to be set by hand: nobody plays and nothing is sent. */
export class GalleryModel {
  readonly settings = new SettingsStore({ getItem: () => null, setItem: () => {} });
  readonly model = new AppModel();
  readonly chat = new ChatDesk({
    settings: () => this.settings.settings.value,
    isQuick: () => this.model.quick.value !== null,
    playSound: () => {},
  });
  /** A keyboard is there too: its rows want most room. */
  readonly hands = {
    last: signal<Hand>('keys'),
    hasKeyboard: signal(true),
    hasTouch: signal(true),
    unknownPads: signal<readonly string[]>([]),
    padCatcher: signal<((button: number) => void) | null>(null),
  };
  /** They are new to this person. */
  readonly strangers = signal(false);
  /** The camera of those who watch. */
  readonly spectate = {
    isOn: signal(false),
    aim: signal<SpectateView['aim']['value']>('ball'),
    change: () => {},
    step: () => {},
    move: () => {},
    zoom: () => {},
  };
  readonly missing = signal<MissingView | null>(null);
  readonly isOutdated = signal(false);
  readonly isAway = signal(false);
  readonly isInstallOffered = signal(false);
  /** As on a telephone that lets no page ask. */
  readonly homeByHand = makeHomeNotes(this.isAway, {
    isOffered: this.isInstallOffered,
    isByHand: true,
    accept: () => {},
    refuse: () => {},
  });
  readonly homeAsking = makeHomeNotes(this.isAway, {
    isOffered: this.isInstallOffered,
    isByHand: false,
    accept: () => {},
    refuse: () => {},
  });
  readonly home = signal<HomeNotes | null>(this.homeAsking);
  readonly list = new GalleryList();
  readonly replays = new GalleryReplays();
  readonly access = new GalleryAccess();
  readonly reports = new GalleryReports();
  readonly trouble = new GalleryTrouble();
  readonly voice = new GalleryVoice();
  readonly second = new GallerySecond();
  /** What a script shows; null: none. */
  readonly panel = {
    shown: signal<Panel | null>(null),
    isAway: signal(false),
    refusal: signal<PressRefusal | null>(null),
    isOpen: signal<boolean | null>(null),
    open: (isOpen: boolean): void => {
      this.panel.isOpen.value = isOpen;
    },
    press: () => {},
  } satisfies PanelView;
  /** Names of those whom the other side lost, none for a team that has nobody; null: nothing is asked. */
  readonly away = signal<readonly string[] | null>(null);
  readonly #deserted = { away: this.away, claim: () => {}, wait: () => {}, playBot: () => {} };
  readonly isSatOut = signal(false);
  readonly #satOut = { isOut: this.isSatOut, goBack: () => {}, close: () => {} };
  readonly offer = signal<MapOffer | null>(null);
  readonly transfers = signal<readonly TransferView[]>([]);
  readonly own = signal<readonly MapCard[]>(mapsOf(['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'rio']));
  readonly coming = signal<ComingMap | null>(null);
  readonly gallery = signal<'ok' | 'blocked' | 'full'>('ok');
  readonly notices = {
    isOutdated: this.isOutdated,
    home: this.home,
    missing: this.missing,
    retry: () => {},
    dismiss: () => {},
    loadPracticeForm: async () => ok(PracticeForm),
    loadBadgeForm: async () => ok(BadgeForm),
    loadSaveResult: async () => ok(async () => true),
    loadQr: async () => ok(drawQr),
    loadSettings: async () => ok(SettingsGroups),
  };
  readonly actions: UiActions = {
    readCode: () => null,
    play: () => {},
    createRoom: () => {},
    joinRoom: () => {},
    browse: () => {},
    openAccess: async () => null,
    rejoin: () => {},
    practice: () => {},
    openPractice: (open) => {
      this.model.practiceOpen.value = open;
    },
    openStandings: (open) => {
      this.model.standingsOpen.value = open;
    },
    openBadge: (open) => {
      this.model.badgeOpen.value = open;
    },
    leave: () => {},
    dismissError: () => {},
    reload: () => {},
    room: {
      moveTo: () => {},
      remove: () => {},
      handOver: () => {},
      setCoHost: () => {},
      addBot: () => {},
      setLevel: () => {},
      setReady: () => {},
      setRules: () => {},
      setStadium: () => {},
      beHere: () => {},
      start: () => {},
      pause: () => {},
      setAuto: () => {},
      setKit: () => {},
      wait: () => {},
      arrange: () => {},
      vote: () => {},
    },
    stopMatch: () => {},
    backToRoom: () => {},
    placePitch: () => {},
    followPicture: () => () => {},
    openMenu: (open) => {
      this.model.menuOpen.value = open;
    },
    openSettings: (open) => {
      this.model.settingsOpen.value = open;
    },
    showStats: () => {},
    replays: {
      browse: () => {},
      browseInRoom: () => {},
      close: () => {},
      watch: () => {},
      linkLastGoal: async () => null,
      save: () => Promise.resolve(true),
    },
    playUiSound: () => {},
  };

  readonly #panelParts: PanelParts = {
    Box: ({ place }) => h(PanelBox, { view: this.panel, place }),
  };

  /** Back to the home screen, with nothing to say. */
  reset(): void {
    const { model, chat } = this;
    const { hud } = model;
    model.leave();
    chat.leave();
    chat.muted.value = new Map();
    this.settings.update({ roomSheet: true, streamer: false, quickText: false, told: ['turn'] });
    model.screen.value = { screen: 'home', error: null, code: null };
    this.list.fill(0);
    this.replays.reset();
    this.reports.reported.value = new Set();
    this.voice.reset();
    model.voice.value = this.voice;
    this.second.reset();
    model.second.value = this.second;
    this.hands.hasKeyboard.value = true;
    this.panel.shown.value = this.panel.isOpen.value = null;
    this.panel.isAway.value = false;
    this.panel.refusal.value = null;
    model.panel.value = this.#panelParts;
    this.strangers.value = false;
    this.spectate.isOn.value = false;
    this.spectate.aim.value = 'ball';
    this.away.value = null;
    this.isSatOut.value = false;
    const OverPitch = () =>
      h(
        Fragment,
        null,
        h(Emotes, {}),
        h(SatOutInRoom, { view: this.#satOut }),
        h(SpectateBar, { view: this.spectate }),
      );
    const Notices = () => this.#notice() ?? h(MatchNotices, { strangers: this.strangers });
    model.resultButtons.value = ResultButtons;
    model.quickParts.value = {
      Menu: QuickChatMenu,
      Emotes: OverPitch,
      Notices,
      Kits: KitPanel,
    };
    this.access.knock(0);
    this.access.sendAway(0);
    this.access.isHost.value = true;
    model.lobby.value = 'fine';
    model.invite.value = null;
    model.rejoin.value = null;
    model.versionProblem.value = null;
    model.maps.value = this.#maps;
    for (const shown of [hud.goldenGoal, hud.paused, hud.waitingForFriend, hud.watching]) {
      shown.value = false;
    }
    for (const shown of [hud.hidden, hud.replaying, this.isOutdated]) shown.value = false;
    for (const shown of [this.isAway, this.isInstallOffered]) shown.value = false;
    hud.moving.value = null;
    [hud.absent.value, hud.departed.value, hud.idle.value] = [[], [], []];
    hud.kickOff.value = TEAM_NONE;
    hud.stillness.value = null;
    hud.hostBack.value = '';
    hud.takenUpBy.value = '';
    model.said.value = null;
    this.hands.last.value = 'keys';
    this.hands.unknownPads.value = [];
    this.home.value = this.homeAsking;
    hud.pings.value = [];
    hud.warnings.value = [];
    hud.countdown.value = '';
    hud.won.value = TEAM_NONE;
    hud.goal.value = hud.goalNews.value = null;
    model.goalTimes.value = [];
    hud.ping.value = null;
    hud.hint.value = null;
    hud.nextS.value = null;
    [hud.sun.value, hud.wave.value, hud.seconds.value] = [12, 10, 1199];
    this.missing.value = null;
    this.offer.value = null;
    this.transfers.value = [];
    this.coming.value = null;
    this.gallery.value = 'ok';
    document.documentElement.dataset['playing'] = 'false';
  }

  /** As the part beside a match shows them. */
  #notice(): ReturnType<typeof h> | null {
    const room = this.model.room.value;
    const shown = this.isSatOut.value
      ? h(SatOutNotice, { view: this.#satOut })
      : room !== null && this.away.value !== null
        ? h(DesertedNotice, { view: this.#deserted, room })
        : null;
    return shown && h('div', { class: 'page-notices', role: 'status' }, shown);
  }

  readonly #maps = {
    chosen: signal(mapsOf(['futsal'])[0]!),
    coming: this.coming,
    builtIn: signal(mapsOf(['classic', 'big', 'futsal', 'pinball', 'basket', 'hoops'])),
    own: this.own,
    offer: this.offer,
    transfers: this.transfers,
    gallery: this.gallery,
    open: async () => {},
    choose: async () => {},
    loadFile: async () => {},
    loadText: () => {},
    take: () => {},
    dismiss: () => {},
    remove: async () => {},
  };
}
