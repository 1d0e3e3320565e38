/** The start of a match, and what is said to those who stand still in it. */
export const enStart = {
  kicksOff: (team: string) => `${team} kicks off`,
  stillThere: 'Still there? Press a key.',
  youAreIdle: 'You stood still for long. Press a key to play on.',
  here: 'I am here',
  isIdle: (name: string) => `${name} does not move.`,
  fold: 'Fold',
  foldSheet: 'Fold the room away',
  openSheet: 'Open the room',
  warmUp: 'Warm-up: nothing counts yet',
};
