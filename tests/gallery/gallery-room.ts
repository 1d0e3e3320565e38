import { KIT_CHOICES } from '../../game/settings/kit-choices.ts';
import type { GalleryModel } from './gallery-model.ts';
import {
  chatOf,
  LONG_NAMES,
  LONG_PANEL,
  mapsOf,
  roomOf,
  roomOfWinners,
  roomThatVotes,
  roomWithBots,
} from './gallery-people.ts';

/** What there is to see of the game: every screen, dialog and notice, each at its fullest. */
export type GalleryScreen = {
  readonly name: string;
  readonly set: (gallery: GalleryModel) => void;
  /** Pressed once the screen is there, by `data-testid`. */
  readonly press?: readonly string[];
  /** Gets the focus behind that. */
  readonly focus?: string;
};

const [LONGEST = '', SECOND = ''] = LONG_NAMES;

/** The room with so many people, seen by the one with this number. */
export function inRoom({ model, chat }: GalleryModel, count: number, self = 0): void {
  model.room.value = roomOf(count, self);
  model.screen.value = { screen: 'room' };
  chat.isHere.value = true;
  chat.hasTeam.value = true;
}

function inRoomWithBots(gallery: GalleryModel, self: number): void {
  inRoom(gallery, 2, self);
  gallery.model.room.value = roomWithBots(self);
}

/** Room, with what opens over it. */
export const ROOM: readonly GalleryScreen[] = [
  { name: 'room: alone', set: (gallery) => inRoom(gallery, 1) },
  {
    name: 'room: folded',
    set: (gallery) => {
      inRoom(gallery, 3);
      gallery.settings.update({ roomSheet: false });
      gallery.chat.fresh.value = chatOf(3);
    },
  },
  {
    name: 'room: folded, with voices',
    set: (gallery) => {
      inRoom(gallery, 10);
      gallery.settings.update({ roomSheet: false });
      gallery.voice.talk(gallery.model.room.value!);
    },
  },
  {
    name: 'room: folded, with a panel of a script',
    set: (gallery) => {
      inRoom(gallery, 3);
      gallery.settings.update({ roomSheet: false });
      gallery.panel.shown.value = LONG_PANEL;
      gallery.panel.isOpen.value = true;
    },
  },
  {
    name: 'room: a panel of a script',
    set: (gallery) => {
      inRoom(gallery, 3);
      gallery.panel.shown.value = LONG_PANEL;
      gallery.panel.refusal.value = 'too-fast';
    },
  },
  {
    name: 'room: voice is offered',
    set: (gallery) => {
      inRoom(gallery, 2);
      gallery.voice.offer();
    },
  },
  {
    name: 'room: the microphone is refused',
    set: (gallery) => {
      inRoom(gallery, 2);
      gallery.voice.offer('denied');
    },
  },
  {
    name: 'room: voices',
    set: (gallery) => {
      inRoom(gallery, 10);
      gallery.voice.talk(gallery.model.room.value!, 10);
    },
  },
  {
    name: 'room: a second person may come',
    set: (gallery) => {
      inRoom(gallery, 2);
      gallery.second.isAllowed.value = true;
    },
  },
  {
    name: 'room: a second person is asked for a password',
    set: (gallery) => {
      inRoom(gallery, 2);
      gallery.second.ask('bad-password', 'pad');
    },
  },
  {
    name: 'room: no hands for a second person',
    set: (gallery) => {
      inRoom(gallery, 2);
      gallery.hands.hasKeyboard.value = false;
      gallery.second.ask(null);
    },
  },
  {
    name: 'room: a second person, and a vote',
    set: (gallery) => {
      inRoom(gallery, 4);
      gallery.model.room.value = roomThatVotes(1);
      gallery.second.sit(gallery.model.room.value, 2);
    },
  },
  {
    name: 'room: kits of the teams',
    set: (gallery) => {
      inRoom(gallery, 4);
      const { state, ...room } = gallery.model.room.value!;
      const kits = { sun: KIT_CHOICES.sun[1]!, wave: null };
      gallery.model.room.value = { ...room, state: { ...state, kits } };
    },
    press: ['kits-open'],
    focus: 'kit-wave-5',
  },
  { name: 'room: QR code', set: (gallery) => inRoom(gallery, 1), press: ['show-qr'] },
  {
    name: 'room: streamer mode',
    set: (gallery) => {
      gallery.settings.update({ streamer: true });
      inRoom(gallery, 2);
    },
  },
  { name: 'room: full, host', set: (gallery) => inRoom(gallery, 10) },
  {
    name: 'room: who may come in, and who knocks',
    set: (gallery) => {
      inRoom(gallery, 2);
      gallery.access.knock(1);
      gallery.access.sendAway(3);
    },
    press: ['open-access'],
  },
  {
    name: 'room: another code',
    set: (gallery) => inRoom(gallery, 2),
    press: ['open-access', 'new-code'],
  },
  {
    name: 'room: who may come in, to a guest',
    set: (gallery) => {
      inRoom(gallery, 2, 1);
      gallery.access.isHost.value = false;
    },
    press: ['open-access'],
  },
  {
    name: 'room: votes',
    set: (gallery) => {
      inRoom(gallery, 10, 3);
      gallery.model.room.value = roomThatVotes(3);
    },
  },
  ...[0, 9].map((self): GalleryScreen => ({
    name: `room: winner stays, seen by ${self}`,
    set: (gallery) => {
      inRoom(gallery, 10, self);
      gallery.model.room.value = roomOfWinners(self);
      gallery.model.hud.nextS.value = 10;
    },
  })),
  { name: 'room: full, guest', set: (gallery) => inRoom(gallery, 10, 1) },
  { name: 'room: bots, host', set: (gallery) => inRoomWithBots(gallery, 0) },
  { name: 'room: bots, guest', set: (gallery) => inRoomWithBots(gallery, 1) },
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
  {
    name: 'room: the lobby restarts',
    set: (gallery) => {
      inRoom(gallery, 2);
      gallery.model.lobby.value = 'restarting';
    },
  },
  {
    name: 'room: the lobby is lost, and the sheet is folded',
    set: (gallery) => {
      inRoom(gallery, 2);
      gallery.model.lobby.value = 'lost';
    },
    press: ['fold-sheet'],
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
  {
    name: 'room: why a person is reported',
    set: (gallery) => inRoom(gallery, 4, 1),
    press: ['report'],
  },
  {
    name: 'room: a report that was refused',
    set: (gallery) => inRoom(gallery, 4, 1),
    press: ['report', 'report-cheating'],
  },
  {
    name: 'room: a person was reported',
    set: (gallery) => inRoom(gallery, 4, 1),
    press: ['report', 'report-spoiling'],
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
