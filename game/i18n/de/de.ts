import type { Messages } from '../en/en.ts';
import { deChat, deText } from './de-chat.ts';
import { deErrors } from './de-errors.ts';
import { deHome, deJoining, deLoad, deQuick } from './de-home.ts';
import { deGoal, deMatch, deMenu, deResult, deStart } from './de-match.ts';
import { deMaps, dePractice, deRoom } from './de-room.ts';
import { dePad, deSettings } from './de-settings.ts';

export const de: Messages = {
  common: {
    close: 'Schließen',
    cancel: 'Abbrechen',
    you: 'Du',
    player: (number) => `Spieler ${number}`,
  },
  teams: { sun: 'Sonne', wave: 'Welle', bench: 'Bank' },
  home: deHome,
  joining: deJoining,
  room: deRoom,
  quick: deQuick,
  maps: deMaps,
  pad: dePad,
  practice: dePractice,
  load: deLoad,
  chat: deChat,
  text: deText,
  match: deMatch,
  goal: deGoal,
  result: deResult,
  start: deStart,
  menu: deMenu,
  settings: deSettings,
  errors: deErrors,
  actions: { tryAgain: 'Noch einmal', reload: 'Neu laden', newRoom: 'Neuen Raum öffnen' },
};
