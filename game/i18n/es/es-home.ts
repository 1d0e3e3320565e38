import type { Messages } from '../en/en.ts';
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('es');

export const esHome: Messages['home'] = {
  tagline: 'Balón de arena con amigos, directo en el navegador.',
  nickLabel: 'Tu nombre',
  newNick: 'Otro nombre',
  badge: 'Qué lleva tu disco',
  makeRoom: 'Jugar con un amigo',
  makeRoomHint: 'crea una sala, envía el enlace',
  codeLabel: 'Entrar con un código',
  codePlaceholder: 'código o enlace',
  join: 'Entrar',
  replays: 'Repeticiones',
  publicRooms: 'Salas públicas',
  publicRoomsHint: 'encuentra gente con quien jugar',
  password: 'Contraseña',
  practice: 'Practicar a solas',
  practiceHint: 'con bots, sin conexión',
  practiceChoice: 'Elegir mapa, equipos y nivel',
  attract: (keys: string) => `Pulsa ${keys}: juegas ya mismo.`,
  attractTouch: 'Toca el campo: juegas ya mismo.',
  promises: 'Sin cuenta · sin anuncios · sin rastreo · quienes juegan ven su IP entre sí',
  notNow: 'Ahora no',
  invited: (code: string) => `Te han invitado a la sala ${code}.`,
  invitedBy: (name: string) => `${name} te invita.`,
  room: 'Sala',
  here: 'Están',
  playing: 'Partido',
  rejoin: (sun: number, wave: number) => `Volver al partido ${sun}–${wave}`,
  rejoinLeft: (time: string) => `tu sitio se guarda, quedan ${time}`,
};

export const esJoining: Messages['joining'] = {
  title: (code: string) => `Entrando en la sala ${code}`,
  making: 'Creando tu sala',
  lobby: 'Contactando con el vestíbulo',
  knock: 'Preguntando al anfitrión si puedes entrar',
  host: 'El anfitrión se ha ausentado un momento. Entrarás en cuanto vuelva.',
  back: 'Has estado fuera mucho tiempo. Volviendo a la sala…',
  route: 'Buscando un camino directo hasta tu amigo',
  hello: 'Saludando',
  snapshot: 'Cargando el partido',
  stadium: 'Cargando el mapa',
  slow: 'Tarda más de lo normal. Algunas redes necesitan unos segundos más.',
};

export const esQuick: Messages['quick'] = {
  play: 'Jugar',
  playHint: 'partida rápida con otros',
  joining: 'Al campo…',
  searching: (count) =>
    plural(count, { one: '1 persona busca', other: `${count} personas buscan` }),
  playing: (count) => `${count} jugando`,
  next: (seconds) => `Próximo partido en ${seconds} s`,
};

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
    badge: 'Falta la selección para tu disco.',
    replays: 'Faltan las repeticiones.',
    beside: 'Falta una parte de la sala.',
    stats: 'Faltan las estadísticas.',
    sounds: 'Faltan los sonidos.',
    qr: 'Falta el código QR.',
  },
};
