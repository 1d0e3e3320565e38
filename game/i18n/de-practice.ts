import type { Messages } from './en.ts';

export const dePractice: Messages['practice'] = {
  title: 'Training',
  size: 'Teams',
  sizes: (players: number) => (players === 0 ? 'Übung' : `${players}v${players}`),
  drill: 'Laufen, schießen, treffen: drei Schritte, allein mit dem Ball. Dann kommt ein Bot.',
  level: 'Bots',
  levels: {
    rookie: 'Neuling',
    regular: 'Normal',
    pro: 'Profi',
    ace: 'Ass',
    match: 'Passt sich an',
  },
  start: 'Los',
};
