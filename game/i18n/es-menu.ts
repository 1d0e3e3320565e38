import type { Messages } from './en.ts';

export const esMenu: Messages['menu'] = {
  title: 'Menú',
  goesOn: 'El partido sigue mientras esto está abierto.',
  waits: 'La práctica espera mientras esto está abierto.',
  resume: 'Seguir jugando',
  watch: 'Mejor mirar',
  playFor: (team: string) => `Jugar con ${team}`,
  settings: 'Ajustes',
  stats: 'Estadísticas',
  backToRoom: 'Terminar el partido para todos',
  leaveMatch: 'Salir del partido',
  leavePractice: 'Terminar la práctica',
};
