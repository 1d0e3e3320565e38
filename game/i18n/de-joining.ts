import type { Messages } from './en.ts';

export const deJoining: Messages['joining'] = {
  title: (code: string) => `Raum ${code} wird betreten`,
  making: 'Dein Raum wird geöffnet',
  lobby: 'Lobby wird erreicht',
  knock: 'Der Host wird gefragt, ob du hereindarfst',
  host: 'Der Gastgeber ist kurz weg. Sobald er zurück ist, bist du drin.',
  back: 'Du warst lange weg. Zurück in den Raum…',
  route: 'Direkter Weg zu deinem Freund wird gesucht',
  hello: 'Begrüßung',
  snapshot: 'Spiel wird geladen',
  stadium: 'Karte wird geladen',
  slow: 'Das dauert länger als sonst. Manche Netze brauchen ein paar Sekunden mehr.',
};

export const deEntranceErrors: Pick<
  Messages['errors'],
  'room-locked' | 'bad-password' | 'knock-refused'
> = {
  'room-locked': {
    title: 'Der Raum ist abgeschlossen',
    text: 'Gerade lässt der Host niemand Neues herein. Versuch es später noch einmal oder such dir einen anderen Raum.',
  },
  'bad-password': {
    title: 'Dieser Raum hat ein Passwort',
    text: 'Frag nach dem Passwort. Du brauchst es nur beim Hereinkommen.',
  },
  'knock-refused': {
    title: 'Der Host hat dich nicht hereingelassen',
    text: 'Er hat abgelehnt oder dein Klopfen nicht gesehen. Versuch es in einer Minute noch einmal oder such dir einen anderen Raum.',
  },
};
