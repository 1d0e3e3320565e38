import type { ErrorCode } from '../../game/i18n/en.ts';
import type { WarningView } from '../../game/ui/view-model.ts';
import { TEAM_NONE, TEAM_WAVE, type Team } from '../../shared/sim/team.ts';
import type { GalleryModel } from './gallery-model.ts';
import {
  chatOf,
  CODE,
  LONG_NAMES,
  mapsOf,
  PINGS,
  resultOf,
  roomOf,
  SLOWEST,
} from './gallery-people.ts';

/** What there is to see of the game: every screen, dialog and notice, each at its fullest. */
export type GalleryScreen = {
  readonly name: string;
  readonly set: (gallery: GalleryModel) => void;
  /** Pressed once the screen is there, by `data-testid`. */
  readonly press?: readonly string[];
};

const [LONGEST = '', SECOND = ''] = LONG_NAMES;

const WARNINGS: readonly WarningView[] = [
  { kind: 'latency', ms: 1888 },
  { kind: 'jitter' },
  { kind: 'loss', percent: 88 },
  { kind: 'eaten' },
];

const ERRORS = ['no-relay', 'lobby-busy', 'no-webrtc', 'newer-version'] as const;

function homeError(error: ErrorCode): GalleryScreen {
  return {
    name: `home: ${error}`,
    set: ({ model }) => void (model.screen.value = { screen: 'home', error, code: CODE }),
  };
}

function inRoom({ model, chat }: GalleryModel, count: number, self = 0): void {
  model.room.value = roomOf(count, self);
  model.screen.value = { screen: 'room' };
  chat.isHere.value = true;
  chat.hasTeam.value = true;
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
  { name: 'home: no name', set: ({ settings }) => settings.update({ nick: ' ' }) },
  ...ERRORS.map(homeError),
  {
    name: 'home: invited',
    set: ({ model }) => void (model.screen.value = { screen: 'home', error: null, code: CODE }),
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
    name: 'making a room',
    set: ({ model }) => model.showJoining({ code: null, step: 'lobby', isBack: false }, 1e5),
  },
  {
    name: 'joining',
    set: ({ model }) =>
      model.showJoining({ code: CODE, step: 'stadium', isBack: true, progress: 0.5 }, 1e5),
  },
];

function settingsTab(tab: string): GalleryScreen {
  const set = ({ model }: GalleryModel): void => void (model.settingsOpen.value = true);
  return { name: `settings: ${tab}`, set, press: [`tab-${tab}`] };
}

const ROOM: readonly GalleryScreen[] = [
  { name: 'room: alone', set: (gallery) => inRoom(gallery, 1) },
  { name: 'room: QR code', set: (gallery) => inRoom(gallery, 1), press: ['show-qr'] },
  { name: 'room: full, host', set: (gallery) => inRoom(gallery, 10) },
  { name: 'room: full, guest', set: (gallery) => inRoom(gallery, 10, 1) },
  {
    name: 'room: chat',
    set: (gallery) => {
      inRoom(gallery, 4);
      gallery.chat.log.value = chatOf(12);
      gallery.chat.refusal.value = 'too-fast';
    },
  },
  {
    name: 'room: quick chat',
    set: (gallery) => {
      inRoom(gallery, 4);
      gallery.chat.openQuick(true);
    },
  },
  {
    name: 'room: everything to say',
    set: (gallery) => {
      const { model } = gallery;
      inRoom(gallery, 1);
      model.lobby.value = 'room-gone';
      model.cutOff.value = true;
      model.matchLost.value = true;
      model.versionProblem.value = 'version-reload';
      gallery.missing.value = { part: 'pitch', problem: 'no-webgl' };
      gallery.isOutdated.value = true;
      gallery.transfers.value = [
        { name: LONGEST, direction: 'out', percent: 50 },
        { name: SECOND, direction: 'in', percent: 50 },
      ];
    },
  },
  {
    name: 'room: a map on its way, and what came too late',
    set: (gallery) => {
      inRoom(gallery, 4);
      gallery.coming.value = { card: mapsOf(['an arena of a name that is rather long'])[0]! };
      gallery.model.missed.value = 'late';
    },
  },
  { name: 'room: a member', set: (gallery) => inRoom(gallery, 4), press: ['manage-member'] },
  {
    name: 'room: handing over',
    set: (gallery) => inRoom(gallery, 4),
    press: ['manage-member', 'make-host'],
  },
  {
    name: 'room: sending away',
    set: (gallery) => inRoom(gallery, 4),
    press: ['manage-member', 'remove-member'],
  },
  { name: 'room: maps', set: (gallery) => inRoom(gallery, 2), press: ['choose-map'] },
  {
    name: 'room: a map that was loaded',
    set: (gallery) => {
      inRoom(gallery, 2);
      const card = mapsOf(['an arena of a name that is rather long, as its author liked it'])[0]!;
      gallery.offer.value = { state: 'shown', card };
    },
    press: ['choose-map'],
  },
  {
    name: 'room: a file that is no map',
    set: (gallery) => {
      inRoom(gallery, 2);
      gallery.gallery.value = 'full';
      const problem = { path: 'discs[12].position[0]', message: 'is no number: "W"'.repeat(3) };
      const problems = Array.from({ length: 20 }, () => problem);
      gallery.offer.value = { state: 'refused', name: 'W'.repeat(60), problems };
    },
    press: ['choose-map'],
  },
];

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
      hud.absent.value = [LONGEST];
      hud.departed.value = [{ name: SECOND, hasLeft: false }];
      gallery.chat.fresh.value = chatOf(5);
    },
  },
  {
    name: 'match: back again',
    set: (gallery) => {
      inMatch(gallery);
      const { hud, back } = gallery.model;
      hud.moving.value = { name: LONGEST, hasLeft: false };
      hud.countdown.value = '3';
      back.value = true;
      gallery.chat.fresh.value = chatOf(1);
    },
  },
  {
    name: 'match: watching',
    set: (gallery) => {
      inMatch(gallery);
      gallery.model.hud.watching.value = true;
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
  const members = first ? [{ ...first, team, seat: null }, ...others] : others;
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

export const GALLERY: readonly GalleryScreen[] = [...HOME, ...ROOM, ...MATCH, ...RESULT];
