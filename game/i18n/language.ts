import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { en, type Messages } from './en.ts';

/** What each language calls itself. Adding one: a file like en.ts, a name here, a line in `PARTS`. */
export const LANGUAGE_NAMES = { en: 'English', de: 'Deutsch', es: 'Español' } as const;
export type Language = keyof typeof LANGUAGE_NAMES;

export const LANGUAGE_CODES = Object.keys(LANGUAGE_NAMES) as readonly Language[];

/**
 * Fetches a language for somebody who reads it; only English comes with the page. Null when it is
 * not to be had now: `retry` is for later.
 */
export type LoadMessages = (
  language: Exclude<Language, 'en'>,
  retry: () => void,
) => Promise<Messages | null>;

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
 * The texts in the language that `chosen` asks for. Resolves when they are there, or when patience
 * is at an end; a language that cannot be fetched leaves the one before, at first English.
 */
export async function createTexts(
  chosen: ReadonlySignal<string>,
  browser: readonly string[],
  loadMessages: LoadMessages,
  patience: Promise<void>,
): Promise<Texts> {
  const wanted = computed(() => chooseLanguage(chosen.value, browser));
  const current = signal<{ language: Language; messages: Messages }>({
    language: 'en',
    messages: en,
  });
  const load = async (language: Language): Promise<void> => {
    const retry = (): void => void load(wanted.value);
    const messages = language === 'en' ? en : await loadMessages(language, retry);
    if (messages && language === wanted.value) current.value = { language, messages };
  };
  let asked = wanted.value;
  await Promise.race([load(asked), patience]);
  // Tells of the present one first, which is on its way or was not to be had.
  wanted.subscribe((language) => {
    if (language === asked) return;
    asked = language;
    void load(language);
  });
  return {
    language: computed(() => current.value.language),
    messages: computed(() => current.value.messages),
  };
}

function isLanguage(code: string): code is Language {
  return Object.hasOwn(LANGUAGE_NAMES, code);
}
