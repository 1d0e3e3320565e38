import type { VoiceTexts } from '../../en/late/en-voice.ts';

export const plVoice: VoiceTexts = {
  turnOff: 'Wyłącz głos',
  asking: 'Przeglądarka pyta, czy ta strona może używać mikrofonu.',
  hold: 'Trzymaj i mów',
  heard: 'Słychać cię',
  closed: 'Mikrofon zamknięty. Trzymaj, aby mówić; dotknięcie zostawia go otwartym.',
  closedByKey: (key: string) =>
    `Mikrofon zamknięty. Trzymaj ${key}, aby mówić; naciśnięcie tego przycisku zostawia go otwartym.`,
  opened: 'Mikrofon otwarty. Naciśnij, aby go zamknąć.',
  how: 'Trzymaj przycisk, aby mówić. Dotknięcie zostawia mikrofon otwarty do następnego. Na padzie mówi się lewym spustem albo wybranym przyciskiem.',
  howByKey: (key: string) =>
    `Trzymaj ${key} lub przycisk, aby mówić. Dotknięcie zostawia mikrofon otwarty do następnego. Na padzie mówi się lewym spustem albo wybranym przyciskiem.`,
  latch: 'Zostaw mikrofon otwarty',
  nobody: 'Nikt inny nie włączył jeszcze głosu.',
  speaking: 'mówi',
  states: {
    connecting: 'głos się łączy',
    open: 'głos włączony',
    failed: 'nie znaleziono drogi dla tego głosu',
  },
  volume: (name: string) => `Głośność: ${name}`,
  problems: {
    insecure:
      'Przeglądarki dają mikrofon tylko stronom przez https. Poproś o adres https osobę, która prowadzi ten serwer.',
    denied:
      'Mikrofon jest zablokowany. Zezwól na niego tej stronie obok adresu albo w ustawieniach systemu i spróbuj ponownie.',
    missing: 'Nie znaleziono mikrofonu. Podłącz go i spróbuj ponownie.',
    busy: 'Mikrofon się nie uruchamia: może używa go inny program. Zamknij go i spróbuj ponownie.',
    ended: 'Mikrofon odłączono lub cofnięto zgodę. Włącz głos ponownie, gdy wróci.',
  },
};
