import type { Messages } from './en.ts';

export const dePractice: Messages['practice'] = {
  title: 'Training',
  size: 'Teams',
  sizes: (players: number) => `${players}v${players}`,
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
