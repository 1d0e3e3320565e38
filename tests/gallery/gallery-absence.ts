import { inMatch } from './gallery-match.ts';
import { LONG_NAMES } from './gallery-people.ts';
import { type GalleryScreen, inRoom } from './gallery-room.ts';

/** What a person reads whom the other side left, or who was away from the keys. */
export const ABSENCE: readonly GalleryScreen[] = [
  {
    name: 'match: the other side is away',
    set: (gallery) => {
      inMatch(gallery);
      gallery.away.value = LONG_NAMES.slice(0, 2);
    },
  },
  {
    name: 'match: the other side has left',
    set: (gallery) => {
      inMatch(gallery);
      gallery.away.value = [];
    },
  },
  {
    name: 'match: watching behind five minutes of nothing',
    set: (gallery) => {
      inMatch(gallery);
      gallery.model.hud.watching.value = true;
      gallery.isSatOut.value = true;
    },
  },
  {
    name: 'room: on the bench behind five minutes of nothing',
    set: (gallery) => {
      inRoom(gallery, 3);
      gallery.isSatOut.value = true;
    },
  },
];
