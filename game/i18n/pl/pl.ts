import type { Messages } from '../en/en.ts';
import { plChat, plText } from './pl-chat.ts';
import { plErrors } from './pl-errors.ts';
import { plHome, plJoining, plLoad, plQuick } from './pl-home.ts';
import { plGoal, plMatch, plMenu, plResult, plStart } from './pl-match.ts';
import { plMaps, plPractice, plRoom } from './pl-room.ts';
import { plPad, plSettings } from './pl-settings.ts';

export const pl: Messages = {
  common: { close: 'Zamknij', cancel: 'Anuluj', you: 'Ty', player: (number) => `Gracz ${number}` },
  teams: { sun: 'Słońce', wave: 'Fala', bench: 'Ławka' },
  home: plHome,
  joining: plJoining,
  room: plRoom,
  quick: plQuick,
  maps: plMaps,
  pad: plPad,
  practice: plPractice,
  load: plLoad,
  chat: plChat,
  text: plText,
  match: plMatch,
  goal: plGoal,
  result: plResult,
  start: plStart,
  menu: plMenu,
  settings: plSettings,
  errors: plErrors,
  actions: { tryAgain: 'Spróbuj ponownie', reload: 'Odśwież', newRoom: 'Załóż nowy pokój' },
};
