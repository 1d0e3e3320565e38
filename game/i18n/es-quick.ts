import type { Messages } from './en.ts';

export const esQuick: Messages['quick'] = {
  play: 'Jugar',
  playHint: 'partida rápida con otros',
  joining: 'Al campo…',
  searching: (count) => (count === 1 ? '1 persona busca' : `${count} personas buscan`),
  playing: (count) => `${count} jugando`,
  next: (seconds) => `Próximo partido en ${seconds} s`,
};
