import type { Messages } from '../en/en.ts';

export const deMatch: Messages['match'] = {
  score: (sun: number, wave: number) => `Sonne ${sun}, Welle ${wave}`,
  clock: (minutes: number, seconds: number) => `${minutes} Minuten ${seconds} Sekunden`,
  goldenGoal: 'Golden Goal: Das nächste Tor gewinnt',
  menu: 'Menü',
  ping: (ms: number) => `${ms} ms`,
  pingLabel: (ms: number) => `Verbindung ${ms} Millisekunden`,
  paths: { direct: 'direkt', turn: 'TURN', lobby: 'über Lobby' },
  pathLabel: {
    direct: (ms: number) => `Direkte Verbindung, ${ms} Millisekunden`,
    turn: (ms: number) => `Verbindung über einen TURN-Server, ${ms} Millisekunden`,
    lobby: (ms: number) => `Verbindung über die Lobby, ${ms} Millisekunden`,
  },
  alone: 'Übung',
  waiting: 'Warten auf deinen Freund…',
  absent: (name: string) => `${name} verbindet neu…`,
  paused: 'Pause',
  go: 'LOS',
  watching: 'Du siehst zu.',
  hintMove: 'laufen',
  hintKick: 'schießen',
  hintScore: 'triff ins Tor dort',
  lobbyLost: 'Lobby weg',
  lobbyLostLong: 'Lobby weg: Du kannst weiterspielen',
  lobbyLostRoom: 'Lobby weg: Ihr bleibt alle, aber Neue können erst dazu, wenn sie wieder da ist.',
  lobbyRestarts: 'Neustart',
  lobbyRestartsLong: 'Die Lobby startet neu: Ihr bleibt alle und könnt weiterspielen.',
  roomClosed: 'Raum zu',
  roomGone:
    'Die Lobby hat den Raum geschlossen: Neue können nicht dazu. Wer da ist, spielt weiter.',
  matchLost:
    'Das Spiel von vor dem Neuladen ist verloren: Keine Seite in diesem Raum hat es behalten.',
  roomGoneAlone: 'Die Lobby hat den Raum geschlossen, und sonst ist niemand hier.',
  left: (name: string) => `${name} ist gegangen.`,
  gone: (name: string) => `${name} ist nicht zurückgekommen.`,
  warnLatency: (ms: number) => `${ms} ms`,
  warnJitter: 'unruhig',
  warnLoss: (percent: number) => `${percent} % verloren`,
  warnSilent: 'unterbrochen…',
  warnReconnecting: 'verbindet neu…',
  warnEaten: 'Eingaben zu spät',
  warnRepaired: 'wieder im Takt',
  warnBenched: 'du schaust jetzt zu',
  warnLong: {
    latency: 'Langsame Verbindung',
    jitter: 'Unruhige Verbindung',
    loss: 'Pakete gehen verloren',
    silent: 'Verbindung unterbrochen',
    reconnecting: 'Verbindung weg, wird neu aufgebaut',
    eaten: 'Deine Eingaben kommen zu spät, einige zählen nicht',
    repaired: 'Dein Gerät hatte anders gerechnet und hat wieder den Stand der anderen',
    benched:
      'Dein Gerät hat dreimal in einer Minute anders gerechnet, darum schaust du jetzt zu. Du kannst wieder in ein Team gehen',
  },
  moving: (name: string) => `Nichts von ${name} zu hören — das Spiel zieht um…`,
  movingAlone: 'Nichts von den anderen zu hören — warten…',
  movingLeft: (name: string) => `${name} ist gegangen — das Spiel zieht um…`,
  back: 'Du warst lange weg: Du bist zurück im Raum.',
};

export const deStart: Messages['start'] = {
  kicksOff: (team: string) => `${team} stößt an`,
  stillThere: 'Noch da? Drück eine Taste.',
  youAreIdle: 'Du hast lange stillgestanden. Drück eine Taste, um weiterzuspielen.',
  here: 'Ich bin da',
  isIdle: (name: string) => `${name} bewegt sich nicht.`,
  fold: 'Einklappen',
  foldSheet: 'Raum einklappen',
  openSheet: 'Raum öffnen',
  warmUp: 'Aufwärmen: Noch zählt nichts',
};

export const deGoal: Messages['goal'] = {
  goal: 'TOR',
  ownGoal: 'Eigentor',
  assist: (name: string) => `Vorlage ${name}`,
  announce: (team: string, scorer: string, sun: number, wave: number) =>
    `Tor für ${team} durch ${scorer}. ${sun} zu ${wave}.`,
  announceOwn: (team: string, sun: number, wave: number) =>
    `Eigentor. Es zählt für ${team}. ${sun} zu ${wave}.`,
};

export const deMenu: Messages['menu'] = {
  title: 'Menü',
  goesOn: 'Das Spiel läuft weiter, solange dies offen ist.',
  waits: 'Die Übung wartet, solange dies offen ist.',
  resume: 'Weiterspielen',
  watch: 'Lieber zuschauen',
  playFor: (team: string) => `Für ${team} spielen`,
  settings: 'Einstellungen',
  stats: 'Statistik',
  backToRoom: 'Spiel für alle beenden',
  leaveMatch: 'Spiel verlassen',
  leavePractice: 'Übung beenden',
};

export const deResult: Messages['result'] = {
  wins: (team: string) => `${team} gewinnt`,
  draw: 'Kein Sieger',
  youWin: 'Stark gespielt, du hast gewonnen!',
  youLose: 'Gut gekämpft. Noch eins?',
  watched: 'Endstand',
  player: 'Spieler',
  goals: 'Tore',
  assists: 'Vorlagen',
  saves: 'Paraden',
  shots: 'Schüsse',
  touches: 'Kontakte',
  possession: 'Ball',
  short: { goals: 'T', assists: 'V', saves: 'P', shots: 'S', touches: 'B', possession: 'Ball' },
  rematch: 'Revanche',
  rematchWaiting: 'Warten auf die anderen…',
  backToRoom: 'Zurück zum Raum',
  leave: 'Verlassen',
};
