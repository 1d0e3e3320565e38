import type { Language } from '../../i18n/language.ts';
import type { LateName, LateTexts } from '../../i18n/late-texts.ts';
import type { Messages } from '../../i18n/en/en.ts';

type MenuImports = {
  readonly [Code in Exclude<Language, 'en'>]: () => Promise<Messages>;
};
type LateImports = {
  readonly [Name in LateName as `${Language}-${Name}`]: () => Promise<LateTexts[Name]>;
};

/** The texts of each language, in as many parts as are loaded at different times. */
export const TEXT_PARTS = {
  'en-play': () => import('../../i18n/en/late/en-play.ts').then(({ enPlay }) => enPlay),
  'en-replays': () => import('../../i18n/en/late/en-replays.ts').then(({ enReplays }) => enReplays),
  'en-rooms': () => import('../../i18n/en/late/en-rooms.ts').then(({ enRooms }) => enRooms),
  'en-voice': () => import('../../i18n/en/late/en-voice.ts').then(({ enVoice }) => enVoice),
  'en-debug': () => import('../../i18n/en/late/en-debug.ts').then(({ enDebug }) => enDebug),
  'en-options': () => import('../../i18n/en/late/en-options.ts').then(({ enOptions }) => enOptions),
  de: () => import('../../i18n/de/de.ts').then(({ de }) => de),
  'de-play': () => import('../../i18n/de/late/de-play.ts').then(({ dePlay }) => dePlay),
  'de-replays': () => import('../../i18n/de/late/de-replays.ts').then(({ deReplays }) => deReplays),
  'de-rooms': () => import('../../i18n/de/late/de-rooms.ts').then(({ deRooms }) => deRooms),
  'de-voice': () => import('../../i18n/de/late/de-voice.ts').then(({ deVoice }) => deVoice),
  'de-debug': () => import('../../i18n/de/late/de-debug.ts').then(({ deDebug }) => deDebug),
  'de-options': () => import('../../i18n/de/late/de-options.ts').then(({ deOptions }) => deOptions),
  es: () => import('../../i18n/es/es.ts').then(({ es }) => es),
  'es-play': () => import('../../i18n/es/late/es-play.ts').then(({ esPlay }) => esPlay),
  'es-replays': () => import('../../i18n/es/late/es-replays.ts').then(({ esReplays }) => esReplays),
  'es-rooms': () => import('../../i18n/es/late/es-rooms.ts').then(({ esRooms }) => esRooms),
  'es-voice': () => import('../../i18n/es/late/es-voice.ts').then(({ esVoice }) => esVoice),
  'es-debug': () => import('../../i18n/es/late/es-debug.ts').then(({ esDebug }) => esDebug),
  'es-options': () => import('../../i18n/es/late/es-options.ts').then(({ esOptions }) => esOptions),
  fr: () => import('../../i18n/fr/fr.ts').then(({ fr }) => fr),
  'fr-play': () => import('../../i18n/fr/late/fr-play.ts').then(({ frPlay }) => frPlay),
  'fr-replays': () => import('../../i18n/fr/late/fr-replays.ts').then(({ frReplays }) => frReplays),
  'fr-rooms': () => import('../../i18n/fr/late/fr-rooms.ts').then(({ frRooms }) => frRooms),
  'fr-voice': () => import('../../i18n/fr/late/fr-voice.ts').then(({ frVoice }) => frVoice),
  'fr-debug': () => import('../../i18n/fr/late/fr-debug.ts').then(({ frDebug }) => frDebug),
  'fr-options': () => import('../../i18n/fr/late/fr-options.ts').then(({ frOptions }) => frOptions),
  pl: () => import('../../i18n/pl/pl.ts').then(({ pl }) => pl),
  'pl-play': () => import('../../i18n/pl/late/pl-play.ts').then(({ plPlay }) => plPlay),
  'pl-replays': () => import('../../i18n/pl/late/pl-replays.ts').then(({ plReplays }) => plReplays),
  'pl-rooms': () => import('../../i18n/pl/late/pl-rooms.ts').then(({ plRooms }) => plRooms),
  'pl-voice': () => import('../../i18n/pl/late/pl-voice.ts').then(({ plVoice }) => plVoice),
  'pl-debug': () => import('../../i18n/pl/late/pl-debug.ts').then(({ plDebug }) => plDebug),
  'pl-options': () => import('../../i18n/pl/late/pl-options.ts').then(({ plOptions }) => plOptions),
  pt: () => import('../../i18n/pt/pt.ts').then(({ pt }) => pt),
  'pt-play': () => import('../../i18n/pt/late/pt-play.ts').then(({ ptPlay }) => ptPlay),
  'pt-replays': () => import('../../i18n/pt/late/pt-replays.ts').then(({ ptReplays }) => ptReplays),
  'pt-rooms': () => import('../../i18n/pt/late/pt-rooms.ts').then(({ ptRooms }) => ptRooms),
  'pt-voice': () => import('../../i18n/pt/late/pt-voice.ts').then(({ ptVoice }) => ptVoice),
  'pt-debug': () => import('../../i18n/pt/late/pt-debug.ts').then(({ ptDebug }) => ptDebug),
  'pt-options': () => import('../../i18n/pt/late/pt-options.ts').then(({ ptOptions }) => ptOptions),
  tr: () => import('../../i18n/tr/tr.ts').then(({ tr }) => tr),
  'tr-play': () => import('../../i18n/tr/late/tr-play.ts').then(({ trPlay }) => trPlay),
  'tr-replays': () => import('../../i18n/tr/late/tr-replays.ts').then(({ trReplays }) => trReplays),
  'tr-rooms': () => import('../../i18n/tr/late/tr-rooms.ts').then(({ trRooms }) => trRooms),
  'tr-voice': () => import('../../i18n/tr/late/tr-voice.ts').then(({ trVoice }) => trVoice),
  'tr-debug': () => import('../../i18n/tr/late/tr-debug.ts').then(({ trDebug }) => trDebug),
  'tr-options': () => import('../../i18n/tr/late/tr-options.ts').then(({ trOptions }) => trOptions),
} as const satisfies MenuImports & LateImports;
