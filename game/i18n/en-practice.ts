/** What can be chosen for practice. */
export const enPractice = {
  title: 'Practice',
  size: 'Teams',
  sizes: (players: number) => `${players}v${players}`,
  level: 'Bots',
  levels: { rookie: 'Rookie', regular: 'Regular', pro: 'Pro', ace: 'Ace', match: 'Match me' },
  start: 'Start',
} as const;
