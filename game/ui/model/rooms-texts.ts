import { deRooms } from '../../i18n/de-rooms.ts';
import { enRooms, type RoomsTexts } from '../../i18n/en-rooms.ts';
import { esRooms } from '../../i18n/es-rooms.ts';
import type { Language } from '../../i18n/language.ts';
import { useUi } from './ui-context.ts';

/** In all languages, since only those who look for a room have this part at all. */
export const ROOMS_TEXTS: Readonly<Record<Language, RoomsTexts>> = {
  en: enRooms,
  de: deRooms,
  es: esRooms,
};

/** The words of public rooms in the current language. */
export function useRoomsTexts(): RoomsTexts {
  return ROOMS_TEXTS[useUi().texts.language.value];
}
