import type { ErrorCode } from '../../game/i18n/en/en.ts';
import { TEAM_SUN, TEAM_WAVE } from '../../shared/sim/team.ts';
import { ABSENCE } from './gallery-absence.ts';
import { LIST } from './gallery-list-screens.ts';
import { MATCH } from './gallery-match.ts';
import { MATCH_MENU, MATCH_WATCHED } from './gallery-match-menu.ts';
import { REPLAYS } from './gallery-replays.ts';
import type { GalleryModel } from './gallery-model.ts';
import { type GalleryScreen, inRoom, ROOM } from './gallery-room.ts';
import { chatOf, CODE, LONG_NAMES, resultOf, roomThatVotes } from './gallery-people.ts';

const [LONGEST = ''] = LONG_NAMES;

const ERRORS = [
  'bad-password',
  'room-locked',
  'knock-refused',
  'no-relay',
  'lobby-full',
  'network-full',
  'no-webrtc',
  'newer-version',
] as const;

function homeError(error: ErrorCode): GalleryScreen {
  return {
    name: `home: ${error}`,
    set: ({ model }) => void (model.screen.value = { screen: 'home', error, code: CODE }),
  };
}

function inResult(gallery: GalleryModel, count: number): void {
  inRoom(gallery, count);
  gallery.model.goalTimes.value = Array.from({ length: 22 }, (_, index) => ({
    team: index % 2 === 0 ? TEAM_SUN : TEAM_WAVE,
    seconds: 31 * (index + 1),
  }));
  gallery.model.screen.value = { screen: 'result', result: resultOf(count) };
}

const HOME: readonly GalleryScreen[] = [
  { name: 'home', set: () => {} },
  { name: 'home: a wrong code', set: () => {}, press: ['join'] },
  {
    name: 'home: a goal',
    set: ({ model: { hud } }) => {
      const who = { scorer: 'bot Kofi', assist: 'bot Mira', sun: 12, wave: 10 };
      hud.goal.value = { team: TEAM_WAVE, ownGoal: false, ...who };
    },
  },
  { name: 'home: what to practise', set: () => {}, press: ['practice-choice'] },
  {
    name: 'home: the drill',
    set: () => {},
    press: ['practice-choice', 'practice-size-0'],
  },
  { name: 'home: what stands on the disc', set: () => {}, press: ['badge-open'] },
  { name: 'home: no name', set: ({ settings }) => settings.update({ nick: ' ' }) },
  ...ERRORS.map(homeError),
  {
    name: 'home: invited',
    set: ({ model }) => void (model.screen.value = { screen: 'home', error: null, code: CODE }),
  },
  {
    name: 'home: invited to a match',
    set: ({ model }) => {
      model.screen.value = { screen: 'home', error: null, code: CODE };
      const match = { sun: 12, wave: 10, clockS: 599 };
      model.invite.value = { host: LONGEST, members: LONG_NAMES, max: 10, match };
    },
  },
  {
    name: 'home: a seat is kept',
    set: ({ model }) => void (model.rejoin.value = { sun: 12, wave: 10, seconds: 72 }),
  },
  {
    name: 'home: something missing, and a newer version',
    set: ({ missing, isOutdated }) => {
      missing.value = { part: 'language', problem: 'server-error' };
      isOutdated.value = true;
    },
  },
  {
    name: 'home: no server, and an offer to install',
    set: ({ isAway, isInstallOffered }) => {
      isAway.value = isInstallOffered.value = true;
    },
  },
  {
    name: 'home: how to install by hand',
    set: ({ home, homeByHand, isInstallOffered }) => {
      home.value = homeByHand;
      isInstallOffered.value = true;
    },
  },
  ...['keyboard', 'controls', 'sound', 'chat', 'privacy', 'look'].map(settingsTab),
  {
    name: 'settings: own colours',
    set: openSettings,
    press: ['tab-look', 'own-colours-open'],
  },
  {
    name: 'settings: a pad that cannot play',
    set: (gallery) => {
      gallery.model.said.value = { what: 'unknownPad' };
      gallery.hands.unknownPads.value = ['W'.repeat(60), '0079-0006-Generic USB Joystick'];
      openSettings(gallery);
    },
    press: ['tab-controls'],
  },
  {
    name: 'making a room',
    set: ({ model }) => model.showJoining({ code: null, step: 'lobby', isBack: false }, 1e5),
  },
  {
    name: 'to a quick match',
    set: ({ model }) =>
      model.showJoining({ code: null, step: 'lobby', isBack: false, isQuick: true }, 1e5),
  },
  {
    name: 'joining',
    set: ({ model }) =>
      model.showJoining({ code: CODE, step: 'stadium', isBack: true, progress: 0.5 }, 1e5),
  },
];
function settingsTab(tab: string): GalleryScreen {
  return { name: `settings: ${tab}`, set: openSettings, press: [`tab-${tab}`] };
}

function openSettings({ model }: GalleryModel): void {
  model.settingsOpen.value = true;
}

const RESULT: readonly GalleryScreen[] = [
  { name: 'result: practice of two', set: (gallery) => inResult(gallery, 2) },
  { name: 'result: eight players', set: (gallery) => inResult(gallery, 8) },
  {
    name: 'result: claimed',
    set: (gallery) => {
      inResult(gallery, 8);
      const result = { ...resultOf(8), isClaimed: true };
      gallery.model.screen.value = { screen: 'result', result };
    },
    press: ['save-replay'],
  },
  {
    name: 'result: chat',
    set: (gallery) => {
      inResult(gallery, 2);
      gallery.chat.fresh.value = chatOf(5);
    },
  },
  {
    name: 'result: voices',
    set: (gallery) => {
      inResult(gallery, 8);
      gallery.voice.talk(gallery.model.room.value!);
    },
  },
  {
    name: 'result: everything to say',
    set: (gallery) => {
      inResult(gallery, 8);
      gallery.model.lobby.value = 'room-gone';
      gallery.model.room.value = roomThatVotes(3);
      gallery.isOutdated.value = true;
      gallery.missing.value = { part: 'stats', problem: 'server-error' };
    },
    press: ['save-replay'],
  },
];

export const GALLERY: readonly GalleryScreen[] = [
  ...HOME,
  ...LIST,
  ...REPLAYS,
  ...ROOM,
  ...MATCH,
  ...MATCH_WATCHED,
  ...MATCH_MENU,
  ...ABSENCE,
  ...RESULT,
];
