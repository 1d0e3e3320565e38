import type { Messages } from '../en/en.ts';
import { trChat, trText } from './tr-chat.ts';
import { trErrors } from './tr-errors.ts';
import { trHome, trJoining, trLoad, trQuick } from './tr-home.ts';
import { trGoal, trMatch, trMenu, trResult, trStart } from './tr-match.ts';
import { trMaps, trPractice, trRoom } from './tr-room.ts';
import { trPad, trSettings } from './tr-settings.ts';

export const tr: Messages = {
  common: { close: 'Kapat', cancel: 'Vazgeç', you: 'Sen', player: (number) => `Oyuncu ${number}` },
  teams: { sun: 'Güneş', wave: 'Dalga', bench: 'Kulübe' },
  home: trHome,
  joining: trJoining,
  room: trRoom,
  quick: trQuick,
  maps: trMaps,
  pad: trPad,
  practice: trPractice,
  load: trLoad,
  chat: trChat,
  text: trText,
  match: trMatch,
  goal: trGoal,
  result: trResult,
  start: trStart,
  menu: trMenu,
  settings: trSettings,
  errors: trErrors,
  actions: { tryAgain: 'Tekrar dene', reload: 'Yenile', newRoom: 'Yeni oda kur' },
};
