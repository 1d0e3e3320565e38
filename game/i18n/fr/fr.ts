import type { Messages } from '../en/en.ts';
import { frChat, frText } from './fr-chat.ts';
import { frErrors } from './fr-errors.ts';
import { frHome, frJoining, frLoad, frQuick } from './fr-home.ts';
import { frGoal, frMatch, frMenu, frResult, frStart } from './fr-match.ts';
import { frMaps, frPractice, frRoom } from './fr-room.ts';
import { frPad, frSettings } from './fr-settings.ts';

export const fr: Messages = {
  common: {
    close: 'Fermer',
    cancel: 'Annuler',
    you: 'Toi',
    player: (number) => `Joueur ${number}`,
  },
  teams: { sun: 'Soleil', wave: 'Vague', bench: 'Banc' },
  home: frHome,
  joining: frJoining,
  room: frRoom,
  quick: frQuick,
  maps: frMaps,
  pad: frPad,
  practice: frPractice,
  load: frLoad,
  chat: frChat,
  text: frText,
  match: frMatch,
  goal: frGoal,
  result: frResult,
  start: frStart,
  menu: frMenu,
  settings: frSettings,
  errors: frErrors,
  actions: { tryAgain: 'Réessayer', reload: 'Recharger', newRoom: 'Créer un nouveau salon' },
};
