import type { ReplaysTexts } from './en-replays.ts';

export const deReplays: ReplaysTexts = {
  title: 'Aufzeichnungen',
  back: 'Zurück',
  open: 'Datei öffnen…',
  dropHint: 'oder hier ablegen',
  loading: 'Sucht nach Spielen…',
  empty: 'Noch keine Spiele.',
  hint: 'Jedes Spiel bewahrt sich hier selbst auf: die letzten zwanzig, und für immer die mit Stern.',
  list: 'Spiele',
  versus: (sun, wave) => `${sun} gegen ${wave}`,
  nobody: 'niemand',
  watch: 'Ansehen',
  star: 'Für immer behalten',
  save: 'Als Datei sichern',
  remove: 'Löschen',
  removed: (match) => `Gelöscht: ${match}.`,
  undo: 'Rückgängig',
  unsaved: 'Nicht gespeichert: hier, bis du diese Seite schließt.',
  blocked:
    'Dieser Browser lässt die Seite nichts behalten. Sichere als Datei, was du später noch haben willst.',
  full: 'Dieser Browser hat keinen Platz mehr für Aufzeichnungen. Lösche einige oder sichere sie als Dateien.',
  broken: (count) =>
    count === 1
      ? 'Eine Aufzeichnung hier ist nicht mehr lesbar.'
      : `${count} Aufzeichnungen hier sind nicht mehr lesbar.`,
  removeBroken: 'Wegräumen',
  refused: (name) => `„${name}“ kann nicht gezeigt werden.`,
  refusedKept: 'Diese Aufzeichnung kann nicht gezeigt werden.',
  why: {
    'no-replay': 'Es ist keine Aufzeichnung dieses Spiels.',
    'other-format': 'Sie stammt von einer neueren Version des Spiels als dieser.',
    'other-version':
      'Sie stammt von einer anderen Version des Spiels, in der dieselben Tasten zu einem anderen Spiel führen. Sie lässt sich sichern und mit jener Version zeigen.',
    'too-large': 'Sie ist größer als 32 MB, und das ist keine Aufzeichnung.',
    broken: 'Sie ist beschädigt: ein Teil fehlt oder passt nicht zum Rest.',
    'bad-map': 'Eine Karte darin ist beschädigt oder nicht die, auf der gespielt wurde.',
    unreadable: 'Der Browser konnte sie nicht lesen.',
    gone: 'Sie ist nicht mehr hier.',
    'no-moment':
      'Der Link enthält keinen Moment eines Spiels: Vielleicht ging unterwegs ein Teil verloren.',
    'other-moment':
      'Der Link stammt von einer anderen Version des Spiels, in der dieselben Tasten zu einem anderen Spiel führen.',
    'no-map':
      'Gespielt wurde auf einer Karte, die dieser Browser nicht hat. Lade die Karte in einem Raum oder beim Üben und öffne den Link noch einmal.',
  },
  oldVersion: 'Von einer anderen Version: nicht zu zeigen',
  damaged: 'Beschädigt: nicht zu zeigen',
  loadingRest: (percent) => `Liest: ${percent} %`,
  moment: 'Moment des Spiels',
  momentAt: (minutes, seconds, sun, wave) => `${minutes} min ${seconds} s, ${sun} zu ${wave}`,
  goalOf: (name, score) => (name === '' ? `Tor, ${score}` : `Tor von ${name}, ${score}`),
  ownGoalOf: (name, score) => `Eigentor von ${name}, ${score}`,
  saveOf: (name) => `Parade von ${name}`,
  play: 'Abspielen',
  pause: 'Anhalten',
  stepBack: 'Ein Bild zurück',
  stepOn: 'Ein Bild weiter',
  goalBefore: 'Voriges Tor',
  goalAfter: 'Nächstes Tor',
  speed: 'Tempo',
  follow: 'Folgen',
  ball: 'dem Ball',
  hide: 'Knöpfe verbergen',
  show: 'Knöpfe zeigen',
  playOn: (name) => `Als ${name} weiterspielen`,
  orPress: (keys) => `oder drücke ${keys}`,
  choosePlayer:
    'Ab hier weiterspielen: anhalten und jemanden wählen, in der Liste oder auf dem Feld.',
  inRoom: 'Zum Weiterspielen sieh sie dir vom Startbildschirm aus an.',
  differs: (time) =>
    `Ab ${time} ist es nicht mehr das, was gespielt wurde: Die Datei wurde verändert, oder eine andere Maschine hat es anders berechnet.`,
  keys: 'Leertaste spielt · ← → 5 s · , . ein Bild · Umschalt ← → Tore · − + Tempo · H verbirgt',
};
