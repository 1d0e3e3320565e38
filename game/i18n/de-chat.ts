import type { Messages } from './en.ts';

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

export const deChatSettings = {
  chat: 'Chat',
  talk: 'Schreiben (auch Enter)',
  quick1: 'Schnellchat 1',
  quick2: 'Schnellchat 2',
  quick3: 'Schnellchat 3',
  quick4: 'Schnellchat 4',
} as const;
