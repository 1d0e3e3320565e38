import type { Messages } from './en.ts';

export const dePad: Messages['pad'] = {
  capitals: 'Groß',
  space: 'Leerzeichen',
  erase: 'Löschen',
  done: 'Fertig',
  stick: 'Stick',
  kick: 'A oder ✕',
  leftSide: 'linke Seite',
  rightSide: 'rechte Seite',
  onlyByHand: 'Das geht nicht mit dem Gamepad: Nimm Maus, Finger oder Tastatur.',
  unknown: (name) =>
    `${name} kann nicht mitspielen: Dein Browser sagt nicht, welche Taste welche ist. Hat es einen anderen Modus (oft X oder XInput), schalte um; oder nimm einen anderen Browser oder die Tastatur.`,
  said: {
    muted: 'Ton aus',
    unmuted: 'Ton an',
    hidden: 'Anzeige ausgeblendet',
    shown: 'Anzeige eingeblendet',
    unknownPad:
      'Dieses Gamepad kann nicht mitspielen. Warum, steht in den Einstellungen unter Steuerung.',
    mapGone: 'Deine Karte ist nicht mehr da: Du spielst auf Klassisch.',
    drillDone: 'Mehr braucht es nicht: laufen, schießen, treffen. Ein Bot kommt dazu.',
  },
};
