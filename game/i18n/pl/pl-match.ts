import type { Messages } from '../en/en.ts';
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('pl');

export const plMatch: Messages['match'] = {
  score: (sun, wave) => `Słońce ${sun}, Fala ${wave}`,
  clock: (minutes, seconds) =>
    `${plural(minutes, { one: `${minutes} minuta`, few: `${minutes} minuty`, other: `${minutes} minut` })} ${plural(seconds, { one: `${seconds} sekunda`, few: `${seconds} sekundy`, other: `${seconds} sekund` })}`,
  goldenGoal: 'Złoty gol: następny wygrywa',
  menu: 'Menu',
  ping: (ms) => `${ms} ms`,
  pingLabel: (ms) => `Połączenie: ${ms} milisekund`,
  paths: { direct: 'bezpośrednio', turn: 'TURN', lobby: 'przez lobby' },
  pathLabel: {
    direct: (ms) => `Połączenie bezpośrednie, ${ms} milisekund`,
    turn: (ms) => `Połączenie przez serwer TURN, ${ms} milisekund`,
    lobby: (ms) => `Połączenie przez lobby, ${ms} milisekund`,
  },
  alone: 'trening',
  waiting: 'Czekamy na znajomego…',
  absent: (name) => `${name} łączy się ponownie…`,
  paused: 'Pauza',
  go: 'START',
  watching: 'Oglądasz.',
  hintMove: 'ruch',
  hintKick: 'strzał',
  hintScore: 'strzel do tej bramki',
  lobbyLost: 'Brak lobby',
  lobbyLostLong: 'Brak lobby: możesz grać dalej',
  lobbyLostRoom: 'Brak lobby: wszyscy zostajecie, ale nikt nowy nie wejdzie, póki nie wróci.',
  lobbyRestarts: 'Restart lobby',
  lobbyRestartsLong: 'Lobby się restartuje: wszyscy zostajecie i możecie grać dalej.',
  roomClosed: 'Pokój zamknięty',
  roomGone: 'Lobby zamknęło ten pokój: nikt nowy nie wejdzie. Kto tu jest, gra dalej.',
  matchLost: 'Mecz sprzed odświeżenia przepadł: żadna strona w tym pokoju go nie zachowała.',
  roomGoneAlone: 'Lobby zamknęło ten pokój i nikogo więcej tu nie ma.',
  left: (name) => `${name} wychodzi.`,
  gone: (name) => `${name} nie wraca.`,
  warnLatency: (ms) => `${ms} ms`,
  warnJitter: 'niestabilne',
  warnLoss: (percent) => `${percent} % strat`,
  warnSilent: 'przerwane…',
  warnReconnecting: 'łączenie…',
  warnEaten: 'twoje ruchy się spóźniają',
  warnRepaired: 'znów zgodnie',
  warnBenched: 'teraz tylko oglądasz',
  warnLong: {
    latency: 'Wolne połączenie',
    jitter: 'Niestabilne połączenie',
    loss: 'Giną pakiety',
    silent: 'Połączenie przerwane',
    reconnecting: 'Połączenie utracone, trwa ponowne łączenie',
    eaten: 'Twoje ruchy docierają za późno, niektóre się nie liczą',
    repaired: 'Twoje urządzenie obliczyło coś innego i znów ma stan pozostałych',
    benched:
      'Twoje urządzenie trzy razy w ciągu minuty obliczyło coś innego, więc teraz tylko oglądasz. Możesz znów wejść do drużyny',
  },
  moving: (name) => `${name} milczy — przenosimy mecz…`,
  movingAlone: 'Pozostali milczą — czekamy na nich…',
  movingLeft: (name) => `${name} wychodzi — przenosimy mecz…`,
  back: 'Długo cię nie było: znów jesteś w pokoju.',
};

export const plStart: Messages['start'] = {
  kicksOff: (team) => `Zaczyna ${team}`,
  stillThere: 'Jesteś tam? Naciśnij klawisz.',
  youAreIdle: 'Od dawna się nie ruszasz. Naciśnij klawisz, żeby grać dalej.',
  here: 'Jestem',
  isIdle: (name) => `${name} się nie rusza.`,
  fold: 'Zwiń',
  foldSheet: 'Zwiń pokój',
  openSheet: 'Otwórz pokój',
  warmUp: 'Rozgrzewka: bez punktów',
};

export const plGoal: Messages['goal'] = {
  goal: 'GOL',
  ownGoal: 'Gol samobójczy',
  assist: (name) => `asysta ${name}`,
  announce: (team, scorer, sun, wave) => `Gol: ${team}, strzela ${scorer}. ${sun} do ${wave}.`,
  announceOwn: (team, sun, wave) => `Gol samobójczy. Punkt: ${team}. ${sun} do ${wave}.`,
};

export const plMenu: Messages['menu'] = {
  title: 'Menu',
  goesOn: 'Mecz toczy się dalej, gdy to jest otwarte.',
  waits: 'Trening czeka, gdy to jest otwarte.',
  resume: 'Wróć do gry',
  watch: 'Tylko oglądaj',
  playFor: (team) => `Graj: ${team}`,
  settings: 'Ustawienia',
  stats: 'Statystyki',
  backToRoom: 'Zakończ mecz dla wszystkich',
  leaveMatch: 'Wyjdź z meczu',
  leavePractice: 'Zakończ trening',
};

export const plResult: Messages['result'] = {
  wins: (team) => `Wygrywa ${team}`,
  draw: 'Bez zwycięzcy',
  youWin: 'Świetna gra, wygrana!',
  youLose: 'Dobra walka. Jeszcze raz?',
  watched: 'Wynik końcowy',
  player: 'Gracz',
  goals: 'Gole',
  assists: 'Asysty',
  saves: 'Obrony',
  shots: 'Strzały',
  touches: 'Kontakty',
  possession: 'Piłka',
  short: { goals: 'G', assists: 'A', saves: 'O', shots: 'S', touches: 'K', possession: 'Piłka' },
  rematch: 'Rewanż',
  rematchWaiting: 'Czekamy na innych…',
  backToRoom: 'Wróć do pokoju',
  leave: 'Wyjdź',
};
