import type { Widened } from '../../widened.ts';

/** Of a person's own colours of the teams, in the settings. */
export const enColours = {
  title: 'Own colours',
  hue: 'Hue',
  strength: 'Strength',
  lightness: 'Lightness',
  use: 'Play in own colours',
  inUse: 'In use. Everybody tells these colours apart.',
  fits: 'Everybody tells these colours apart.',
  refused: 'These are not taken; the teams stay as they were.',
  pitch: (team: string) => `${team} is too close to the colour of the pitch.`,
  letters: (team: string) => `${team} is too dark for the letters on it.`,
  ball: (team: string) => `${team} is too close to the white of the ball.`,
  apart: (eyes: string) => `The teams look too much alike ${eyes}.`,
  sights: {
    normal: 'to most eyes',
    protan: 'to eyes that see no red',
    deutan: 'to eyes that see no green',
    tritan: 'to eyes that see no blue',
    grey: 'on a screen without colour',
  },
} as const;

export type ColoursTexts = Widened<typeof enColours>;
