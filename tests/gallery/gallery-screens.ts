import type { ErrorCode } from '../../game/i18n/en.ts';
import type { WarningView } from '../../game/ui/model/view-model.ts';
import { isPerson } from '../../shared/room/room-state.ts';
import { TEAM_NONE, TEAM_WAVE, type Team } from '../../shared/sim/team.ts';
import type { GalleryModel } from './gallery-model.ts';
import { LIST } from './gallery-list-screens.ts';
import { type GalleryScreen, inRoom, ROOM } from './gallery-room.ts';
import { chatOf, CODE, LONG_NAMES, PINGS, resultOf, roomOf, SLOWEST } from './gallery-people.ts';

const [LONGEST = '', SECOND = ''] = LONG_NAMES;

const WARNINGS: readonly WarningView[] = [
  { kind: 'latency', ms: 1888 },
  { kind: 'jitter' },
  { kind: 'loss', percent: 88 },
  { kind: 'eaten' },
];

const ERRORS = [
  'bad-password',
  'room-locked',
  'knock-refused',
  'no-relay',
  'lobby-busy',
  'no-webrtc',
  'newer-version',
] as const;

function homeError(error: ErrorCode): GalleryScreen {
  return {
    name: `home: ${error}`,
    set: ({ model }) => void (model.screen.value = { screen: 'home', error, code: CODE }),
  };
}

function inMatch(gallery: GalleryModel, isPractice = false): void {
  const { model } = gallery;
  const { hud } = model;
  inRoom(gallery, isPractice ? 1 : 10);
  gallery.chat.isHere.value = !isPractice;
  model.isPractice.value = isPractice;
  model.screen.value = { screen: 'match' };
  hud.ping.value = isPractice ? null : SLOWEST;
  hud.pings.value = isPractice ? [] : PINGS;
}

function inResult(gallery: GalleryModel, count: number): void {
  inRoom(gallery, count);
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
  ...['keyboard', 'controls', 'sound', 'chat', 'look'].map(settingsTab),
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

const MATCH: readonly GalleryScreen[] = [
  {
    name: 'practice',
    set: (gallery) => {
      inMatch(gallery, true);
      gallery.model.hud.hint.value = 'move';
    },
  },
  {
    name: 'practice: menu',
    set: (gallery) => {
      inMatch(gallery, true);
      gallery.model.menuOpen.value = true;
    },
  },
  { name: 'match', set: (gallery) => inMatch(gallery) },
  {
    name: 'match: a bad network',
    set: (gallery) => {
      inMatch(gallery);
      const { hud, lobby } = gallery.model;
      hud.warnings.value = WARNINGS;
      lobby.value = 'lost';
      hud.goldenGoal.value = true;
      hud.absent.value = [{ name: LONGEST, isPlayedByBot: true }];
      hud.departed.value = [{ name: SECOND, hasLeft: false }];
      hud.hostBack.value = LONGEST;
      gallery.chat.fresh.value = chatOf(5);
    },
  },
  {
    name: 'quick match: searching',
    set: (gallery) => {
      inMatch(gallery);
      inRoom(gallery, 1);
      gallery.model.screen.value = { screen: 'match' };
      gallery.model.quick.value = { searching: 1888, playing: 1888, isAlone: true, nextS: null };
      gallery.model.hud.hint.value = 'move';
    },
  },
  {
    name: 'match: back again',
    set: (gallery) => {
      inMatch(gallery);
      const { hud, back } = gallery.model;
      hud.moving.value = { name: LONGEST, hasLeft: false };
      hud.countdown.value = '3';
      hud.kickOff.value = TEAM_WAVE;
      back.value = true;
      gallery.chat.fresh.value = chatOf(1);
    },
  },
  {
    name: 'match: watching',
    set: (gallery) => {
      inMatch(gallery);
      gallery.model.hud.watching.value = true;
      // A newcomer: there is nothing to press for somebody who watches.
      gallery.model.hud.hint.value = 'move';
    },
  },
  {
    name: 'match: still there?',
    set: (gallery) => {
      inMatch(gallery);
      const { hud } = gallery.model;
      hud.stillness.value = 'idle';
      hud.idle.value = [LONGEST];
    },
  },
  {
    name: 'match: a newcomer who waits',
    set: (gallery) => {
      inMatch(gallery);
      const { hud } = gallery.model;
      hud.waitingForFriend.value = true;
      hud.hint.value = 'move';
    },
  },
  {
    name: 'match: warnings, chat and quick chat',
    set: (gallery) => {
      inMatch(gallery);
      gallery.model.hud.warnings.value = WARNINGS;
      gallery.chat.fresh.value = chatOf(5);
      gallery.chat.openQuick(true);
    },
  },
  {
    name: 'match: quick chat by gamepad',
    set: (gallery) => {
      inMatch(gallery);
      gallery.hands.last.value = 'pad';
      gallery.chat.openQuick(true);
    },
  },
  {
    name: 'match: a pair of quick lines',
    set: (gallery) => {
      inMatch(gallery);
      gallery.chat.pressQuick(1);
    },
  },
  {
    name: 'match: writing',
    set: (gallery) => {
      inMatch(gallery);
      gallery.chat.log.value = chatOf(12);
      gallery.chat.openTyping(true);
      gallery.chat.refusal.value = 'too-long';
    },
  },
  {
    name: 'match: a goal',
    set: (gallery) => {
      inMatch(gallery);
      const who = { scorer: LONGEST, assist: SECOND, sun: 12, wave: 10 };
      gallery.model.hud.goal.value = { team: TEAM_WAVE, ownGoal: false, ...who };
    },
  },
  {
    name: 'match: an own goal',
    set: (gallery) => {
      inMatch(gallery);
      const who = { scorer: LONGEST, assist: '', sun: 12, wave: 10 };
      gallery.model.hud.goal.value = { team: TEAM_WAVE, ownGoal: true, ...who };
    },
  },
  {
    name: 'match: paused, and its picture is missing',
    set: (gallery) => {
      inMatch(gallery);
      gallery.model.hud.paused.value = true;
      gallery.missing.value = { part: 'pitch', problem: 'no-webgl' };
    },
  },
  {
    name: 'match: the room is gone',
    set: (gallery) => {
      inMatch(gallery);
      gallery.model.room.value = roomOf(1);
      gallery.model.lobby.value = 'room-gone';
    },
  },
  {
    name: 'match: menu',
    set: (gallery) => {
      inMatch(gallery);
      gallery.model.menuOpen.value = true;
    },
  },
  {
    name: 'match: menu of somebody who watches',
    set: (gallery) => {
      inMatch(gallery);
      gallery.model.room.value = { ...roomOf(7), ...watching() };
      gallery.model.menuOpen.value = true;
    },
  },
];

function watching(): Pick<ReturnType<typeof roomOf>, 'self' | 'state'> {
  const { state, self } = roomOf(5);
  const [first, ...others] = state.members;
  const team: Team = TEAM_NONE;
  const members = first && isPerson(first) ? [{ ...first, team, seat: null }, ...others] : others;
  return { self, state: { ...state, members } };
}

const RESULT: readonly GalleryScreen[] = [
  { name: 'result: practice of two', set: (gallery) => inResult(gallery, 2) },
  { name: 'result: eight players', set: (gallery) => inResult(gallery, 8) },
  {
    name: 'result: chat',
    set: (gallery) => {
      inResult(gallery, 2);
      gallery.chat.fresh.value = chatOf(5);
    },
  },
  {
    name: 'result: everything to say',
    set: (gallery) => {
      inResult(gallery, 8);
      gallery.model.lobby.value = 'room-gone';
      gallery.isOutdated.value = true;
      gallery.missing.value = { part: 'stats', problem: 'server-error' };
    },
    press: ['save-replay'],
  },
];

export const GALLERY: readonly GalleryScreen[] = [...HOME, ...LIST, ...ROOM, ...MATCH, ...RESULT];
