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
  'en-play': () => import('../../i18n/en/en-play.ts').then(({ enPlay }) => enPlay),
  'en-replays': () => import('../../i18n/en/en-replays.ts').then(({ enReplays }) => enReplays),
  'en-rooms': () => import('../../i18n/en/en-rooms.ts').then(({ enRooms }) => enRooms),
  'en-debug': () => import('../../i18n/en/en-debug.ts').then(({ enDebug }) => enDebug),
  de: () => import('../../i18n/de/de.ts').then(({ de }) => de),
  'de-play': () => import('../../i18n/de/de-play.ts').then(({ dePlay }) => dePlay),
  'de-replays': () => import('../../i18n/de/de-replays.ts').then(({ deReplays }) => deReplays),
  'de-rooms': () => import('../../i18n/de/de-rooms.ts').then(({ deRooms }) => deRooms),
  'de-debug': () => import('../../i18n/de/de-debug.ts').then(({ deDebug }) => deDebug),
  es: () => import('../../i18n/es/es.ts').then(({ es }) => es),
  'es-play': () => import('../../i18n/es/es-play.ts').then(({ esPlay }) => esPlay),
  'es-replays': () => import('../../i18n/es/es-replays.ts').then(({ esReplays }) => esReplays),
  'es-rooms': () => import('../../i18n/es/es-rooms.ts').then(({ esRooms }) => esRooms),
  'es-debug': () => import('../../i18n/es/es-debug.ts').then(({ esDebug }) => esDebug),
} as const satisfies MenuImports & LateImports;
