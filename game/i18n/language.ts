import { computed, type ReadonlySignal } from '@preact/signals';
import { de } from './de.ts';
import { en, type Messages } from './en.ts';
import { es } from './es.ts';

/** Adding a language: one file like en.ts and one entry here. */
export const LANGUAGES = { en, de, es } as const satisfies Record<string, Messages>;
export type Language = keyof typeof LANGUAGES;

export const LANGUAGE_CODES = Object.keys(LANGUAGES) as readonly Language[];

/** The chosen language, else the first of the browser's that there is, else English. */
export function chooseLanguage(chosen: string, browser: readonly string[]): Language {
  for (const tag of [chosen, ...browser]) {
    const code = tag.toLowerCase().split('-')[0]!;
    if (isLanguage(code)) return code;
  }
  return 'en';
}

export type Texts = {
  readonly language: ReadonlySignal<Language>;
  readonly messages: ReadonlySignal<Messages>;
};

/** The texts in the language that `chosen` asks for, and a signal, so that switching redraws. */
export function createTexts(chosen: ReadonlySignal<string>, browser: readonly string[]): Texts {
  const language = computed(() => chooseLanguage(chosen.value, browser));
  const messages = computed<Messages>(() => LANGUAGES[language.value]);
  return { language, messages };
}

function isLanguage(code: string): code is Language {
  return Object.hasOwn(LANGUAGES, code);
}
