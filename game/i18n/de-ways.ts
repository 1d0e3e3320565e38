import type { enPrivacy, enWays } from './en-ways.ts';
import type { Widened } from './widened.ts';

/** [L141] What others learn of one's address. */
export const dePrivacy: Widened<typeof enPrivacy> = {
  privacy: 'Privatsphäre',
  hideAddress: 'Meine IP-Adresse verbergen',
  hideAddressHint:
    'Andere erreichen dich dann nur über diesen Server und sein Relay, etwas langsamer, und Pings zu Räumen werden nicht gemessen. Gilt ab dem nächsten Raum.',
};

/** Where two machines find no way to each other. */
export const deWays: Widened<typeof enWays> = {
  'link-failed': {
    title: 'Kein Weg zu deinem Freund',
    text: 'Eine Firewall sperrt direkte Verbindungen zwischen euch. Versuch es noch einmal oder in einem anderen Netz: Mobile Daten gehen oft.',
  },
  'turn-refused': {
    title: 'Das Relay dieses Servers ist falsch eingestellt',
    text: 'Es nimmt das Passwort nicht an, das dieser Server ausgibt, und ohne Relay gibt es keinen Weg zwischen euch. Beheben kann das, wer den Server betreibt.',
  },
  'no-relay': {
    title: 'Kein Weg zu deinem Freund',
    text: 'Eine Firewall sperrt direkte Verbindungen zwischen euch, und dieser Server leitet nichts weiter: Wer ihn betreibt, hat das abgeschaltet. Versuch es in einem anderen Netz: Mobile Daten gehen oft.',
  },
};
