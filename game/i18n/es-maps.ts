import type { Messages } from './en.ts';

export const esMaps: Messages['maps'] = {
  title: 'Mapa',
  choose: 'Elegir mapa',
  builtIn: 'Mapas que todos tienen',
  own: 'Tus mapas',
  names: {
    small: 'Pequeño',
    classic: 'Clásico',
    big: 'Grande',
    huge: 'Enorme',
    rounded: 'Redondeado',
    rink: 'Pista de hielo',
  },
  size: (width: number, height: number) => `${width} × ${height}`,
  discs: (count: number) =>
    count === 1 ? '1 disco además del balón' : `${count} discos además del balón`,
  ownColours: 'Mapa con sus propios colores',
  remove: (name: string) => `Borrar ${name}`,
  load: 'Cargar un mapa…',
  loadHint: 'Un archivo .hbs o .json. También puedes soltarlo en esta página o pegar su texto.',
  take: 'Jugar en este mapa',
  takeHint: 'Todos en la sala lo reciben de ti. Se guarda en este navegador.',
  back: 'Volver a los mapas',
  refused: (name: string) =>
    name === '' ? 'Esto no es un mapa en el que se pueda jugar.' : `No se puede jugar en ${name}.`,
  sending: (name: string, percent: number) => `Enviando el mapa a ${name}: ${percent} %`,
  receiving: (percent: number) => `Cargando el mapa: ${percent} %`,
  full: 'No caben más mapas. Borra uno para guardar otro.',
  blocked: 'Este navegador no guarda mapas: se pierden al salir.',
};
