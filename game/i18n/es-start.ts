import type { Messages } from './en.ts';

/** See en-start.ts. */
export const esStart: Messages['start'] = {
  kicksOff: (team: string) => `Saca ${team}`,
  stillThere: '¿Sigues ahí? Pulsa una tecla.',
  youAreIdle: 'Llevas mucho tiempo quieto. Pulsa una tecla para seguir.',
  here: 'Estoy aquí',
  isIdle: (name: string) => `${name} no se mueve.`,
  fold: 'Plegar',
  foldSheet: 'Plegar la sala',
  openSheet: 'Abrir la sala',
  warmUp: 'Calentamiento: aún no cuenta nada',
};
