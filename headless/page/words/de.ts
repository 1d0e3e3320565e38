import type { PageWords } from './en.ts';

/** German. */
export const de: PageWords = {
  title: 'Ein Raum-Skript ausführen',
  intro:
    'Ein Skript läuft in diesem Tab und leitet einen Raum, solange der Tab offen ist. Es kommt an keine andere Seite und an nichts, was dein Browser für diesen Server aufbewahrt.',
  process: 'Skripte, die Dateien oder Pakete brauchen, laufen als Programm: npm run room.',
  script: 'Skript',
  hint: 'Füge ein Skript ein, zieh eine Datei hierher oder wähle eine aus.',
  choose: 'Datei auswählen',
  run: 'Ausführen',
  stop: 'Beenden',
  state: {
    idle: 'Es läuft kein Skript.',
    starting: 'Das Skript startet …',
    running: 'Das Skript läuft.',
    lost: 'Ein Teil dieser Seite ist nicht angekommen. Prüfe deine Verbindung und führe das Skript noch einmal aus.',
  },
  unreadable: 'Diese Datei lässt sich nicht als Text lesen.',
  link: 'Link zum Raum',
  noLink: 'Der Link steht hier, sobald das Skript seinen Raum geöffnet hat.',
  copy: 'Link kopieren',
  copied: 'Kopiert.',
  notCopied: 'Kopieren ist hier nicht erlaubt: Markiere den Link und kopiere ihn selbst.',
  console: 'Konsole',
  noLines: 'Noch nichts.',
  clear: 'Konsole leeren',
  warn: 'Warnung',
  error: 'Fehler',
};
