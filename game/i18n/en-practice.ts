/** What can be chosen for practice. */
export const enPractice = {
  title: 'Practice',
  size: 'Teams',
  sizes: (players: number) => (players === 0 ? 'Drill' : `${players}v${players}`),
  drill: 'Move, kick, score: three steps, alone with the ball. Then a bot comes.',
  level: 'Bots',
  levels: { rookie: 'Rookie', regular: 'Regular', pro: 'Pro', ace: 'Ace', match: 'Match me' },
  start: 'Start',
} as const;
