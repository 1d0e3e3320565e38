import type { WarningView } from '../../game/ui/model/view-model.ts';
import type { PeerId } from '../../shared/base/peer-id.ts';
import { TEAM_WAVE } from '../../shared/sim/team.ts';
import type { GalleryModel } from './gallery-model.ts';
import { type GalleryScreen, inRoom } from './gallery-room.ts';
import {
  chatOf,
  LONG_NAMES,
  LONG_PANEL,
  PINGS,
  roomOf,
  roomThatVotes,
  SHORT_PANEL,
  SLOWEST,
  standingsOf,
} from './gallery-people.ts';

const [LONGEST = '', SECOND = ''] = LONG_NAMES;

const WARNINGS: readonly WarningView[] = [
  { kind: 'latency', ms: 1888 },
  { kind: 'jitter' },
  { kind: 'loss', percent: 88 },
  { kind: 'eaten' },
];
/** A match with everybody in it, or practice. */
export function inMatch(gallery: GalleryModel, isPractice = false): void {
  const { model } = gallery;
  const { hud } = model;
  inRoom(gallery, isPractice ? 1 : 10);
  gallery.chat.isHere.value = !isPractice;
  model.isPractice.value = isPractice;
  model.screen.value = { screen: 'match' };
  hud.ping.value = isPractice ? null : SLOWEST;
  hud.pings.value = isPractice ? [] : PINGS;
}
/** A match, with what stands and opens over it. */
export const MATCH: readonly GalleryScreen[] = [
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
    name: 'match: how everybody stands',
    set: (gallery) => {
      inMatch(gallery);
      gallery.model.standings.value = standingsOf(8);
      gallery.chat.mute('peer-1' as PeerId, true);
      gallery.model.standingsOpen.value = true;
    },
  },
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
    name: 'match: voices',
    set: (gallery) => {
      inMatch(gallery);
      gallery.voice.talk(gallery.model.room.value!);
      gallery.chat.fresh.value = chatOf(2);
    },
  },
  {
    name: 'match: voices in the menu',
    set: (gallery) => {
      inMatch(gallery);
      gallery.voice.talk(gallery.model.room.value!);
      gallery.model.menuOpen.value = true;
    },
  },
  {
    name: 'match: a second person in the menu',
    set: (gallery) => {
      inMatch(gallery);
      gallery.second.sit(gallery.model.room.value!, 1);
      gallery.model.menuOpen.value = true;
    },
  },
  {
    name: 'match: a panel of a script',
    set: (gallery) => {
      inMatch(gallery);
      gallery.panel.shown.value = LONG_PANEL;
      gallery.panel.isOpen.value = true;
      gallery.panel.isAway.value = true;
      gallery.chat.fresh.value = chatOf(2);
    },
  },
  {
    name: 'match: a panel, as there is room for it',
    set: (gallery) => {
      inMatch(gallery);
      gallery.panel.shown.value = SHORT_PANEL;
    },
  },
  {
    name: 'match: a panel in the menu',
    set: (gallery) => {
      inMatch(gallery);
      gallery.panel.shown.value = LONG_PANEL;
      gallery.model.menuOpen.value = true;
    },
  },
  {
    name: 'match: the lobby restarts',
    set: (gallery) => {
      inMatch(gallery);
      gallery.model.lobby.value = 'restarting';
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
    name: 'quick match: strangers, on a phone',
    set: (gallery) => {
      inMatch(gallery);
      gallery.strangers.value = true;
      gallery.hands.last.value = 'touch';
      gallery.settings.update({ told: [] });
      gallery.model.quick.value = { searching: 1, playing: 8, isAlone: false, nextS: null };
    },
  },
  {
    name: 'quick match: no text',
    set: (gallery) => {
      inMatch(gallery);
      gallery.model.quick.value = { searching: 1, playing: 8, isAlone: false, nextS: null };
      gallery.chat.openTyping(true);
      gallery.chat.openQuick(true);
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
    name: 'match: won',
    set: (gallery) => {
      inMatch(gallery);
      gallery.model.hud.won.value = TEAM_WAVE;
    },
  },
  {
    name: 'match: watching',
    set: (gallery) => {
      inMatch(gallery);
      gallery.model.hud.watching.value = true;
      gallery.spectate.isOn.value = true;
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
      gallery.model.hud.goalNews.value = { kmh: 128, isLast: false };
      gallery.model.hud.goal.value = { team: TEAM_WAVE, ownGoal: false, ...who };
    },
  },
  {
    name: 'match: a goal again',
    set: (gallery) => {
      inMatch(gallery);
      const { hud } = gallery.model;
      hud.goal.value = { team: TEAM_WAVE, ownGoal: false, scorer: '', assist: '', sun: 1, wave: 2 };
      hud.replaying.value = true;
      hud.warnings.value = WARNINGS;
    },
  },
  {
    name: 'match: an own goal',
    set: (gallery) => {
      inMatch(gallery);
      const who = { scorer: LONGEST, assist: '', sun: 12, wave: 10 };
      gallery.model.hud.goalNews.value = { kmh: 128, isLast: false };
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
    name: 'match: paused, and votes',
    set: (gallery) => {
      inMatch(gallery);
      gallery.model.room.value = roomThatVotes(3);
      gallery.model.hud.paused.value = true;
    },
  },
  {
    name: 'match: paused by the host',
    set: (gallery) => {
      inMatch(gallery);
      gallery.model.hud.paused.value = true;
    },
  },
];
