import type { Messages } from './en.ts';

export const deQuick: Messages['quick'] = {
  play: 'Spielen',
  playHint: 'schnelles Spiel mit anderen',
  joining: 'Auf den Platz…',
  searching: (count) => (count === 1 ? '1 Person sucht' : `${count} Personen suchen`),
  playing: (count) => `${count} spielen`,
  next: (seconds) => `Nächstes Spiel in ${seconds} s`,
};
