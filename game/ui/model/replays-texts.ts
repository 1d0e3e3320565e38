import { deReplays } from '../../i18n/de-replays.ts';
import { enReplays, type ReplaysTexts } from '../../i18n/en-replays.ts';
import { esReplays } from '../../i18n/es-replays.ts';
import type { Language } from '../../i18n/language.ts';
import { useUi } from './ui-context.ts';

/** In all languages, since only those who look at replays have this part at all. */
export const REPLAYS_TEXTS: Readonly<Record<Language, ReplaysTexts>> = {
  en: enReplays,
  de: deReplays,
  es: esReplays,
};

/** The words of replays in the current language. */
export function useReplaysTexts(): ReplaysTexts {
  return REPLAYS_TEXTS[useUi().texts.language.value];
}
