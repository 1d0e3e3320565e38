import type { Messages } from '../en/en.ts';
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('pl');

export const plRoom: Messages['room'] = {
  title: 'Pokój',
  code: 'Kod pokoju',
  copyLink: 'Kopiuj link',
  copied: 'Skopiowano ✓',
  holdToShow: 'Przytrzymaj, aby zobaczyć kod',
  copyFailedHidden: 'Przeglądarka nie skopiowała linku. Przytrzymaj kod, aby go odczytać.',
  copyFailed: 'Kopiowanie jest tu zablokowane: zaznacz link i skopiuj go.',
  share: 'Udostępnij…',
  shareText: 'Zagraj ze mną w Peerball:',
  qr: 'Kod QR',
  qrHint: (code) => `Zeskanuj, żeby wejść do pokoju ${code}`,
  linkLabel: 'Link z zaproszeniem',
  invite: 'Wyślij link lub kod znajomemu. Kto go otworzy, jest w grze.',
  host: 'gospodarz',
  playHere: 'Graj tutaj',
  toBench: 'Oglądaj z ławki',
  manage: (name) => `Opcje gracza ${name}`,
  remove: 'Usuń…',
  removeTitle: (name) => `Usunąć gracza ${name}?`,
  removeText: 'Od razu opuści pokój. Kod nie wpuści go z powrotem.',
  removeConfirm: 'Usuń',
  isFull: (places) =>
    `Pokój jest pełny: zajęte są wszystkie miejsca (${places}), także dla widzów.`,
  freePlace: 'Wolne miejsce',
  emptyBench: 'Nikt nie ogląda.',
  ready: 'gotowe',
  notReady: 'niegotowe',
  away: 'łączy ponownie',
  imReady: 'Jestem gotów',
  imReadyOn: 'Gotowe ✓',
  startNow: 'Zacznij teraz',
  starting: 'Wszyscy gotowi: zaczynamy…',
  waitingForFriend: 'Czekamy na znajomego…',
  waitingForReady: 'Czekamy, aż wszyscy będą gotowi.',
  waitingForHost: 'Mecz zaczyna gospodarz.',
  needBothTeams: 'Każda drużyna potrzebuje gracza.',
  joinedAnnounce: (name) => `${name} dołącza.`,
  leftAnnounce: (name) => `${name} wychodzi.`,
  leave: 'Wyjdź z pokoju',
  access: 'Kto może wejść',
  rules: 'Zasady',
  timeLimit: 'Limit czasu',
  goalLimit: 'Limit goli',
  presetQuick: 'Szybki',
  presetFirst: 'Do 3 goli',
  presetLong: 'Długi',
  minutes: (count) => (count === 0 ? 'bez limitu czasu' : `${count} min`),
  goals: (count) =>
    count === 0
      ? 'bez limitu goli'
      : plural(count, { one: `do ${count} gola`, other: `do ${count} goli` }),
};

export const plMaps: Messages['maps'] = {
  title: 'Mapa',
  choose: 'Wybierz mapę',
  builtIn: 'Mapy, które mają wszyscy',
  own: 'Twoje mapy',
  names: {
    small: 'Mała',
    classic: 'Klasyczna',
    big: 'Duża',
    huge: 'Ogromna',
    rounded: 'Zaokrąglona',
    rink: 'Lodowisko',
  },
  size: (width, height) => `${width} × ${height}`,
  discs: (count) =>
    plural(count, {
      one: `${count} krążek oprócz piłki`,
      few: `${count} krążki oprócz piłki`,
      other: `${count} krążków oprócz piłki`,
    }),
  ownColours: 'Mapa w jej własnych kolorach',
  remove: (name) => `Usuń: ${name}`,
  load: 'Wczytaj mapę…',
  loadHint: 'Plik .hbs lub .json. Możesz go też upuścić na tę stronę albo wkleić jego tekst.',
  take: 'Graj na tej mapie',
  takeHint: 'Wszyscy w pokoju dostaną ją od ciebie. Zostaje w tej przeglądarce.',
  back: 'Wróć do map',
  refused: (name) =>
    name === '' ? 'Na tej mapie nie da się grać.' : `Na mapie ${name} nie da się grać.`,
  sending: (name, percent) => `Wysyłanie mapy do: ${name}, ${percent} %`,
  receiving: (percent) => `Ładowanie mapy: ${percent} %`,
  full: 'Nie ma miejsca na więcej map. Usuń jedną, żeby zachować inną.',
  blocked: 'Ta przeglądarka nie przechowuje map: znikną, gdy wyjdziesz.',
};

export const plPractice: Messages['practice'] = {
  title: 'Trening',
  size: 'Drużyny',
  sizes: (players) => (players === 0 ? 'Ćwiczenie' : `${players}v${players}`),
  drill: 'Ruch, strzał, gol: trzy kroki, sam na sam z piłką. Potem przychodzi bot.',
  level: 'Boty',
  levels: {
    rookie: 'Nowicjusz',
    regular: 'Zwykły',
    pro: 'Zawodowiec',
    ace: 'As',
    match: 'Na moim poziomie',
  },
  start: 'Zacznij',
};
