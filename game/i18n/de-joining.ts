import type { Messages } from './en.ts';

export const deJoining: Messages['joining'] = {
  title: (code: string) => `Raum ${code} wird betreten`,
  making: 'Dein Raum wird geöffnet',
  lobby: 'Lobby wird erreicht',
  host: 'Der Gastgeber ist kurz weg. Sobald er zurück ist, bist du drin.',
  back: 'Du warst lange weg. Zurück in den Raum…',
  route: 'Direkter Weg zu deinem Freund wird gesucht',
  hello: 'Begrüßung',
  snapshot: 'Spiel wird geladen',
  stadium: 'Karte wird geladen',
  slow: 'Das dauert länger als sonst. Manche Netze brauchen ein paar Sekunden mehr.',
};
