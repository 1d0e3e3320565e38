import type { Messages } from '../en/en.ts';
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('de');

export const deHome: Messages['home'] = {
  tagline: 'Arena-Ball mit Freunden, direkt im Browser.',
  nickLabel: 'Dein Name',
  newNick: 'Anderer Name',
  badge: 'Was auf deiner Scheibe steht',
  makeRoom: 'Mit einem Freund spielen',
  makeRoomHint: 'Raum öffnen, Link schicken',
  codeLabel: 'Mit Code beitreten',
  codePlaceholder: 'Code oder Link',
  join: 'Los',
  replays: 'Aufzeichnungen',
  publicRooms: 'Öffentliche Räume',
  publicRoomsHint: 'Leute zum Spielen finden',
  password: 'Passwort',
  practice: 'Allein üben',
  practiceHint: 'mit Bots, auch offline',
  practiceChoice: 'Karte, Teams und Stärke wählen',
  attract: (keys: string) => `Drücke ${keys}: Du spielst sofort mit.`,
  attractTouch: 'Berühre das Feld: Du spielst sofort mit.',
  promises:
    'Kein Konto · keine Werbung · kein Tracking · Mitspielende sehen einander ihre IP-Adresse',
  notNow: 'Jetzt nicht',
  invited: (code: string) => `Du bist in den Raum ${code} eingeladen.`,
  invitedBy: (name: string) => `${name} lädt dich ein.`,
  room: 'Raum',
  here: 'Da sind',
  playing: 'Spiel',
  rejoin: (sun: number, wave: number) => `Zurück ins Spiel ${sun}–${wave}`,
  rejoinLeft: (time: string) => `dein Platz ist frei gehalten, noch ${time}`,
};

export const deJoining: Messages['joining'] = {
  title: (code: string) => `Raum ${code} wird betreten`,
  making: 'Dein Raum wird geöffnet',
  lobby: 'Lobby wird erreicht',
  knock: 'Der Host wird gefragt, ob du hereindarfst',
  host: 'Der Gastgeber ist kurz weg. Sobald er zurück ist, bist du drin.',
  back: 'Du warst lange weg. Zurück in den Raum…',
  route: 'Direkter Weg zu deinem Freund wird gesucht',
  hello: 'Begrüßung',
  snapshot: 'Spiel wird geladen',
  stadium: 'Karte wird geladen',
  slow: 'Das dauert länger als sonst. Manche Netze brauchen ein paar Sekunden mehr.',
};

export const deQuick: Messages['quick'] = {
  play: 'Spielen',
  playHint: 'schnelles Spiel mit anderen',
  joining: 'Auf den Platz…',
  searching: (count) => plural(count, { one: '1 Person sucht', other: `${count} Personen suchen` }),
  playing: (count) => `${count} spielen`,
  next: (seconds) => `Nächstes Spiel in ${seconds} s`,
};

export const deLoad: Messages['load'] = {
  newer: 'Es gibt eine neuere Version. Neu laden holt sie: Name und Einstellungen bleiben.',
  newerInRoom:
    'Es gibt eine neuere Version. Lade neu, wann es dir passt: Du kommst in diesen Raum zurück.',
  newerLeaves:
    'Es gibt eine neuere Version. Neu laden verlässt diesen Raum, in den niemand mehr hineinkommt.',
  missing: {
    game: 'Das Spiel selbst fehlt.',
    pitch: 'Das Spielfeld fehlt.',
    language: 'Die Texte in dieser Sprache fehlen.',
    gamepad: 'Die Menüs für das Gamepad fehlen.',
    settings: 'Die Einstellungen fehlen.',
    practice: 'Die Auswahl für das Training fehlt.',
    badge: 'Die Auswahl für deine Scheibe fehlt.',
    replays: 'Die Aufzeichnungen fehlen.',
    beside: 'Ein Teil des Raums fehlt.',
    stats: 'Die Statistik fehlt.',
    sounds: 'Die Töne fehlen.',
    qr: 'Der QR-Code fehlt.',
  },
};
