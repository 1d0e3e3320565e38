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

/** What keeps a newcomer out. */
export const enEntranceErrors = {
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
} as const;
