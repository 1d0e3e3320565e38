import type { Messages } from './en.ts';

export const esLoad: Messages['load'] = {
  newer: 'Hay una versión más nueva. Recarga para tenerla: tu nombre y tus ajustes se conservan.',
  newerInRoom: 'Hay una versión más nueva. Recarga cuando quieras: volverás a esta sala.',
  newerLeaves:
    'Hay una versión más nueva. Al recargar sales de esta sala, a la que ya nadie puede entrar.',
  missing: {
    game: 'Falta el propio juego.',
    pitch: 'Falta el campo.',
    language: 'Faltan los textos en este idioma.',
    gamepad: 'Faltan los menús para el mando.',
    settings: 'Faltan los ajustes.',
    practice: 'Falta la elección para practicar.',
    replays: 'Faltan las repeticiones.',
    stats: 'Faltan las estadísticas.',
    sounds: 'Faltan los sonidos.',
    qr: 'Falta el código QR.',
  },
};

export const esLoadErrors = {
  'newer-version': {
    title: 'Hay una versión más nueva',
    text: 'Esta página es de la anterior. Recárgala para seguir: tu nombre y tus ajustes se conservan.',
  },
  offline: {
    title: 'Sin conexión',
    text: 'El servidor no responde. Revisa tu conexión a internet e inténtalo de nuevo.',
  },
  'server-error': {
    title: 'Una parte del juego no ha llegado',
    text: 'El servidor responde, pero no con esta parte. Inténtalo de nuevo dentro de un momento.',
  },
  broken: {
    title: 'Una parte del juego no arranca',
    text: 'Recarga esta página. Si sigue pasando, avisa a quien lleva este servidor.',
  },
};
