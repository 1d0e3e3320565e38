import type { ColoursTexts } from '../../en/late/en-colours.ts';

export const deColours: ColoursTexts = {
  title: 'Eigene Farben',
  hue: 'Farbton',
  strength: 'Kräftigkeit',
  lightness: 'Helligkeit',
  use: 'In eigenen Farben spielen',
  inUse: 'In Gebrauch. Alle unterscheiden diese Farben.',
  fits: 'Alle unterscheiden diese Farben.',
  refused: 'Diese werden nicht übernommen; die Teams bleiben, wie sie waren.',
  pitch: (team) => `${team} ist der Farbe des Spielfelds zu ähnlich.`,
  letters: (team) => `${team} ist zu dunkel für die Buchstaben darauf.`,
  ball: (team) => `${team} ist dem Weiß des Balls zu ähnlich.`,
  apart: (eyes) => `Die Teams sehen sich zu ähnlich ${eyes}.`,
  sights: {
    normal: 'für die meisten Augen',
    protan: 'für Augen, die kein Rot sehen',
    deutan: 'für Augen, die kein Grün sehen',
    tritan: 'für Augen, die kein Blau sehen',
    grey: 'auf einem Bildschirm ohne Farbe',
  },
};
