import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('en');

/** A room, before and between matches. */
export const enRoom = {
  title: 'Room',
  code: 'Room code',
  copyLink: 'Copy link',
  copied: 'Copied ✓',
  holdToShow: 'Hold to show the code',
  copyFailedHidden: 'The browser did not copy the link. Hold the code to read it.',
  copyFailed: 'Copying is blocked here: select the link and copy it.',
  share: 'Share…',
  shareText: 'Play Peerball with me:',
  qr: 'QR code',
  qrHint: (code: string) => `Scan to join room ${code}`,
  linkLabel: 'Invite link',
  invite: 'Send the link or the code to your friend. Whoever opens it is in.',
  host: 'host',
  playHere: 'Play here',
  toBench: 'Watch from the bench',
  manage: (name: string) => `Manage ${name}`,
  remove: 'Remove…',
  removeTitle: (name: string) => `Remove ${name}?`,
  removeText: 'They leave the room at once. The code does not bring them back.',
  removeConfirm: 'Remove',
  isFull: (places: number) =>
    `The room is full: all ${places} places are taken, those for watching too.`,
  freePlace: 'Free place',
  emptyBench: 'Nobody is watching.',
  ready: 'ready',
  notReady: 'not ready',
  away: 'reconnecting',
  imReady: "I'm ready",
  imReadyOn: 'Ready ✓',
  startNow: 'Start now',
  starting: 'Everybody is ready: starting…',
  waitingForFriend: 'Waiting for your friend…',
  waitingForReady: 'Waiting until everybody is ready.',
  waitingForHost: 'The host starts the match.',
  needBothTeams: 'Each team needs a player.',
  joinedAnnounce: (name: string) => `${name} joined.`,
  leftAnnounce: (name: string) => `${name} left.`,
  leave: 'Leave room',
  access: 'Who may come in',
  rules: 'Rules',
  timeLimit: 'Time limit',
  goalLimit: 'Goal limit',
  presetQuick: 'Quick',
  presetFirst: 'First to 3',
  presetLong: 'Long',
  minutes: (count: number) => (count === 0 ? 'no time limit' : `${count} min`),
  goals: (count: number) => (count === 0 ? 'no goal limit' : `first to ${count}`),
} as const;

/** Choosing, loading and sending of maps. */
export const enMaps = {
  title: 'Map',
  choose: 'Choose a map',
  builtIn: 'Maps that everybody has',
  own: 'Your maps',
  names: {
    small: 'Small',
    classic: 'Classic',
    big: 'Big',
    huge: 'Huge',
    rounded: 'Rounded',
    rink: 'Rink',
  },
  size: (width: number, height: number) => `${width} × ${height}`,
  discs: (count: number) =>
    plural(count, { one: '1 disc beside the ball', other: `${count} discs beside the ball` }),
  ownColours: 'Map in its own colours',
  remove: (name: string) => `Delete ${name}`,
  load: 'Load a map…',
  loadHint: 'A .hbs or .json file. You can also drop it on this page, or paste its text.',
  take: 'Play on this map',
  takeHint: 'Everybody in the room gets it from you. It is kept in this browser.',
  back: 'Back to the maps',
  refused: (name: string) =>
    name === '' ? 'This is no map that can be played on.' : `${name} cannot be played on.`,
  sending: (name: string, percent: number) => `Sending the map to ${name}: ${percent} %`,
  receiving: (percent: number) => `Loading the map: ${percent} %`,
  full: 'Your maps are full. Delete one to keep another.',
  blocked: 'This browser keeps no maps: they are gone when you leave.',
} as const;

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
