import type { Messages } from './en.ts';

export const deResult: Messages['result'] = {
  wins: (team: string) => `${team} gewinnt`,
  draw: 'Kein Sieger',
  youWin: 'Stark gespielt, du hast gewonnen!',
  youLose: 'Gut gekämpft. Noch eins?',
  watched: 'Endstand',
  player: 'Spieler',
  goals: 'Tore',
  assists: 'Vorlagen',
  saves: 'Paraden',
  shots: 'Schüsse',
  touches: 'Kontakte',
  possession: 'Ball',
  short: { goals: 'T', assists: 'V', saves: 'P', shots: 'S', touches: 'B', possession: 'Ball' },
  rematch: 'Revanche',
  rematchWaiting: 'Warten auf die anderen…',
  backToRoom: 'Zurück zum Raum',
  leave: 'Verlassen',
};
