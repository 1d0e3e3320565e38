import type { Widened } from '../../widened.ts';

/** What is loaded with the game itself, behind the menu. */
export const enPlay = {
  /** Bots in a room. */
  bots: {
    bot: 'bot',
    add: 'Add bot',
    addTo: (team: string) => `Add bot to ${team}`,
    fill: 'Fill with bots',
    level: (name: string) => `Level of ${name}`,
    remove: (name: string) => `Remove ${name}`,
    nothing: 'Bots understand nothing of this map: they stay out of the way.',
    keepsSeat: (name: string) => `${name} is reconnecting: a bot plays.`,
    waits: 'takes a bot’s place at the next kick-off',
    levels: { rookie: 'Rookie', regular: 'Regular', pro: 'Pro', ace: 'Ace', match: 'Match us' },
  },
  /** Text among strangers, and who is not heard. */
  talk: {
    noText: 'There is no text in quick matches. Settings, Chat turns it on.',
    allow: 'Turn text on here',
    mute: 'Mute…',
    muteText: 'Nothing is read or heard of people whom you mute, and their names are hidden.',
  },
  /** What is told once. */
  once: {
    address: 'Players whom you meet here see your IP address.',
  },
  /** Running a room together. */
  votes: {
    arrange: 'Both teams',
    begins: 'How matches begin',
    byHand: 'begin by hand',
    autoFor: (size: number) => `winner stays ${size}v${size}`,
    rotation: (size: number) => `rotation ${size}v${size}`,
    waits: (place: number) => `waits, ${place}`,
    wait: 'Wait for a place',
    onlyWatch: 'Only watch',
    shuffle: 'Shuffle',
    balance: 'Balance',
    swap: 'Swap sides',
    pause: 'Pause for everybody',
    goOn: 'Go on',
    askPause: 'Ask for a pause',
    askGoOn: 'Ask to go on',
    wantsPause: (name: string) => `${name} asks for a pause.`,
    wantsGoOn: (name: string) => `${name} asks to go on.`,
    wantsAway: (name: string) => `Send ${name} away?`,
    count: (voices: number, needed: number) => `${voices} of ${needed}`,
    agree: 'Agree',
    sendAway: 'Vote to send away…',
    sendAwayTitle: 'Who is to go?',
    sendAwayText:
      'The others vote. Whoever is sent away cannot come back to this room. Your voice counts for 30 seconds.',
    won: (score: string) => `Won in this room: ${score}`,
  },
  /** The host, and what is on its way in a room. */
  host: {
    handOver: 'Make host',
    handOverTitle: (name: string) => `Make ${name} the host?`,
    handOverText: 'They choose map, rules and teams from then on. Only they can give it back.',
    coHost: 'Co-host',
    makeCoHost: 'Make co-host',
    takeCoHost: 'Take co-host back',
    script: 'Script',
    scriptAway: 'Script, away',
    hostIs: (name: string) => `${name} is the host now.`,
    hostIsBack: (name: string) => `${name} is back and the host again.`,
    youAreHost: 'You are the host now.',
    hostAway: (name: string) => `${name} is the host and away. Be ready to play meanwhile.`,
    onItsWay: 'on its way…',
    mapComing: (name: string) => `${name} is on its way to everybody.`,
    aMapComing: 'What was chosen is on its way to everybody.',
    fromReplay: 'Play on from a replay…',
    takesUp: (name: string) => `${name} lets the room play on from a replay.`,
    stay: 'Stay on this map',
    waitsForMap: 'The match waits for the map that is on its way.',
    startWaits: 'It starts once what you changed is in.',
    late: 'A match had begun before your last change came through: it plays without it.',
    lost: 'Your last change did not come through. Try again.',
  },
  /** A link to a moment of a match. */
  links: {
    goal: 'Link to the last goal',
    moment: 'Copy a link to this moment',
    copied: 'Link copied. It shows eight seconds of this match.',
    blocked: 'This browser does not let the page copy. The link:',
    none: 'No link can be made of this.',
  },
  /** A goal, beside what the menu says of it. */
  goal: {
    speed: (kmh: number) => `${kmh} km/h`,
    assisted: (scorer: string, name: string) => `${scorer}, assisted by ${name}`,
  },
  /** What can be done with the recording of a match that has ended. */
  record: {
    watchGoals: 'Watch goals',
    best: 'Player of the match',
    replay: 'Replay',
    skip: 'kick to skip',
    ownGoals: 'Own goals',
    ownGoalsShort: 'OG',
  },
  /** How everybody stands, over a match. */
  standings: {
    title: 'Players and pings',
    ping: 'Ping',
    inAll: 'Behind the stroke: all matches in this room since you came.',
  },
  /** What stands on one's disc. */
  badge: {
    title: 'Your disc',
  },
  /** What brings a second person to this window; the rest of it comes once that is wanted. */
  second: 'Add a person on this device',
  /** People who talk; the rest of it comes once voice is on. */
  voice: {
    name: 'Voice',
    turnOn: 'Turn voice on',
    hint: 'Talk with the people in this room. They hear you only while you hold a key or a button.',
    key: 'Talk (hold)',
  },
} as const;

export type PlayTexts = Widened<typeof enPlay>;
