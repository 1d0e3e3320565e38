import type { Messages } from './en.ts';

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

export const esEntranceErrors: Pick<
  Messages['errors'],
  'room-locked' | 'bad-password' | 'knock-refused'
> = {
  'room-locked': {
    title: 'La sala está cerrada',
    text: 'Ahora mismo el anfitrión no deja entrar a nadie más. Inténtalo más tarde o busca otra sala.',
  },
  'bad-password': {
    title: 'Esta sala tiene contraseña',
    text: 'Pídesela a tu amigo. Solo hace falta al entrar.',
  },
  'knock-refused': {
    title: 'El anfitrión no te ha dejado entrar',
    text: 'Ha dicho que no, o no ha visto que llamabas. Inténtalo en un minuto o busca otra sala.',
  },
};
