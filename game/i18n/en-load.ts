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
    replays: 'The replays are missing.',
    stats: 'The statistics are missing.',
    sounds: 'The sounds are missing.',
    qr: 'The QR code is missing.',
  },
};

export const enLoadErrors = {
  'newer-version': {
    title: 'A newer version is out',
    text: 'This page belongs to the older one. Reload it to go on: your name and settings are kept.',
  },
  offline: {
    title: 'No connection',
    text: 'The server does not answer. Check your internet connection and try again.',
  },
  'server-error': {
    title: 'A part of the game did not arrive',
    text: 'The server answers, but not with this part. Try again in a moment.',
  },
  broken: {
    title: 'A part of the game does not start',
    text: 'Reload this page. If it keeps happening, tell whoever runs this server.',
  },
};
