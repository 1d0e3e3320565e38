import type { ReplaysTexts } from './en-replays.ts';

export const esReplays: ReplaysTexts = {
  title: 'Repeticiones',
  back: 'Volver',
  open: 'Abrir un archivo…',
  dropHint: 'o suéltalo aquí',
  loading: 'Buscando partidos…',
  empty: 'Aún no hay partidos.',
  hint: 'Cada partido se guarda solo aquí: los últimos veinte, y para siempre los que tienen estrella.',
  list: 'Partidos',
  versus: (sun, wave) => `${sun} contra ${wave}`,
  nobody: 'nadie',
  watch: 'Ver',
  star: 'Conservar para siempre',
  save: 'Guardar como archivo',
  remove: 'Borrar',
  removed: (match) => `Borrado: ${match}.`,
  undo: 'Deshacer',
  unsaved: 'Sin guardar: está aquí hasta que cierres esta página.',
  blocked:
    'Este navegador no deja que la página guarde nada. Guarda como archivo lo que quieras tener después.',
  full: 'Este navegador no tiene más sitio para repeticiones. Borra algunas o guárdalas como archivos.',
  broken: (count) =>
    count === 1
      ? 'Una repetición de aquí ya no se puede leer.'
      : `${count} repeticiones de aquí ya no se pueden leer.`,
  removeBroken: 'Quitar',
  refused: (name) => `«${name}» no se puede mostrar.`,
  refusedKept: 'Esta repetición no se puede mostrar.',
  why: {
    'no-replay': 'No es una repetición de este juego.',
    'other-format': 'La hizo una versión del juego más nueva que esta.',
    'other-version':
      'La hizo otra versión del juego, en la que las mismas teclas llevan a otro partido. Se puede guardar y mostrar con aquella versión.',
    'too-large': 'Ocupa más de 32 MB, y ninguna repetición ocupa tanto.',
    broken: 'Está dañada: falta una parte o no encaja con el resto.',
    'bad-map': 'Un mapa que contiene está dañado, o no es aquel en el que se jugó.',
    unreadable: 'El navegador no pudo leerla.',
    gone: 'Ya no está aquí.',
    'no-moment':
      'El enlace no contiene ningún momento de un partido: quizá se perdió una parte por el camino.',
    'other-moment':
      'El enlace es de otra versión del juego, en la que las mismas teclas llevan a otro partido.',
    'no-map':
      'Se jugó en un mapa que este navegador no tiene. Carga el mapa en una sala o al practicar y vuelve a abrir el enlace.',
  },
  oldVersion: 'De otra versión: no se puede mostrar',
  damaged: 'Dañada: no se puede mostrar',
  loadingRest: (percent) => `Leyendo: ${percent} %`,
  moment: 'Momento del partido',
  momentAt: (minutes, seconds, sun, wave) => `${minutes} min ${seconds} s, ${sun} a ${wave}`,
  goalOf: (name, score) => (name === '' ? `Gol, ${score}` : `Gol de ${name}, ${score}`),
  ownGoalOf: (name, score) => `Gol en propia puerta de ${name}, ${score}`,
  saveOf: (name) => `Parada de ${name}`,
  play: 'Reproducir',
  pause: 'Pausar',
  stepBack: 'Una imagen atrás',
  stepOn: 'Una imagen adelante',
  goalBefore: 'Gol anterior',
  goalAfter: 'Gol siguiente',
  speed: 'Velocidad',
  follow: 'Seguir',
  ball: 'el balón',
  hide: 'Ocultar los botones',
  show: 'Mostrar los botones',
  playOn: (name) => `Seguir jugando como ${name}`,
  orPress: (keys) => `o pulsa ${keys}`,
  choosePlayer: 'Seguir jugando desde aquí: pausa y elige a alguien, en la lista o en el campo.',
  inRoom: 'Para seguir jugando desde aquí, mírala desde la pantalla de inicio.',
  differs: (time) =>
    `Desde ${time} esto no es lo que se jugó: el archivo fue cambiado, u otra máquina lo calculó de otra manera.`,
  keys: 'Espacio reproduce · ← → 5 s · , . una imagen · Mayús ← → goles · − + velocidad · H oculta',
};
