import type { ColoursTexts } from '../../en/late/en-colours.ts';

export const esColours: ColoursTexts = {
  title: 'Colores propios',
  hue: 'Tono',
  strength: 'Intensidad',
  lightness: 'Luminosidad',
  use: 'Jugar con colores propios',
  inUse: 'En uso. Todo el mundo distingue estos colores.',
  fits: 'Todo el mundo distingue estos colores.',
  refused: 'No se aceptan; los equipos siguen como estaban.',
  pitch: (team) => `${team} se parece demasiado al color del campo.`,
  letters: (team) => `${team} es demasiado oscuro para sus letras.`,
  ball: (team) => `${team} se parece demasiado al blanco de la pelota.`,
  apart: (eyes) => `Los equipos se parecen demasiado ${eyes}.`,
  sights: {
    normal: 'para la mayoría de los ojos',
    protan: 'para ojos que no ven el rojo',
    deutan: 'para ojos que no ven el verde',
    tritan: 'para ojos que no ven el azul',
    grey: 'en una pantalla sin color',
  },
};
