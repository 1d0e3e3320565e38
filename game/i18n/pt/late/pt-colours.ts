import type { ColoursTexts } from '../../en/late/en-colours.ts';

export const ptColours: ColoursTexts = {
  title: 'Cores próprias',
  hue: 'Matiz',
  strength: 'Intensidade',
  lightness: 'Luminosidade',
  use: 'Jogar com cores próprias',
  inUse: 'Em uso. Todos distinguem estas cores.',
  fits: 'Todos distinguem estas cores.',
  refused: 'Não foram aceitas; os times ficam como estavam.',
  pitch: (team) => `${team} está muito perto da cor do campo.`,
  letters: (team) => `${team} está escuro demais para as letras.`,
  ball: (team) => `${team} está muito perto do branco da bola.`,
  apart: (eyes) => `Os times ficam parecidos demais ${eyes}.`,
  sights: {
    normal: 'para a maioria dos olhos',
    protan: 'para olhos que não veem vermelho',
    deutan: 'para olhos que não veem verde',
    tritan: 'para olhos que não veem azul',
    grey: 'em uma tela sem cor',
  },
};
