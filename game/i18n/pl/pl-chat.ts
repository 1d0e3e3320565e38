import type { Messages } from '../en/en.ts';

export const plChat: Messages['chat'] = {
  title: 'Czat',
  empty: 'Nikt jeszcze nic nie napisał.',
  field: 'Twoja wiadomość',
  placeholder: 'Napisz…',
  send: 'Wyślij',
  write: 'Napisz wiadomość',
  byKeyboard: 'Żeby pisać, użyj klawiatury albo poczekaj na pokój.',
  toAll: 'Do wszystkich',
  toTeam: 'Do drużyny',
  team: 'drużyna',
  toYou: 'dla ciebie',
  keys: 'Enter wysyła, Tab zmienia, kto to czyta, Esc zamyka',
  quickTitle: 'Szybki czat',
  quick: ['Podaj!', 'Strzelaj!', 'Broń', 'Moja', 'Ładnie!', 'Sorki', 'Dobry mecz', 'Dzięki'],
  emotes: {
    like: 'lubi to',
    wow: 'nie dowierza',
    angry: 'złości się',
    cool: 'jest na luzie',
    laugh: 'śmieje się',
    cry: 'płacze',
    love: 'uwielbia to',
    sleepy: 'usypia',
  },
  says: (name, text) => `${name}: ${text}`,
  mute: (name) => `Wycisz: ${name}`,
  unmute: (name) => `Słuchaj znów: ${name}`,
  refusals: {
    nobody: 'Nikt cię jeszcze nie słyszy.',
    empty: 'Nie ma czego wysłać.',
    'too-fast': 'Wolniej: poczekaj kilka sekund.',
    'no-team': 'Drużynę mają tylko gracze.',
  },
  choice: 'Co mówią inni',
  choices: { on: 'Wszystko', quick: 'Tylko szybki czat', off: 'Nic' },
};

export const plText: Messages['text'] = {
  empty: 'Wpisz coś, co widać.',
  'too-long': (max) => `Za długie: najwyżej ${max} znaków.`,
  'too-big': 'Za duże: coś pomiń.',
  marks: 'Za dużo znaków nad jedną literą.',
  direction: 'Ukryte znaki odwracają kierunek pisma: wpisz to od nowa.',
};
