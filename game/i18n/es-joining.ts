import type { Messages } from './en.ts';

export const esJoining: Messages['joining'] = {
  title: (code: string) => `Entrando en la sala ${code}`,
  making: 'Creando tu sala',
  lobby: 'Contactando con el vestíbulo',
  host: 'El anfitrión se ha ausentado un momento. Entrarás en cuanto vuelva.',
  back: 'Has estado fuera mucho tiempo. Volviendo a la sala…',
  route: 'Buscando un camino directo hasta tu amigo',
  hello: 'Saludando',
  snapshot: 'Cargando el partido',
  stadium: 'Cargando el mapa',
  slow: 'Tarda más de lo normal. Algunas redes necesitan unos segundos más.',
};
