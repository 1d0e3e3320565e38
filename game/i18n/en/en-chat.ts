export const enChat = {
  title: 'Chat',
  empty: 'Nobody has said anything yet.',
  field: 'Your message',
  placeholder: 'Message…',
  send: 'Send',
  write: 'Write a message',
  /** Instead of that, for who holds a gamepad in a match. */
  byKeyboard: 'To write, use a keyboard or wait for the room.',
  toAll: 'To all',
  toTeam: 'To my team',
  /** Before a line that only the team reads. */
  team: 'team',
  /** Before a line of the room that this person alone reads. */
  toYou: 'for you',
  keys: 'Enter sends, Tab changes who reads it, Esc closes',
  quickTitle: 'Quick chat',
  quick: ['Pass!', 'Shoot!', 'Defend', 'Mine', 'Nice!', 'Sorry', 'Good game', 'Thanks'],
  /** What an emote says in words, behind the name of the one that shows it. */
  emotes: {
    like: 'likes it',
    wow: 'is amazed',
    angry: 'is angry',
    cool: 'is cool',
    laugh: 'laughs',
    cry: 'cries',
    love: 'loves it',
    sleepy: 'is sleepy',
  },
  says: (name: string, text: string) => `${name}: ${text}`,
  mute: (name: string) => `Mute ${name}`,
  unmute: (name: string) => `Hear ${name} again`,
  refusals: {
    nobody: 'Nobody can hear you yet.',
    empty: 'There is nothing to send.',
    'too-fast': 'Slow down: wait a few seconds.',
    'no-team': 'Only players have a team.',
  },
  choice: 'What others say',
  choices: { on: 'On', quick: 'Quick chat only', off: 'Off' },
} as const;

/** What is wrong with a name or a line of chat, see `TextProblem`. */
export const enText = {
  empty: 'Enter something that can be seen.',
  'too-long': (max: number) => `Too long: ${max} characters at most.`,
  'too-big': 'Too big: leave something out.',
  marks: 'Too many marks on one letter.',
  direction: 'Hidden characters turn the direction of writing: type it anew.',
} as const;
