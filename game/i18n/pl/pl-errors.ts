import type { Messages } from '../en/en.ts';

export const plErrors: Messages['errors'] = {
  'link-failed': {
    title: 'Brak drogi do znajomego',
    text: 'Zapora blokuje bezpośrednie połączenia między wami. Spróbuj ponownie albo użyj innej sieci: dane komórkowe często działają.',
  },
  'turn-refused': {
    title: 'Przekaźnik tego serwera jest źle ustawiony',
    text: 'Odrzuca hasło, które wydaje ten serwer, a bez niego nie ma między wami drogi. Może to naprawić operator serwera.',
  },
  'no-relay': {
    title: 'Brak drogi do znajomego',
    text: 'Zapora blokuje bezpośrednie połączenia między wami, a operator tego serwera wyłączył przekaźnik. Spróbuj innej sieci: dane komórkowe często działają.',
  },
  'newer-version': {
    title: 'Jest nowa wersja',
    text: 'Ta strona należy do starszej. Odśwież ją, żeby grać dalej: nick i ustawienia zostają.',
  },
  offline: {
    title: 'Brak połączenia',
    text: 'Serwer nie odpowiada. Sprawdź połączenie z internetem i spróbuj ponownie.',
  },
  'server-error': {
    title: 'Część gry nie dotarła',
    text: 'Serwer odpowiada, ale bez tej części. Spróbuj ponownie za chwilę.',
  },
  broken: {
    title: 'Część gry się nie uruchamia',
    text: 'Odśwież tę stronę. Jeśli to nie pomoże, powiedz operatorowi serwera.',
  },
  'room-locked': {
    title: 'Pokój jest zamknięty',
    text: 'Gospodarz nie wpuszcza teraz nikogo nowego. Spróbuj później albo poszukaj innego pokoju.',
  },
  'bad-password': {
    title: 'Ten pokój ma hasło',
    text: 'Zapytaj o nie znajomego. Potrzebne jest tylko przy wejściu.',
  },
  'knock-refused': {
    title: 'Gospodarz cię nie wpuścił',
    text: 'Odmówił albo nie widział, że pukasz. Spróbuj ponownie za minutę albo poszukaj innego pokoju.',
  },
  'bad-code': {
    title: 'Ten adres nie prowadzi do żadnego pokoju',
    text: 'Kod pokoju ma sześć z tych znaków: 23456789 CFGHJMPQRVWX. Sprawdź go albo wklej cały link.',
  },
  'no-room': {
    title: 'Nie ma takiego pokoju',
    text: 'W kodzie może być błąd albo wszyscy już wyszli. Poproś znajomego o nowy link albo załóż własny pokój.',
  },
  'room-full': {
    title: 'Ten pokój jest pełny',
    text: 'Wszystkie miejsca są zajęte, także te dla widzów. Spróbuj ponownie, gdy ktoś wyjdzie, albo załóż własny pokój.',
  },
  'version-reload': {
    title: 'Jest nowa wersja',
    text: 'Odśwież tę stronę, żeby zagrać ze znajomym. Nick i ustawienia zostają.',
  },
  'version-friend': {
    title: 'Znajomy ma starszą wersję',
    text: 'Poproś znajomego o odświeżenie strony, potem spróbuj ponownie.',
  },
  'version-lobby': {
    title: 'Serwer ma starszą wersję',
    text: 'Serwer tej gry wymaga aktualizacji. Zapytaj operatora; trening działa tymczasem dalej.',
  },
  'no-webrtc': {
    title: 'Ta przeglądarka nie może się połączyć',
    text: 'WebRTC jest w tej przeglądarce wyłączone. Włącz je albo użyj innej przeglądarki; trening działa bez niego.',
  },
  'lobby-unreachable': {
    title: 'Nie można połączyć się z lobby',
    text: 'Sprawdź połączenie z internetem i spróbuj ponownie. Trening działa bez niego.',
  },
  'lobby-full': {
    title: 'Serwer jest pełny',
    text: 'Nie pomieści teraz więcej osób ani pokoi. Spróbuj ponownie za minutę; trening działa tymczasem dalej.',
  },
  'lobby-restarts': {
    title: 'Serwer zaraz się zrestartuje',
    text: 'Przez chwilę nie otwiera nowych pokoi. Spróbuj ponownie za minutę; trening działa tymczasem dalej.',
  },
  'network-full': {
    title: 'Zbyt wiele osób z twojej sieci',
    text: 'Ten serwer ogranicza liczbę osób i pokoi z jednej sieci. Zamknij kartę lub pokój albo spróbuj ponownie za minutę.',
  },
  'host-gone': {
    title: 'Gospodarza już nie ma',
    text: 'Nie ma już nikogo, kto mógłby cię wpuścić. Załóż nowy pokój i wyślij nowy link.',
  },
  'host-silent': {
    title: 'Gospodarz nie odpowiada',
    text: 'Jego urządzenie może być uśpione albo bez sieci. Spróbuj ponownie, gdy wróci.',
  },
  'room-closed': {
    title: 'Ten pokój zamknięto',
    text: 'Zamknął go operator tego serwera, a mecz w nim się skończył.',
  },
  'room-ended': {
    title: 'Tego pokoju już nie ma',
    text: 'Pod twoją nieobecność nikt w nim nie został. Załóż nowy pokój i wyślij nowy link.',
  },
  removed: {
    title: 'Wyproszono cię z pokoju',
    text: 'Tak zdecydował gospodarz lub pozostali. Kod zadziała znowu dopiero, gdy gospodarz na to pozwoli.',
  },
  'join-timeout': {
    title: 'Dołączanie trwało zbyt długo',
    text: 'Połączenie jest, ale zbyt wolne, żeby załadować mecz. Spróbuj ponownie za chwilę.',
  },
  'rate-limited': {
    title: 'Za dużo prób',
    text: 'Poczekaj minutę i spróbuj ponownie.',
  },
  replaced: {
    title: 'Grasz w innej karcie',
    text: 'Ten pokój jest otwarty w innej twojej karcie lub oknie. Graj tam dalej albo dołącz ponownie tutaj.',
  },
  unknown: {
    title: 'Coś poszło nie tak',
    text: 'Spróbuj ponownie. Jeśli to się powtarza, odśwież stronę.',
  },
  'no-webgl': {
    title: 'Nie można narysować boiska',
    text: 'WebGL jest w tej przeglądarce wyłączone. Włącz w jej ustawieniach akcelerację sprzętową albo użyj innej przeglądarki.',
  },
  'no-audio': {
    title: 'Tu nie ma dźwięku',
    text: 'Ta przeglądarka nie potrafi odtwarzać dźwięków. Gra toczy się bez nich.',
  },
  'webgl-lost': {
    title: 'Obraz zniknął',
    text: 'Grafika tego urządzenia przestała działać. Odśwież stronę, żeby znów zobaczyć boisko: w pokoju twoje miejsce czeka.',
  },
};
