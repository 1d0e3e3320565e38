/** What the end of a match says. */
export const enResult = {
  wins: (team: string) => `${team} wins`,
  draw: 'No winner',
  youWin: 'Well played, you won!',
  youLose: 'Well fought. Another?',
  watched: 'Final score',
  player: 'Player',
  goals: 'Goals',
  assists: 'Assists',
  saves: 'Saves',
  shots: 'Shots',
  touches: 'Touches',
  possession: 'Ball',
  /** Column headings where there is little room. */
  short: { goals: 'G', assists: 'A', saves: 'Sv', shots: 'Sh', touches: 'T', possession: 'Ball' },
  rematch: 'Rematch',
  rematchWaiting: 'Waiting for the others…',
  backToRoom: 'Back to the room',
  leave: 'Leave',
};
