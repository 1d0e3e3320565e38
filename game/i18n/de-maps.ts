import type { Messages } from './en.ts';

export const deMaps: Messages['maps'] = {
  title: 'Karte',
  choose: 'Karte wählen',
  builtIn: 'Karten, die alle haben',
  own: 'Deine Karten',
  names: {
    small: 'Klein',
    classic: 'Klassisch',
    big: 'Groß',
    huge: 'Riesig',
    rounded: 'Rund',
    rink: 'Eisbahn',
  },
  size: (width: number, height: number) => `${width} × ${height}`,
  discs: (count: number) =>
    count === 1 ? '1 Scheibe neben dem Ball' : `${count} Scheiben neben dem Ball`,
  ownColours: 'Karte in ihren eigenen Farben',
  remove: (name: string) => `${name} löschen`,
  load: 'Karte laden…',
  loadHint:
    'Eine .hbs- oder .json-Datei. Du kannst sie auch hierher ziehen oder ihren Text einfügen.',
  take: 'Auf dieser Karte spielen',
  takeHint: 'Alle im Raum bekommen sie von dir. Sie bleibt in diesem Browser.',
  back: 'Zurück zu den Karten',
  refused: (name: string) =>
    name === ''
      ? 'Das ist keine Karte, auf der man spielen kann.'
      : `Auf ${name} kann man nicht spielen.`,
  sending: (name: string, percent: number) => `Karte geht an ${name}: ${percent} %`,
  receiving: (percent: number) => `Karte wird geladen: ${percent} %`,
  full: 'Deine Karten sind voll. Lösche eine, um eine andere zu behalten.',
  blocked: 'Dieser Browser behält keine Karten: Sie sind weg, wenn du gehst.',
};
