import type { Messages } from './en.ts';

export const deMenu: Messages['menu'] = {
  title: 'Menü',
  goesOn: 'Das Spiel läuft weiter, solange dies offen ist.',
  waits: 'Die Übung wartet, solange dies offen ist.',
  resume: 'Weiterspielen',
  watch: 'Lieber zuschauen',
  playFor: (team: string) => `Für ${team} spielen`,
  settings: 'Einstellungen',
  stats: 'Statistik',
  backToRoom: 'Spiel für alle beenden',
  leaveMatch: 'Spiel verlassen',
  leavePractice: 'Übung beenden',
};
