import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('en');

/** The way in. */
export const enHome = {
  tagline: 'Arena ball with friends, straight in the browser.',
  nickLabel: 'Your name',
  newNick: 'Another name',
  badge: 'What stands on your disc',
  makeRoom: 'Play with a friend',
  makeRoomHint: 'make a room, send the link',
  codeLabel: 'Join with a code',
  codePlaceholder: 'code or link',
  join: 'Join',
  replays: 'Replays',
  publicRooms: 'Public rooms',
  publicRoomsHint: 'find people to play with',
  password: 'Password',
  practice: 'Practice alone',
  practiceHint: 'with bots, works offline',
  practiceChoice: 'Choose map, teams and level',
  attract: (keys: string) => `Press ${keys}: you play right now.`,
  attractTouch: 'Touch the pitch: you play right now.',
  promises: 'No account · no ads · no tracking · players see each other’s IP address',
  notNow: 'Not now',
  invited: (code: string) => `You are invited to room ${code}.`,
  invitedBy: (name: string) => `${name} invites you.`,
  room: 'Room',
  here: 'There now',
  playing: 'Match',
  rejoin: (sun: number, wave: number) => `Rejoin match ${sun}–${wave}`,
  rejoinLeft: (time: string) => `your seat is kept, ${time} left`,
} as const;

/** On the way into a room. */
export const enJoining = {
  title: (code: string) => `Joining room ${code}`,
  making: 'Making your room',
  lobby: 'Reaching the lobby',
  knock: 'Asking the host to let you in',
  host: 'The host is away for a moment. You are in as soon as it is back.',
  back: 'You were away for long. Back into the room…',
  route: 'Finding a direct route to your friend',
  hello: 'Saying hello',
  snapshot: 'Loading the match',
  stadium: 'Loading the map',
  slow: 'This takes longer than usual. Some networks need a few more seconds.',
} as const;

/** Quick match with strangers. */
export const enQuick = {
  play: 'Play',
  playHint: 'quick match with others',
  joining: 'To the pitch…',
  searching: (count: number) =>
    plural(count, { one: '1 person searching', other: `${count} people searching` }),
  playing: (count: number) => `${count} playing`,
  next: (seconds: number) => `Next match in ${seconds} s`,
} as const;

/** Files that did not arrive, and a newer version of all of them. */
export const enLoad = {
  newer: 'A newer version is out. Reload to get it: your name and settings are kept.',
  newerInRoom: 'A newer version is out. Reload when it suits you: you come back into this room.',
  newerLeaves:
    'A newer version is out. Reloading leaves this room, which nobody can join any more.',
  missing: {
    game: 'The game itself is missing.',
    pitch: 'The pitch is missing.',
    language: 'The texts in this language are missing.',
    gamepad: 'The menus for the gamepad are missing.',
    settings: 'The settings are missing.',
    practice: 'The choice for practice is missing.',
    badge: 'The choice for your disc is missing.',
    replays: 'The replays are missing.',
    beside: 'A part of the room is missing.',
    stats: 'The statistics are missing.',
    sounds: 'The sounds are missing.',
    qr: 'The QR code is missing.',
  },
} as const;
