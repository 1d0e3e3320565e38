import { TEXT_PARTS } from '../../game/app/page/text-parts.ts';
import type { Messages } from '../../game/i18n/en/en.ts';
import { en } from '../../game/i18n/en/en.ts';
import type { Language, TextSource } from '../../game/i18n/language.ts';
import type { LateName, LateTexts } from '../../game/i18n/late-texts.ts';

export const LATE_NAMES = [
  'play',
  'replays',
  'rooms',
  'voice',
  'debug',
  'options',
] as const satisfies LateName[];

/** All texts of one language, those of the menu beside those of each part. */
export type AllTexts = { readonly menu: Messages } & LateTexts;

/** The texts of a language as the game has them, from the modules that it loads. */
export async function loadTexts(language: Language): Promise<AllTexts> {
  const [play, replays, rooms, voice, debug, options] = await Promise.all([
    TEXT_PARTS[`${language}-play`](),
    TEXT_PARTS[`${language}-replays`](),
    TEXT_PARTS[`${language}-rooms`](),
    TEXT_PARTS[`${language}-voice`](),
    TEXT_PARTS[`${language}-debug`](),
    TEXT_PARTS[`${language}-options`](),
  ]);
  return { menu: await loadMenu(language), play, replays, rooms, voice, debug, options };
}

/** For `createTexts`, without a network that could fail. */
export const TEXT_SOURCE: TextSource<never> = {
  loadMenu: async (language) => ({ ok: true, value: await loadMenu(language) }),
  loadLate: async (language, name) => ({
    ok: true,
    value: await TEXT_PARTS[`${language}-${name}`](),
  }),
  tell: () => {},
};

async function loadMenu(language: Language): Promise<Messages> {
  return language === 'en' ? en : TEXT_PARTS[language]();
}
