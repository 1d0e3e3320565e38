import type { Messages } from '../en/en.ts';
import { esChat, esText } from './es-chat.ts';
import { esErrors } from './es-errors.ts';
import { esHome, esJoining, esLoad, esQuick } from './es-home.ts';
import { esGoal, esMatch, esMenu, esResult, esStart } from './es-match.ts';
import { esMaps, esPractice, esRoom } from './es-room.ts';
import { esPad, esSettings } from './es-settings.ts';

export const es: Messages = {
  common: {
    close: 'Cerrar',
    cancel: 'Cancelar',
    you: 'Tú',
    player: (number) => `Jugador ${number}`,
  },
  teams: { sun: 'Sol', wave: 'Ola', bench: 'Banquillo' },
  home: esHome,
  joining: esJoining,
  room: esRoom,
  quick: esQuick,
  maps: esMaps,
  pad: esPad,
  practice: esPractice,
  load: esLoad,
  chat: esChat,
  text: esText,
  match: esMatch,
  goal: esGoal,
  result: esResult,
  start: esStart,
  menu: esMenu,
  settings: esSettings,
  errors: esErrors,
  actions: { tryAgain: 'Reintentar', reload: 'Recargar', newRoom: 'Crear otra sala' },
};
