import type { Messages } from './en.ts';

export const esPractice: Messages['practice'] = {
  title: 'Práctica',
  size: 'Equipos',
  sizes: (players: number) => (players === 0 ? 'Ejercicio' : `${players}v${players}`),
  drill: 'Moverse, chutar, marcar: tres pasos, a solas con el balón. Después llega un bot.',
  level: 'Bots',
  levels: { rookie: 'Novato', regular: 'Normal', pro: 'Pro', ace: 'As', match: 'A mi nivel' },
  start: 'Empezar',
};
