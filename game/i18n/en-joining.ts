/** On the way into a room. */
export const enJoining = {
  title: (code: string) => `Joining room ${code}`,
  making: 'Making your room',
  lobby: 'Reaching the lobby',
  host: 'The host is away for a moment. You are in as soon as it is back.',
  back: 'You were away for long. Back into the room…',
  route: 'Finding a direct route to your friend',
  hello: 'Saying hello',
  snapshot: 'Loading the match',
  stadium: 'Loading the map',
  slow: 'This takes longer than usual. Some networks need a few more seconds.',
} as const;
