import type { Messages } from '../en/en.ts';

export const esMatch: Messages['match'] = {
  score: (sun: number, wave: number) => `Sol ${sun}, Ola ${wave}`,
  clock: (minutes: number, seconds: number) => `${minutes} minutos ${seconds} segundos`,
  goldenGoal: 'Gol de oro: el próximo gana',
  menu: 'Menú',
  ping: (ms: number) => `${ms} ms`,
  pingLabel: (ms: number) => `Conexión de ${ms} milisegundos`,
  paths: { direct: 'directa', turn: 'TURN', lobby: 'por el lobby' },
  pathLabel: {
    direct: (ms: number) => `Conexión directa, ${ms} milisegundos`,
    turn: (ms: number) => `Conexión por un servidor TURN, ${ms} milisegundos`,
    lobby: (ms: number) => `Conexión a través del lobby, ${ms} milisegundos`,
  },
  alone: 'práctica',
  waiting: 'Esperando a tu amigo…',
  absent: (name: string) => `${name} se está reconectando…`,
  paused: 'Pausa',
  go: 'YA',
  watching: 'Estás mirando.',
  hintMove: 'moverse',
  hintKick: 'tirar',
  hintScore: 'marca en esa portería',
  lobbyLost: 'Sin vestíbulo',
  lobbyLostLong: 'Vestíbulo perdido: puedes seguir jugando',
  lobbyLostRoom:
    'Vestíbulo perdido: todos seguís aquí, pero nadie más puede entrar hasta que vuelva.',
  lobbyRestarts: 'Reinicio',
  lobbyRestartsLong: 'El vestíbulo se reinicia: todos seguís aquí y podéis seguir jugando.',
  roomClosed: 'Sala cerrada',
  roomGone: 'El vestíbulo cerró esta sala: nadie más puede entrar. Quien está aquí sigue jugando.',
  matchLost:
    'La partida de antes de recargar se ha perdido: ninguna página de esta sala la conservó.',
  roomGoneAlone: 'El vestíbulo cerró esta sala y no hay nadie más.',
  left: (name: string) => `${name} se fue.`,
  gone: (name: string) => `${name} no ha vuelto.`,
  warnLatency: (ms: number) => `${ms} ms`,
  warnJitter: 'inestable',
  warnLoss: (percent: number) => `${percent} % perdido`,
  warnSilent: 'cortada…',
  warnReconnecting: 'reconectando…',
  warnEaten: 'tus jugadas llegan tarde',
  warnRepaired: 'de nuevo al paso',
  warnBenched: 'ahora solo miras',
  warnLong: {
    latency: 'Conexión lenta',
    jitter: 'Conexión inestable',
    loss: 'Se pierden paquetes',
    silent: 'Conexión interrumpida',
    reconnecting: 'Conexión perdida, reconectando',
    eaten: 'Tus jugadas llegan tarde y algunas no cuentan',
    repaired: 'Tu equipo había calculado otra cosa y vuelve a tener el estado de los demás',
    benched:
      'Tu equipo calculó otra cosa tres veces en un minuto, así que ahora solo miras. Puedes volver a un equipo',
  },
  moving: (name: string) => `Sin noticias de ${name}: moviendo el partido…`,
  movingAlone: 'Sin noticias de los demás: esperando…',
  movingLeft: (name: string) => `${name} se fue: moviendo el partido…`,
  back: 'Has estado fuera mucho tiempo: ya estás de vuelta en la sala.',
};

export const esStart: Messages['start'] = {
  kicksOff: (team: string) => `Saca ${team}`,
  stillThere: '¿Sigues ahí? Pulsa una tecla.',
  youAreIdle: 'Llevas mucho tiempo quieto. Pulsa una tecla para seguir.',
  here: 'Estoy aquí',
  isIdle: (name: string) => `${name} no se mueve.`,
  fold: 'Plegar',
  foldSheet: 'Plegar la sala',
  openSheet: 'Abrir la sala',
  warmUp: 'Calentamiento: aún no cuenta nada',
};

export const esGoal: Messages['goal'] = {
  goal: 'GOL',
  ownGoal: 'Gol en propia',
  assist: (name: string) => `asistencia ${name}`,
  announce: (team: string, scorer: string, sun: number, wave: number) =>
    `Gol de ${team}, de ${scorer}. ${sun} a ${wave}.`,
  announceOwn: (team: string, sun: number, wave: number) =>
    `Gol en propia. Cuenta para ${team}. ${sun} a ${wave}.`,
};

export const esMenu: Messages['menu'] = {
  title: 'Menú',
  goesOn: 'El partido sigue mientras esto está abierto.',
  waits: 'La práctica espera mientras esto está abierto.',
  resume: 'Seguir jugando',
  watch: 'Mejor mirar',
  playFor: (team: string) => `Jugar con ${team}`,
  settings: 'Ajustes',
  stats: 'Estadísticas',
  backToRoom: 'Terminar el partido para todos',
  leaveMatch: 'Salir del partido',
  leavePractice: 'Terminar la práctica',
};

export const esResult: Messages['result'] = {
  wins: (team: string) => `Gana ${team}`,
  draw: 'Sin ganador',
  youWin: '¡Bien jugado, has ganado!',
  youLose: 'Bien luchado. ¿Otra?',
  watched: 'Resultado final',
  player: 'Jugador',
  goals: 'Goles',
  assists: 'Asistencias',
  saves: 'Paradas',
  shots: 'Tiros',
  touches: 'Toques',
  possession: 'Balón',
  short: { goals: 'G', assists: 'A', saves: 'P', shots: 'T', touches: 'Tq', possession: 'Bal.' },
  rematch: 'Revancha',
  rematchWaiting: 'Esperando a los demás…',
  backToRoom: 'Volver a la sala',
  leave: 'Salir',
};
