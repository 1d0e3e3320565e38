import type { Messages } from '../en/en.ts';
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('pl');

export const plHome: Messages['home'] = {
  tagline: 'Piłka na arenie ze znajomymi, prosto w przeglądarce.',
  nickLabel: 'Twój nick',
  newNick: 'Inny nick',
  badge: 'Co jest na twoim krążku',
  makeRoom: 'Zagraj ze znajomym',
  makeRoomHint: 'załóż pokój, wyślij link',
  codeLabel: 'Dołącz z kodem',
  codePlaceholder: 'kod lub link',
  join: 'Dołącz',
  replays: 'Powtórki',
  publicRooms: 'Pokoje publiczne',
  publicRoomsHint: 'znajdź kogoś do gry',
  password: 'Hasło',
  practice: 'Trenuj solo',
  practiceHint: 'z botami, działa offline',
  practiceChoice: 'Wybierz mapę, drużyny i poziom',
  attract: (keys) => `Naciśnij ${keys}: grasz od razu.`,
  attractTouch: 'Dotknij boiska: grasz od razu.',
  promises: 'Bez konta · bez reklam · bez śledzenia · gracze widzą nawzajem swoje adresy IP',
  notNow: 'Nie teraz',
  invited: (code) => `Masz zaproszenie do pokoju ${code}.`,
  invitedBy: (name) => `${name} zaprasza cię do gry.`,
  room: 'Pokój',
  here: 'Na miejscu',
  playing: 'Mecz',
  rejoin: (sun, wave) => `Wróć do meczu ${sun}–${wave}`,
  rejoinLeft: (time) => `twoje miejsce czeka jeszcze ${time}`,
};

export const plJoining: Messages['joining'] = {
  title: (code) => `Wchodzisz do pokoju ${code}`,
  making: 'Zakładanie pokoju',
  lobby: 'Łączenie z lobby',
  knock: 'Pukanie do gospodarza',
  host: 'Gospodarz na chwilę zniknął. Wejdziesz, gdy tylko wróci.',
  back: 'Długo cię nie było. Powrót do pokoju…',
  route: 'Szukanie bezpośredniej drogi do znajomego',
  hello: 'Powitanie',
  snapshot: 'Ładowanie meczu',
  stadium: 'Ładowanie mapy',
  slow: 'Trwa to dłużej niż zwykle. Niektóre sieci potrzebują kilku sekund więcej.',
};

export const plQuick: Messages['quick'] = {
  play: 'Graj',
  playHint: 'szybki mecz z innymi',
  joining: 'Na boisko…',
  searching: (count) =>
    plural(count, {
      one: `szuka ${count} osoba`,
      few: `szukają ${count} osoby`,
      other: `szuka ${count} osób`,
    }),
  playing: (count) => `w grze: ${count}`,
  next: (seconds) => `Następny mecz za ${seconds} s`,
};

export const plLoad: Messages['load'] = {
  newer: 'Jest nowa wersja. Odśwież stronę, żeby ją mieć: nick i ustawienia zostają.',
  newerInRoom: 'Jest nowa wersja. Odśwież, kiedy ci pasuje: wrócisz do tego pokoju.',
  newerLeaves:
    'Jest nowa wersja. Odświeżenie oznacza wyjście z tego pokoju, do którego nikt już nie wejdzie.',
  missing: {
    game: 'Brakuje samej gry.',
    pitch: 'Brakuje boiska.',
    language: 'Brakuje tekstów w tym języku.',
    gamepad: 'Brakuje menu dla pada.',
    settings: 'Brakuje ustawień.',
    practice: 'Brakuje opcji treningu.',
    badge: 'Brakuje wyboru dla twojego krążka.',
    replays: 'Brakuje powtórek.',
    beside: 'Brakuje części pokoju.',
    stats: 'Brakuje statystyk.',
    sounds: 'Brakuje dźwięków.',
    qr: 'Brakuje kodu QR.',
  },
};
