/** The menu of a match. */
export const enMenu = {
  title: 'Menu',
  goesOn: 'The match goes on while this is open.',
  waits: 'Practice waits while this is open.',
  resume: 'Resume',
  watch: 'Watch instead',
  playFor: (team: string) => `Play for ${team}`,
  settings: 'Settings',
  stats: 'Statistics',
  backToRoom: 'End match for everybody',
  leaveMatch: 'Leave match',
  leavePractice: 'End practice',
} as const;
