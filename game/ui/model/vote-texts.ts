import type { Language } from '../../i18n/language.ts';
import { useUi } from './ui-context.ts';

/** Texts on running a room together. They come with the room's screen, not with the menu. */
const en = {
  arrange: 'Both teams',
  begins: 'How matches begin',
  byHand: 'begin by hand',
  autoFor: (size: number) => `winner stays ${size}v${size}`,
  waits: (place: number) => `waits, ${place}`,
  wait: 'Wait for a place',
  onlyWatch: 'Only watch',
  shuffle: 'Shuffle',
  balance: 'Balance',
  swap: 'Swap sides',
  pause: 'Pause for everybody',
  goOn: 'Go on',
  askPause: 'Ask for a pause',
  askGoOn: 'Ask to go on',
  wantsPause: (name: string) => `${name} asks for a pause.`,
  wantsGoOn: (name: string) => `${name} asks to go on.`,
  wantsAway: (name: string) => `Send ${name} away?`,
  count: (voices: number, needed: number) => `${voices} of ${needed}`,
  agree: 'Agree',
  sendAway: 'Vote to send away…',
  sendAwayTitle: 'Who is to go?',
  sendAwayText:
    'The others vote. Whoever is sent away cannot come back to this room. Your voice counts for 30 seconds.',
  won: (score: string) => `Won in this room: ${score}`,
};

type VoteTexts = typeof en;

const de: VoteTexts = {
  arrange: 'Beide Teams',
  begins: 'Wie Spiele beginnen',
  byHand: 'Beginn von Hand',
  autoFor: (size) => `Sieger bleibt ${size}v${size}`,
  waits: (place) => `wartet, ${place}.`,
  wait: 'Auf einen Platz warten',
  onlyWatch: 'Nur zuschauen',
  shuffle: 'Mischen',
  balance: 'Ausgleichen',
  swap: 'Seiten tauschen',
  pause: 'Pause für alle',
  goOn: 'Weiter',
  askPause: 'Um eine Pause bitten',
  askGoOn: 'Weiterspielen wollen',
  wantsPause: (name) => `${name} bittet um eine Pause.`,
  wantsGoOn: (name) => `${name} möchte weiterspielen.`,
  wantsAway: (name) => `${name} wegschicken?`,
  count: (voices, needed) => `${voices} von ${needed}`,
  agree: 'Zustimmen',
  sendAway: 'Über Wegschicken abstimmen…',
  sendAwayTitle: 'Wer soll gehen?',
  sendAwayText:
    'Die anderen stimmen ab. Wer weggeschickt wird, kommt nicht in diesen Raum zurück. Deine Stimme zählt 30 Sekunden lang.',
  won: (score) => `Siege in diesem Raum: ${score}`,
};

const es: VoteTexts = {
  arrange: 'Los dos equipos',
  begins: 'Cómo empiezan los partidos',
  byHand: 'empezar a mano',
  autoFor: (size) => `gana y sigue ${size}v${size}`,
  waits: (place) => `espera, ${place}.º`,
  wait: 'Esperar un sitio',
  onlyWatch: 'Solo mirar',
  shuffle: 'Mezclar',
  balance: 'Equilibrar',
  swap: 'Cambiar de lado',
  pause: 'Pausa para todos',
  goOn: 'Seguir',
  askPause: 'Pedir una pausa',
  askGoOn: 'Pedir seguir',
  wantsPause: (name) => `${name} pide una pausa.`,
  wantsGoOn: (name) => `${name} pide seguir.`,
  wantsAway: (name) => `¿Echar a ${name}?`,
  count: (voices, needed) => `${voices} de ${needed}`,
  agree: 'De acuerdo',
  sendAway: 'Votar para echar a alguien…',
  sendAwayTitle: '¿Quién debe irse?',
  sendAwayText:
    'Votan los demás. Quien es echado no puede volver a esta sala. Tu voto vale 30 segundos.',
  won: (score) => `Victorias en esta sala: ${score}`,
};

export const VOTE_TEXTS: { readonly [Code in Language]: VoteTexts } = { en, de, es };

/** The same language as all other texts. */
export function useVoteTexts(): VoteTexts {
  return VOTE_TEXTS[useUi().texts.language.value];
}
