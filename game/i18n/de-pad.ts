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
  said: {
    muted: 'Ton aus',
    unmuted: 'Ton an',
    hidden: 'Anzeige ausgeblendet',
    shown: 'Anzeige eingeblendet',
  },
};
