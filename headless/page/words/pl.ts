import type { PageWords } from './en.ts';

/** Polish. */
export const pl: PageWords = {
  title: 'Uruchom skrypt pokoju',
  intro:
    'Skrypt działa w tej karcie i prowadzi pokój, dopóki karta jest otwarta. Nie ma dostępu do żadnej innej strony ani do niczego, co przeglądarka przechowuje dla tego serwera.',
  process: 'Skrypty, które potrzebują plików lub pakietów, działają jako program: npm run room.',
  script: 'Skrypt',
  hint: 'Wklej skrypt, upuść tu plik albo wybierz go.',
  choose: 'Wybierz plik',
  run: 'Uruchom',
  stop: 'Zatrzymaj',
  state: {
    idle: 'Żaden skrypt nie działa.',
    starting: 'Skrypt się uruchamia…',
    running: 'Skrypt działa.',
    lost: 'Część tej strony nie dotarła. Sprawdź połączenie i uruchom skrypt jeszcze raz.',
  },
  unreadable: 'Tego pliku nie da się odczytać jako tekstu.',
  link: 'Link do pokoju',
  noLink: 'Link pojawi się tutaj, gdy skrypt otworzy swój pokój.',
  copy: 'Skopiuj link',
  copied: 'Skopiowano.',
  notCopied: 'Kopiowanie nie jest tu dozwolone: zaznacz link i skopiuj go.',
  console: 'Konsola',
  noLines: 'Jeszcze nic.',
  clear: 'Wyczyść konsolę',
  warn: 'Ostrzeżenie',
  error: 'Błąd',
};
