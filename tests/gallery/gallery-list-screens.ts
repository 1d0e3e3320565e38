import { type GalleryScreen, inRoom } from './gallery-room.ts';
import { CODE } from './gallery-people.ts';

/** The list of public rooms, and waiting before a door. */
export const LIST: readonly GalleryScreen[] = [
  {
    name: 'public rooms: nobody yet',
    set: ({ model }) => void (model.screen.value = { screen: 'rooms' }),
  },
  {
    name: 'public rooms',
    set: ({ model, list }) => {
      list.fill(5);
      model.screen.value = { screen: 'rooms' };
    },
  },
  {
    name: 'public rooms: the first one that is chosen',
    set: ({ model, list }) => {
      list.fill(2);
      model.screen.value = { screen: 'rooms' };
    },
    focus: 'room-line',
  },
  {
    name: 'public rooms: a password is asked for',
    set: ({ model, list }) => {
      list.fill(1);
      model.screen.value = { screen: 'rooms' };
    },
    press: ['room-line'],
  },
  {
    name: 'public rooms: no lobby',
    set: ({ model, list }) => {
      list.state.value = 'lobby-unreachable';
      model.screen.value = { screen: 'rooms' };
    },
  },
  {
    name: 'joining: the host is asked',
    set: ({ model }) => model.showJoining({ code: CODE, step: 'knock', isBack: false }, 0),
  },
  {
    name: 'match: practice while a way is looked for',
    set: ({ model }) => {
      model.isPractice.value = true;
      model.screen.value = { screen: 'match' };
    },
  },
  {
    name: 'match: somebody knocks',
    set: (gallery) => {
      inRoom(gallery, 10);
      gallery.access.knock(2);
      gallery.model.screen.value = { screen: 'match' };
    },
  },
];
