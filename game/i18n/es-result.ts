import type { Messages } from './en.ts';

export const esResult: Messages['result'] = {
  wins: (team: string) => `Gana ${team}`,
  draw: 'Sin ganador',
  youWin: '¡Bien jugado, has ganado!',
  youLose: 'Bien luchado. ¿Otra?',
  watched: 'Resultado final',
  player: 'Jugador',
  goals: 'Goles',
  assists: 'Asistencias',
  saves: 'Paradas',
  shots: 'Tiros',
  touches: 'Toques',
  possession: 'Balón',
  short: { goals: 'G', assists: 'A', saves: 'P', shots: 'T', touches: 'Tq', possession: 'Bal.' },
  rematch: 'Revancha',
  rematchWaiting: 'Esperando a los demás…',
  backToRoom: 'Volver a la sala',
  leave: 'Salir',
};
