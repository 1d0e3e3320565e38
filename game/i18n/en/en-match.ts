/** On and beside the pitch. */
export const enMatch = {
  score: (sun: number, wave: number) => `Sun ${sun}, Wave ${wave}`,
  clock: (minutes: number, seconds: number) => `${minutes} minutes ${seconds} seconds`,
  goldenGoal: 'Golden goal: the next one wins',
  menu: 'Menu',
  ping: (ms: number) => `${ms} ms`,
  pingLabel: (ms: number) => `Connection ${ms} milliseconds`,
  paths: { direct: 'direct', turn: 'TURN', lobby: 'via lobby' },
  pathLabel: {
    direct: (ms: number) => `Direct connection, ${ms} milliseconds`,
    turn: (ms: number) => `Connection over a TURN server, ${ms} milliseconds`,
    lobby: (ms: number) => `Connection through the lobby, ${ms} milliseconds`,
  },
  alone: 'practice',
  waiting: 'Waiting for your friend…',
  absent: (name: string) => `${name} is reconnecting…`,
  paused: 'Paused',
  go: 'GO',
  watching: 'You are watching.',
  hintMove: 'move',
  hintKick: 'kick',
  hintScore: 'score in that goal',
  lobbyLost: 'Lobby lost',
  lobbyLostLong: 'Lobby lost: you can keep playing',
  lobbyLostRoom: 'Lobby lost: you all stay, but nobody new can come in until it is back.',
  lobbyRestarts: 'Lobby restarts',
  lobbyRestartsLong: 'The lobby restarts: you all stay, and can keep playing.',
  roomClosed: 'Room closed',
  roomGone: 'The lobby closed this room: nobody new can join. Whoever is here plays on.',
  matchLost: 'The match from before the reload is lost: no page in this room has kept it.',
  roomGoneAlone: 'The lobby closed this room, and nobody else is here.',
  left: (name: string) => `${name} left.`,
  gone: (name: string) => `${name} has not come back.`,
  warnLatency: (ms: number) => `${ms} ms`,
  warnJitter: 'unsteady',
  warnLoss: (percent: number) => `${percent} % lost`,
  warnSilent: 'interrupted…',
  warnReconnecting: 'reconnecting…',
  warnEaten: 'your moves come late',
  warnRepaired: 'back in step',
  warnBenched: 'you only watch now',
  warnLong: {
    latency: 'Slow connection',
    jitter: 'Unsteady connection',
    loss: 'Packets are being lost',
    silent: 'Connection interrupted',
    reconnecting: 'Connection lost, reconnecting',
    eaten: 'Your moves come too late, some are left out',
    repaired: 'Your machine had computed something else and has the state of the others again',
    benched:
      'Your machine computed something else three times in a minute, so you only watch now. You may join a team again',
  },
  moving: (name: string) => `No word from ${name} — moving the match…`,
  movingAlone: 'No word from the others — waiting for them…',
  movingLeft: (name: string) => `${name} left — moving the match…`,
  back: 'You were away for long: you are back in the room.',
} as const;

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
} as const;

/** A goal. */
export const enGoal = {
  goal: 'GOAL',
  ownGoal: 'Own goal',
  assist: (name: string) => `assist ${name}`,
  announce: (team: string, scorer: string, sun: number, wave: number) =>
    `Goal for ${team} by ${scorer}. ${sun} to ${wave}.`,
  announceOwn: (team: string, sun: number, wave: number) =>
    `Own goal. It counts for ${team}. ${sun} to ${wave}.`,
} as const;

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
} as const;
