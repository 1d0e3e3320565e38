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
  unknown: (name) =>
    `${name} no puede jugar: tu navegador no dice qué botón es cuál. Si tiene otro modo (a menudo X o XInput), cámbialo; o usa otro navegador o el teclado.`,
  said: {
    muted: 'Sonido desactivado',
    unmuted: 'Sonido activado',
    hidden: 'Marcador oculto',
    shown: 'Marcador visible',
    unknownPad: 'Este mando no puede jugar. En Ajustes, Controles dice por qué.',
    mapGone: 'Tu mapa ya no está: juegas en Clásico.',
    drillDone: 'No hace falta más: moverse, chutar, marcar. Llega un bot a jugar.',
  },
};
