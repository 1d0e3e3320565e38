import type { ColoursTexts } from '../../en/late/en-colours.ts';

export const frColours: ColoursTexts = {
  title: 'Couleurs personnelles',
  hue: 'Teinte',
  strength: 'Intensité',
  lightness: 'Clarté',
  use: 'Jouer avec ces couleurs',
  inUse: 'Utilisées. Tout le monde distingue ces couleurs.',
  fits: 'Tout le monde distingue ces couleurs.',
  refused: 'Elles ne sont pas retenues ; les équipes restent comme avant.',
  pitch: (team) => `${team} est trop proche de la couleur du terrain.`,
  letters: (team) => `${team} est trop sombre pour ses lettres.`,
  ball: (team) => `${team} est trop proche du blanc du ballon.`,
  apart: (eyes) => `Les équipes se ressemblent trop ${eyes}.`,
  sights: {
    normal: 'pour la plupart des yeux',
    protan: 'pour les yeux qui ne voient pas le rouge',
    deutan: 'pour les yeux qui ne voient pas le vert',
    tritan: 'pour les yeux qui ne voient pas le bleu',
    grey: 'sur un écran sans couleur',
  },
};
