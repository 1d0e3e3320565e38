import type { Messages } from './en.ts';

export const esPad: Messages['pad'] = {
  capitals: 'Mayúsculas',
  space: 'Espacio',
  erase: 'Borrar',
  done: 'Listo',
  stick: 'stick',
  kick: 'A o ✕',
  leftSide: 'lado izquierdo',
  rightSide: 'lado derecho',
  onlyByHand: 'El mando no puede hacer esto: usa ratón, dedo o teclado.',
  said: {
    muted: 'Sonido desactivado',
    unmuted: 'Sonido activado',
    hidden: 'Marcador oculto',
    shown: 'Marcador visible',
  },
};
