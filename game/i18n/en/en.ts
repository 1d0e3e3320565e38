import { enChat, enText } from './en-chat.ts';
import { enErrors } from './en-errors.ts';
import { enHome, enJoining, enLoad, enQuick } from './en-home.ts';
import { enGoal, enMatch, enMenu, enResult, enStart } from './en-match.ts';
import { enMaps, enPractice, enRoom } from './en-room.ts';
import { enPad, enSettings } from './en-settings.ts';
import type { Widened } from '../widened.ts';

/** The texts that come with the page. Every other language has the same keys, see `Messages`. */
export const en = {
  common: {
    close: 'Close',
    cancel: 'Cancel',
    you: 'You',
    player: (number: number) => `Player ${number}`,
  },
  teams: { sun: 'Sun', wave: 'Wave', bench: 'Bench' },
  home: enHome,
  joining: enJoining,
  room: enRoom,
  quick: enQuick,
  maps: enMaps,
  pad: enPad,
  practice: enPractice,
  load: enLoad,
  chat: enChat,
  text: enText,
  match: enMatch,
  goal: enGoal,
  result: enResult,
  start: enStart,
  menu: enMenu,
  settings: enSettings,
  errors: enErrors,
  actions: { tryAgain: 'Try again', reload: 'Reload', newRoom: 'Make a new room' },
} as const;

/** The shape of a language: the keys of English with texts and functions of its own. */
export type Messages = Widened<typeof en>;

export type ErrorCode = keyof Messages['errors'];
