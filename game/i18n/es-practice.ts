import type { Messages } from './en.ts';

export const esPractice: Messages['practice'] = {
  title: 'Práctica',
  size: 'Equipos',
  sizes: (players: number) => `${players}v${players}`,
  level: 'Bots',
  levels: { rookie: 'Novato', regular: 'Normal', pro: 'Pro', ace: 'As', match: 'A mi nivel' },
  start: 'Empezar',
};
