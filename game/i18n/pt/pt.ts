import type { Messages } from '../en/en.ts';
import { ptChat, ptText } from './pt-chat.ts';
import { ptErrors } from './pt-errors.ts';
import { ptHome, ptJoining, ptLoad, ptQuick } from './pt-home.ts';
import { ptGoal, ptMatch, ptMenu, ptResult, ptStart } from './pt-match.ts';
import { ptMaps, ptPractice, ptRoom } from './pt-room.ts';
import { ptPad, ptSettings } from './pt-settings.ts';

export const pt: Messages = {
  common: {
    close: 'Fechar',
    cancel: 'Cancelar',
    you: 'Você',
    player: (number) => `Jogador ${number}`,
  },
  teams: { sun: 'Sol', wave: 'Onda', bench: 'Banco' },
  home: ptHome,
  joining: ptJoining,
  room: ptRoom,
  quick: ptQuick,
  maps: ptMaps,
  pad: ptPad,
  practice: ptPractice,
  load: ptLoad,
  chat: ptChat,
  text: ptText,
  match: ptMatch,
  goal: ptGoal,
  result: ptResult,
  start: ptStart,
  menu: ptMenu,
  settings: ptSettings,
  errors: ptErrors,
  actions: { tryAgain: 'Tentar de novo', reload: 'Recarregar', newRoom: 'Criar uma sala nova' },
};
