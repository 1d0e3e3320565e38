import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { en, type Messages } from './en.ts';

/** What each language calls itself. Adding one: a file like en.ts, a name here, a loader below. */
export const LANGUAGE_NAMES = { en: 'English', de: 'Deutsch', es: 'Español' } as const;
export type Language = keyof typeof LANGUAGE_NAMES;

export const LANGUAGE_CODES = Object.keys(LANGUAGE_NAMES) as readonly Language[];

/** Only English comes with the page; the others are fetched by those who read them. */
const LOADERS: Readonly<Record<Language, () => Promise<Messages>>> = {
  en: () => Promise.resolve(en),
  de: () => import('./de.ts').then(({ de }) => de),
  es: () => import('./es.ts').then(({ es }) => es),
};

export function loadMessages(language: Language): Promise<Messages> {
  return LOADERS[language]();
}

/** The chosen language, else the first of the browser's that there is, else English. */
export function chooseLanguage(chosen: string, browser: readonly string[]): Language {
  for (const tag of [chosen, ...browser]) {
    const code = tag.toLowerCase().split('-')[0]!;
    if (isLanguage(code)) return code;
  }
  return 'en';
}

export type Texts = {
  /** The language of `messages`: the one asked for as soon as it is there. */
  readonly language: ReadonlySignal<Language>;
  readonly messages: ReadonlySignal<Messages>;
};

/**
 * The texts in the language that `chosen` asks for. Resolves when they are there; a language that
 * cannot be fetched leaves the one before, at first English.
 */
export async function createTexts(
  chosen: ReadonlySignal<string>,
  browser: readonly string[],
): Promise<Texts> {
  const wanted = computed(() => chooseLanguage(chosen.value, browser));
  const current = signal<{ language: Language; messages: Messages }>({
    language: 'en',
    messages: en,
  });
  const load = async (language: Language): Promise<void> => {
    const messages = await loadMessages(language).catch(() => null);
    if (messages && language === wanted.value) current.value = { language, messages };
  };
  await load(wanted.value);
  wanted.subscribe((language) => {
    if (language !== current.value.language) void load(language);
  });
  return {
    language: computed(() => current.value.language),
    messages: computed(() => current.value.messages),
  };
}

function isLanguage(code: string): code is Language {
  return Object.hasOwn(LANGUAGE_NAMES, code);
}
