import type { Language } from '../../i18n/language.ts';
import { useUi } from './ui-context.ts';

/** Texts on the host and on what is on its way in a room. They come with the room's screen, not with the menu. */
const en = {
  handOver: 'Make host',
  handOverTitle: (name: string) => `Make ${name} the host?`,
  handOverText: 'They choose map, rules and teams from then on. Only they can give it back.',
  coHost: 'Co-host',
  makeCoHost: 'Make co-host',
  takeCoHost: 'Take co-host back',
  script: 'Script',
  scriptAway: 'Script, away',
  hostIs: (name: string) => `${name} is the host now.`,
  hostIsBack: (name: string) => `${name} is back and the host again.`,
  youAreHost: 'You are the host now.',
  hostAway: (name: string) => `${name} is the host and away. Be ready to play meanwhile.`,
  onItsWay: 'on its way…',
  mapComing: (name: string) => `${name} is on its way to everybody.`,
  aMapComing: 'Another map is on its way to everybody.',
  stay: 'Stay on this map',
  waitsForMap: 'The match waits for the map that is on its way.',
  startWaits: 'It starts once what you changed is in.',
  late: 'A match had begun before your last change came through: it plays without it.',
  lost: 'Your last change did not come through. Try again.',
};

type RoomTexts = typeof en;

const de: RoomTexts = {
  handOver: 'Zum Gastgeber machen',
  handOverTitle: (name) => `${name} zum Gastgeber machen?`,
  handOverText: 'Karte, Regeln und Teams wählt dann diese Person. Nur sie kann es zurückgeben.',
  coHost: 'Mitgastgeber',
  makeCoHost: 'Zum Mitgastgeber machen',
  takeCoHost: 'Nicht mehr Mitgastgeber',
  script: 'Skript',
  scriptAway: 'Skript, weg',
  hostIs: (name) => `${name} ist jetzt Gastgeber.`,
  hostIsBack: (name) => `${name} ist zurück und wieder Gastgeber.`,
  youAreHost: 'Du bist jetzt Gastgeber.',
  hostAway: (name) =>
    `${name} ist Gastgeber und gerade weg. Wer bereit ist, kann trotzdem spielen.`,
  onItsWay: 'unterwegs…',
  mapComing: (name) => `${name} ist unterwegs zu allen.`,
  aMapComing: 'Eine andere Karte ist unterwegs zu allen.',
  stay: 'Auf dieser Karte bleiben',
  waitsForMap: 'Das Spiel wartet auf die Karte, die unterwegs ist.',
  startWaits: 'Es beginnt, sobald deine Änderung da ist.',
  late: 'Ein Spiel hatte schon begonnen, als deine letzte Änderung ankam: Es läuft ohne sie.',
  lost: 'Deine letzte Änderung ist nicht angekommen. Versuch es noch einmal.',
};

const es: RoomTexts = {
  handOver: 'Hacer anfitrión',
  handOverTitle: (name) => `¿Hacer anfitrión a ${name}?`,
  handOverText: 'Desde entonces elige mapa, reglas y equipos. Solo esa persona puede devolverlo.',
  coHost: 'Coanfitrión',
  makeCoHost: 'Hacer coanfitrión',
  takeCoHost: 'Quitar coanfitrión',
  script: 'Script',
  scriptAway: 'Script, ausente',
  hostIs: (name) => `${name} es ahora el anfitrión.`,
  hostIsBack: (name) => `${name} ha vuelto y es de nuevo el anfitrión.`,
  youAreHost: 'Ahora eres el anfitrión.',
  hostAway: (name) => `${name} es el anfitrión y no está. Quien esté listo puede jugar igual.`,
  onItsWay: 'en camino…',
  mapComing: (name) => `${name} está en camino a todos.`,
  aMapComing: 'Otro mapa está en camino a todos.',
  stay: 'Seguir en este mapa',
  waitsForMap: 'El partido espera al mapa que está en camino.',
  startWaits: 'Empieza en cuanto llegue tu cambio.',
  late: 'Un partido había empezado antes de que llegara tu último cambio: se juega sin él.',
  lost: 'Tu último cambio no llegó. Inténtalo de nuevo.',
};

export const ROOM_TEXTS: { readonly [Code in Language]: RoomTexts } = { en, de, es };

/** The same language as all other texts. */
export function useRoomTexts(): RoomTexts {
  return ROOM_TEXTS[useUi().texts.language.value];
}
