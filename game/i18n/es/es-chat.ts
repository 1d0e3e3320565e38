import type { Messages } from '../en/en.ts';

export const esChat: Messages['chat'] = {
  title: 'Chat',
  empty: 'Nadie ha dicho nada todavía.',
  field: 'Tu mensaje',
  placeholder: 'Mensaje…',
  send: 'Enviar',
  write: 'Escribir un mensaje',
  byKeyboard: 'Para escribir: teclado, o después en la sala.',
  toAll: 'A todos',
  toTeam: 'A mi equipo',
  team: 'equipo',
  toYou: 'para ti',
  keys: 'Intro envía, Tab cambia quién lo lee, Esc cierra',
  quickTitle: 'Chat rápido',
  quick: ['¡Pasa!', '¡Tira!', 'Defiende', 'Mía', '¡Bien!', 'Perdón', 'Buen juego', 'Gracias'],
  emotes: {
    like: 'le gusta',
    wow: 'se asombra',
    angry: 'se enfada',
    cool: 'se luce',
    laugh: 'ríe',
    cry: 'llora',
    love: 'está encantado',
    sleepy: 'tiene sueño',
  },
  says: (name: string, text: string) => `${name}: ${text}`,
  mute: (name: string) => `Silenciar a ${name}`,
  unmute: (name: string) => `Volver a oír a ${name}`,
  refusals: {
    nobody: 'Nadie puede oírte todavía.',
    empty: 'No hay nada que enviar.',
    'too-fast': 'Más despacio: espera unos segundos.',
    'no-team': 'Solo quien juega tiene equipo.',
  },
  choice: 'Lo que dicen los demás',
  choices: { on: 'Sí', quick: 'Solo chat rápido', off: 'No' },
};

export const esText: Messages['text'] = {
  empty: 'Escribe algo que se vea.',
  'too-long': (max: number) => `Demasiado largo: ${max} caracteres como máximo.`,
  'too-big': 'Ocupa demasiado: quita algo.',
  marks: 'Demasiados signos sobre una letra.',
  direction: 'Hay caracteres ocultos que cambian la dirección de la escritura: escríbelo de nuevo.',
};
