import type { Widened } from '../../widened.ts';

/** What stands in the settings, beside the words that the menu has. */
export const enOptions = {
  /** Own colours of the teams. */
  colours: {
    title: 'Own colours',
    hue: 'Hue',
    strength: 'Strength',
    lightness: 'Lightness',
    use: 'Play in own colours',
    inUse: 'In use. Everybody tells these colours apart.',
    fits: 'Everybody tells these colours apart.',
    refused: 'These are not taken; the teams stay as they were.',
    pitch: (team: string) => `${team} is too close to the colour of the pitch.`,
    letters: (team: string) => `${team} is too dark for the letters on it.`,
    ball: (team: string) => `${team} is too close to the white of the ball.`,
    apart: (eyes: string) => `The teams look too much alike ${eyes}.`,
    sights: {
      normal: 'to most eyes',
      protan: 'to eyes that see no red',
      deutan: 'to eyes that see no green',
      tritan: 'to eyes that see no blue',
      grey: 'on a screen without colour',
    },
  },
  /** What stands on one's disc. */
  badge: {
    letters: 'A number, or one or two letters',
    pictures: 'Or a picture',
    initials: (letters: string) => `Letters of your name: ${letters}`,
    problem: 'Two letters or digits at most.',
    done: 'Done',
  },
  streamerHint:
    'Hides the room code, the QR code, the address and the names of others, turns chat off and hides your IP address.',
  quickText: 'Text in quick matches',
  quickTextHint: 'What strangers write, and you. Quick lines and emotes are there without it.',
  emotes: 'Emotes of others',
  hideAddressHint:
    'Others then reach you only over this server and its relay, a little slower, and pings to rooms are not measured. Counts from the next room on.',
  addKey: (action: string) => `Add a key for ${action}`,
  removeKey: (key: string, action: string) => `Remove ${key} from ${action}`,
  pressKey: 'Press a key…',
  refusedKey: 'This key cannot be used for it.',
  resetKeys: 'Reset keys',
  goalReplay: 'Show goals again',
  goalReplays: { friends: 'With friends', always: 'Always', never: 'Never' },
  ownRing: 'Width of your white ring',
  zoom: 'Size of the pitch',
  wholePitch: 'Whole pitch',
  quality: 'Quality of the picture',
  qualities: { auto: 'Automatic', high: 'High', balanced: 'Balanced', low: 'Low' },
  pictureCap: 'Most pictures a second',
  allPictures: 'No limit',
  hudOpacity: 'Opacity of the display',
  lowLatency: 'Draw with less delay',
  lowLatencyHint:
    'Try it where play feels heavy; some screens flicker by it. Counts when the page is loaded again.',
  crowd: 'Crowd',
  touchSize: 'Touch: size',
  touchOpacity: 'Touch: opacity',
  roomKits: 'Team colours of the room',
  roomKitsHint: 'Only where nobody mixes the teams up. A rim in your own colours stays.',
  pitchNames: 'Names on the pitch',
  ground: 'Ground',
  grounds: { map: 'As the map says', night: 'Night', ice: 'Ice', clay: 'Clay' },
  movedKey: 'Its usual key belongs to something else, so it got this one.',
  tookKey: (key: string, action: string) => `${key} is taken from “${action}”.`,
  lastKey: (key: string, action: string) =>
    `Only ${key} does “${action}”: choose something else for that first.`,
  addButton: (action: string) => `Add a button for ${action}`,
  pressButton: 'Press a button…',
  resetButtons: 'Reset buttons',
  standings: 'Standings',
  /** The second person of a window. */
  second: {
    title: 'Second person on this device',
    name: 'Name of the second person',
    hands: 'The second person plays with',
    choices: { arrows: 'Arrow keys', letters: 'Letters, at the left', pad: 'A gamepad' },
    keys: (move: string, kick: string) => `Moves with ${move}, kicks with ${kick}.`,
    pad: 'The gamepad that was plugged in last.',
    noPad: 'No gamepad is there: plug one in and press a button on it.',
    noHands:
      'Two people on one device need a keyboard or a gamepad: a touch screen has room for one pair of hands.',
    join: 'Play together here',
    comes: 'The second person is on the way…',
    knocks: 'The host is asked about the second person…',
    cancel: 'Not now',
    leave: 'Second person leaves',
    team: 'Team of the second person',
    watch: 'Watch',
    stillThere: 'Still there? Press one of your keys.',
    hasKey: (key: string) => `${key} is a key of the second person on this device.`,
  },
  /** [V76] Kits of the teams. */
  kits: {
    title: 'What the teams wear',
    none: 'Own colours',
    kit: (number: number) => `Kit ${number}`,
    hint: 'Each person sees the rim of a disc in their own colours, and may switch kits off (Settings, Look).',
  },
  /** What is told once over a match, and what stands in the title of a hidden page. */
  once: {
    turn: 'Turn your phone: the pitch is larger sideways.',
    starts: '▶ The match starts',
  },
  /** [R51] To a person that was taken to the bench. */
  satOut: {
    text: 'You did nothing for five minutes, so you only watch now.',
    back: 'Back to my team',
  },
  /** [R48] To one that stays in a match that the other side has left. */
  deserted: {
    gone: (name: string) => `${name} has been gone for 20 seconds.`,
    nobody: 'Nobody is left on the other side.',
    claim: 'Claim the win',
    wait: 'Pause and wait',
    bot: 'Play the bot',
  },
  /** Without a server, and as an app of its own. */
  offline: {
    away: 'No connection to the server. Practice, replays and settings work without it; rooms come back by themselves.',
    install: 'Install Peerball',
    byHand: 'To install Peerball: tap Share, then “Add to Home Screen”.',
    noInstall: 'Do not offer this again',
  },
  /** [V77] The camera of those who watch. */
  spectate: { camera: 'Camera', ball: 'the ball', free: 'free' },
} as const;

export type OptionsTexts = Widened<typeof enOptions>;
