import type { Messages } from '../en/en.ts';

export const deChat: Messages['chat'] = {
  title: 'Chat',
  empty: 'Noch hat niemand etwas gesagt.',
  field: 'Deine Nachricht',
  placeholder: 'Nachricht…',
  send: 'Senden',
  write: 'Nachricht schreiben',
  byKeyboard: 'Zum Schreiben: Tastatur, oder nachher im Raum.',
  toAll: 'An alle',
  toTeam: 'An mein Team',
  team: 'Team',
  toYou: 'für dich',
  keys: 'Enter sendet, Tab wechselt, wer es liest, Esc schließt',
  quickTitle: 'Schnellchat',
  quick: ['Pass!', 'Schieß!', 'Verteidigen', 'Meiner', 'Stark!', 'Sorry', 'Gutes Spiel', 'Danke'],
  emotes: {
    like: 'findet das gut',
    wow: 'staunt',
    angry: 'ist wütend',
    cool: 'ist cool',
    laugh: 'lacht',
    cry: 'weint',
    love: 'liebt es',
    sleepy: 'ist müde',
  },
  says: (name: string, text: string) => `${name}: ${text}`,
  mute: (name: string) => `${name} stumm schalten`,
  unmute: (name: string) => `${name} wieder hören`,
  refusals: {
    nobody: 'Noch kann dich niemand hören.',
    empty: 'Da ist nichts zu senden.',
    'too-fast': 'Langsamer: Warte ein paar Sekunden.',
    'no-team': 'Nur wer spielt, hat ein Team.',
  },
  choice: 'Was andere sagen',
  choices: { on: 'An', quick: 'Nur Schnellchat', off: 'Aus' },
};

export const deText: Messages['text'] = {
  empty: 'Gib etwas ein, das man sieht.',
  'too-long': (max: number) => `Zu lang: höchstens ${max} Zeichen.`,
  'too-big': 'Zu groß: Lass etwas weg.',
  marks: 'Zu viele Akzente auf einem Buchstaben.',
  direction: 'Versteckte Zeichen drehen die Schreibrichtung um: Tippe es neu.',
};
