/** What went wrong, and what can be done. */
export const enErrors = {
  'link-failed': {
    title: 'No route to your friend',
    text: 'A firewall blocks direct connections between you two. Try again, or try another network: mobile data often works.',
  },
  'turn-refused': {
    title: 'The relay of this server is set up wrongly',
    text: 'It refuses the password that this server gives out, and without it there is no way between you two. Whoever runs the server can mend it.',
  },
  'no-relay': {
    title: 'No route to your friend',
    text: 'A firewall blocks direct connections between you two, and whoever runs this server has turned its relay off. Try another network: mobile data often works.',
  },
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
  'room-locked': {
    title: 'The room is locked',
    text: 'Its host lets nobody new in just now. Try again later, or look for another room.',
  },
  'bad-password': {
    title: 'This room has a password',
    text: 'Ask your friend for it. It is asked for only when you come in.',
  },
  'knock-refused': {
    title: 'The host did not let you in',
    text: 'They said no, or did not see that you knocked. Try again in a minute, or look for another room.',
  },
  'bad-code': {
    title: 'This address leads to no room',
    text: 'A room code has six of these symbols: 23456789 CFGHJMPQRVWX. Check it, or paste the whole link.',
  },
  'no-room': {
    title: 'There is no such room',
    text: 'The code may be mistyped, or everybody has left. Ask your friend for a new link, or make a room yourself.',
  },
  'room-full': {
    title: 'This room is full',
    text: 'All places are taken, those for watching too. Try again when somebody has left, or make a room yourself.',
  },
  'version-reload': {
    title: 'A newer version is out',
    text: 'Reload this page to play with your friend. Your name and settings are kept.',
  },
  'version-friend': {
    title: 'Your friend has an older version',
    text: 'Ask your friend to reload the page, then try again.',
  },
  'version-lobby': {
    title: 'The server has an older version',
    text: 'The server that hosts this game must be updated. Ask its operator; practice works meanwhile.',
  },
  'no-webrtc': {
    title: 'This browser cannot connect',
    text: 'WebRTC is turned off in this browser. Turn it on, or use another browser; practice works without it.',
  },
  'lobby-unreachable': {
    title: 'The lobby cannot be reached',
    text: 'Check your internet connection and try again. Practice works without it.',
  },
  'lobby-full': {
    title: 'The server is full',
    text: 'It holds no more people or rooms just now. Try again in a minute; practice works meanwhile.',
  },
  'lobby-restarts': {
    title: 'The server is about to restart',
    text: 'It opens no new rooms for a moment. Try again in a minute; practice works meanwhile.',
  },
  'network-full': {
    title: 'Too many from your network',
    text: 'This server limits how many people and rooms one network may have. Close a tab or a room, or try again in a minute.',
  },
  'host-gone': {
    title: 'The host is gone',
    text: 'Nobody is left to let you in. Make a new room and send the new link.',
  },
  'host-silent': {
    title: 'The host does not answer',
    text: 'Its device may be asleep or without a network. Try again when it is back.',
  },
  'room-closed': {
    title: 'This room was closed',
    text: 'The person who runs this server closed it, and the match in it ended.',
  },
  'room-ended': {
    title: 'The room has ended',
    text: 'While you were away nobody was left in it. Make a new room and send the new link.',
  },
  removed: {
    title: 'You were sent away from the room',
    text: 'The host or the others decided so. The code works again only once the host allows it.',
  },
  'join-timeout': {
    title: 'Joining took too long',
    text: 'The connection is there, but too slow to load the match. Try again in a moment.',
  },
  'rate-limited': {
    title: 'That was a lot of tries',
    text: 'Please wait a minute, then try again.',
  },
  replaced: {
    title: 'Playing in another tab',
    text: 'This room was opened in another tab or window of yours. Go on there, or join again here.',
  },
  unknown: {
    title: 'Something went wrong',
    text: 'Please try again. If it keeps happening, reload the page.',
  },
  'no-webgl': {
    title: 'The pitch cannot be drawn',
    text: 'This browser has WebGL turned off. Turn on hardware acceleration in its settings, or use another browser.',
  },
  'no-audio': {
    title: 'No sound here',
    text: 'This browser cannot play any. The game goes on without them.',
  },
  'webgl-lost': {
    title: 'The picture is gone',
    text: 'The graphics of this device stopped. Reload this page to see the pitch again: in a room your seat is kept.',
  },
} as const;
