import type { ColoursTexts } from '../../en/late/en-colours.ts';

export const plColours: ColoursTexts = {
  title: 'Własne kolory',
  hue: 'Odcień',
  strength: 'Nasycenie',
  lightness: 'Jasność',
  use: 'Graj we własnych kolorach',
  inUse: 'W użyciu. Wszyscy odróżniają te kolory.',
  fits: 'Wszyscy odróżniają te kolory.',
  refused: 'Nie zostały przyjęte; drużyny wyglądają jak dotąd.',
  pitch: (team) => `${team}: kolor za bardzo zbliżony do boiska.`,
  letters: (team) => `${team}: kolor za ciemny dla liter.`,
  ball: (team) => `${team}: kolor za bardzo zbliżony do białej piłki.`,
  apart: (eyes) => `Drużyny wyglądają zbyt podobnie ${eyes}.`,
  sights: {
    normal: 'dla większości oczu',
    protan: 'dla oczu, które nie widzą czerwieni',
    deutan: 'dla oczu, które nie widzą zieleni',
    tritan: 'dla oczu, które nie widzą niebieskiego',
    grey: 'na ekranie bez kolorów',
  },
};
