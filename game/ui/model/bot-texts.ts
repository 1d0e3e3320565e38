import type { BotLevelName } from '../../../shared/room/bots.ts';
import type { Language } from '../../i18n/language.ts';
import { useUi } from './ui-context.ts';

/** Texts on bots in a room. They come with the room's screen, not with the menu. */
const en = {
  bot: 'bot',
  add: 'Add bot',
  addTo: (team: string) => `Add bot to ${team}`,
  fill: 'Fill with bots',
  level: (name: string) => `Level of ${name}`,
  remove: (name: string) => `Remove ${name}`,
  keepsSeat: (name: string) => `${name} is reconnecting: a bot plays.`,
  waits: 'takes a bot’s place at the next kick-off',
  levels: { rookie: 'Rookie', regular: 'Regular', pro: 'Pro', ace: 'Ace', match: 'Match us' },
};

type BotTexts = Omit<typeof en, 'levels'> & {
  readonly levels: { readonly [Name in BotLevelName]: string };
};

const de: BotTexts = {
  bot: 'Bot',
  add: 'Bot dazu',
  addTo: (team) => `Bot dazu: ${team}`,
  fill: 'Mit Bots auffüllen',
  level: (name) => `Stärke von ${name}`,
  remove: (name) => `${name} entfernen`,
  keepsSeat: (name) => `${name} verbindet sich neu: Ein Bot spielt.`,
  waits: 'löst beim nächsten Anstoß einen Bot ab',
  levels: {
    rookie: 'Neuling',
    regular: 'Normal',
    pro: 'Profi',
    ace: 'Ass',
    match: 'Passt sich an',
  },
};

const es: BotTexts = {
  bot: 'bot',
  add: 'Añadir bot',
  addTo: (team) => `Añadir bot a ${team}`,
  fill: 'Completar con bots',
  level: (name) => `Nivel de ${name}`,
  remove: (name) => `Quitar a ${name}`,
  keepsSeat: (name) => `${name} se está reconectando: juega un bot.`,
  waits: 'releva a un bot en el próximo saque',
  levels: { rookie: 'Novato', regular: 'Normal', pro: 'Pro', ace: 'As', match: 'A vuestro nivel' },
};

export const BOT_TEXTS: { readonly [Code in Language]: BotTexts } = { en, de, es };

/** The same language as all other texts. */
export function useBotTexts(): BotTexts {
  return BOT_TEXTS[useUi().texts.language.value];
}
