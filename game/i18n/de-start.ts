import type { Messages } from './en.ts';

/** See en-start.ts. */
export const deStart: Messages['start'] = {
  kicksOff: (team: string) => `${team} stößt an`,
  stillThere: 'Noch da? Drück eine Taste.',
  youAreIdle: 'Du hast lange stillgestanden. Drück eine Taste, um weiterzuspielen.',
  here: 'Ich bin da',
  isIdle: (name: string) => `${name} bewegt sich nicht.`,
  fold: 'Einklappen',
  foldSheet: 'Raum einklappen',
  openSheet: 'Raum öffnen',
  warmUp: 'Aufwärmen: Noch zählt nichts',
};
