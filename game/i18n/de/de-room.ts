import type { Messages } from '../en/en.ts';
import { pluralsOf } from '../plural.ts';

const plural = pluralsOf('de');

export const deRoom: Messages['room'] = {
  title: 'Raum',
  code: 'Raumcode',
  copyLink: 'Link kopieren',
  copied: 'Kopiert ✓',
  holdToShow: 'Zum Zeigen des Codes halten',
  copyFailedHidden:
    'Der Browser hat den Link nicht kopiert. Halte den Code gedrückt, um ihn zu lesen.',
  copyFailed: 'Kopieren ist hier gesperrt: Markiere den Link und kopiere ihn.',
  share: 'Teilen…',
  shareText: 'Spiel Peerball mit mir:',
  qr: 'QR-Code',
  qrHint: (code: string) => `Scannen, um Raum ${code} zu betreten`,
  linkLabel: 'Einladungslink',
  invite: 'Schick deinem Freund den Link oder den Code. Wer ihn öffnet, ist dabei.',
  host: 'Gastgeber',
  playHere: 'Hier spielen',
  toBench: 'Von der Bank zusehen',
  manage: (name: string) => `${name} verwalten`,
  remove: 'Entfernen…',
  removeTitle: (name: string) => `${name} entfernen?`,
  removeText: 'Wer entfernt wird, ist sofort weg. Der Code führt nicht zurück.',
  removeConfirm: 'Entfernen',
  isFull: (places: number) =>
    `Der Raum ist voll: Alle ${places} Plätze sind besetzt, auch die zum Zuschauen.`,
  freePlace: 'Freier Platz',
  emptyBench: 'Niemand sieht zu.',
  ready: 'bereit',
  notReady: 'nicht bereit',
  away: 'verbindet neu',
  imReady: 'Ich bin bereit',
  imReadyOn: 'Bereit ✓',
  startNow: 'Jetzt starten',
  starting: 'Alle sind bereit: Es geht los…',
  waitingForFriend: 'Warten auf deinen Freund…',
  waitingForReady: 'Warten, bis alle bereit sind.',
  waitingForHost: 'Der Gastgeber startet das Spiel.',
  needBothTeams: 'Jedes Team braucht einen Spieler.',
  joinedAnnounce: (name: string) => `${name} ist da.`,
  leftAnnounce: (name: string) => `${name} ist gegangen.`,
  leave: 'Raum verlassen',
  access: 'Wer hereindarf',
  rules: 'Regeln',
  timeLimit: 'Zeitlimit',
  goalLimit: 'Torlimit',
  presetQuick: 'Schnell',
  presetFirst: 'Bis 3',
  presetLong: 'Lang',
  minutes: (count: number) => (count === 0 ? 'ohne Zeitlimit' : `${count} min`),
  goals: (count: number) => (count === 0 ? 'ohne Torlimit' : `bis ${count} Tore`),
};

export const deMaps: Messages['maps'] = {
  title: 'Karte',
  choose: 'Karte wählen',
  builtIn: 'Karten, die alle haben',
  own: 'Deine Karten',
  names: {
    small: 'Klein',
    classic: 'Klassisch',
    big: 'Groß',
    huge: 'Riesig',
    rounded: 'Rund',
    rink: 'Eisbahn',
  },
  size: (width: number, height: number) => `${width} × ${height}`,
  discs: (count: number) =>
    plural(count, { one: '1 Scheibe neben dem Ball', other: `${count} Scheiben neben dem Ball` }),
  ownColours: 'Karte in ihren eigenen Farben',
  remove: (name: string) => `${name} löschen`,
  load: 'Karte laden…',
  loadHint:
    'Eine .hbs- oder .json-Datei. Du kannst sie auch hierher ziehen oder ihren Text einfügen.',
  take: 'Auf dieser Karte spielen',
  takeHint: 'Alle im Raum bekommen sie von dir. Sie bleibt in diesem Browser.',
  back: 'Zurück zu den Karten',
  refused: (name: string) =>
    name === ''
      ? 'Das ist keine Karte, auf der man spielen kann.'
      : `Auf ${name} kann man nicht spielen.`,
  sending: (name: string, percent: number) => `Karte geht an ${name}: ${percent} %`,
  receiving: (percent: number) => `Karte wird geladen: ${percent} %`,
  full: 'Deine Karten sind voll. Lösche eine, um eine andere zu behalten.',
  blocked: 'Dieser Browser behält keine Karten: Sie sind weg, wenn du gehst.',
};

export const dePractice: Messages['practice'] = {
  title: 'Training',
  size: 'Teams',
  sizes: (players: number) => (players === 0 ? 'Übung' : `${players}v${players}`),
  drill: 'Laufen, schießen, treffen: drei Schritte, allein mit dem Ball. Dann kommt ein Bot.',
  level: 'Bots',
  levels: {
    rookie: 'Neuling',
    regular: 'Normal',
    pro: 'Profi',
    ace: 'Ass',
    match: 'Passt sich an',
  },
  start: 'Los',
};
