import type { Messages } from './en.ts';

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
    replays: 'Die Aufzeichnungen fehlen.',
    stats: 'Die Statistik fehlt.',
    sounds: 'Die Töne fehlen.',
    qr: 'Der QR-Code fehlt.',
  },
};

export const deLoadErrors = {
  'newer-version': {
    title: 'Es gibt eine neuere Version',
    text: 'Diese Seite gehört zur älteren. Lade sie neu, dann geht es weiter: Name und Einstellungen bleiben.',
  },
  offline: {
    title: 'Keine Verbindung',
    text: 'Der Server antwortet nicht. Prüfe deine Internetverbindung und versuche es noch einmal.',
  },
  'server-error': {
    title: 'Ein Teil des Spiels kam nicht an',
    text: 'Der Server antwortet, aber nicht mit diesem Teil. Versuche es gleich noch einmal.',
  },
  broken: {
    title: 'Ein Teil des Spiels startet nicht',
    text: 'Lade diese Seite neu. Bleibt es dabei, sag es dem, der diesen Server betreibt.',
  },
};
