import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { en, type Messages } from './en/en.ts';
import type { LateName, LateTexts } from './late-texts.ts';

/** What each language calls itself. Adding one: a folder like `en`, a name here, lines in `TEXT_PARTS`. */
export const LANGUAGE_NAMES = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  pl: 'Polski',
  pt: 'Português (BR)',
  tr: 'Türkçe',
} as const;
export type Language = keyof typeof LANGUAGE_NAMES;

export const LANGUAGE_CODES = Object.keys(LANGUAGE_NAMES) as readonly Language[];

/** As BCP 47 has it: for `lang`, and for how numbers and dates are written. */
export function tagOf(language: Language): string {
  return language === 'pt' ? 'pt-BR' : language;
}

/** Fetches texts for somebody who reads them; only those of the menu in English come with the page. */
export type TextSource<Problem> = {
  readonly loadMenu: (language: Exclude<Language, 'en'>) => Promise<Found<Messages, Problem>>;
  readonly loadLate: (
    language: Language,
    name: LateName,
  ) => Promise<Found<LateTexts[LateName], Problem>>;
  /** Why the language asked for is not to be had now, or null for that it is; `retry` is for later. */
  readonly tell: (problem: Problem | null, retry: () => void) => void;
};

type Found<Value, Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Problem };

/** The chosen language, else the first of the browser's that there is, else English. */
export function chooseLanguage(chosen: string, browser: readonly string[]): Language {
  for (const tag of [chosen, ...browser]) {
    const code = tag.toLowerCase().split('-')[0]!;
    if (isLanguage(code)) return code;
  }
  return 'en';
}

export type Texts = {
  /** The language of all texts: the one asked for as soon as they are all there. */
  readonly language: ReadonlySignal<Language>;
  readonly messages: ReadonlySignal<Messages>;
  /** Of those parts that were brought. */
  readonly late: ReadonlySignal<Partial<LateTexts>>;
};

/** Brings the texts of a part, which follow the language from then on. Null, or why they do not come. */
export type BringLate<Problem> = (name: LateName) => Promise<Problem | null>;

/** What is shown, all in one language. */
type Spoken = {
  readonly language: Language;
  readonly messages: Messages;
  readonly late: Partial<LateTexts>;
};

/**
 * The texts in the language that `chosen` asks for. Resolves when those of the menu are there, or when
 * patience is at an end; a language that cannot be fetched leaves the one before, at first English.
 */
export async function createTexts<Problem>(
  chosen: ReadonlySignal<string>,
  browser: readonly string[],
  source: TextSource<Problem>,
  patience: Promise<void>,
): Promise<{ readonly texts: Texts; readonly bring: BringLate<Problem> }> {
  const wanted = computed(() => chooseLanguage(chosen.value, browser));
  const spoken = signal<Spoken>({ language: 'en', messages: en, late: {} });
  const retry = (): void => void speak(wanted.value);
  const speak = async (language: Language): Promise<void> => {
    for (;;) {
      const names = lateNames(spoken.value);
      const found = await loadAll(source, language, names);
      if (language !== wanted.value) return;
      if (!found.ok) return source.tell(found.error, retry);
      // Again where a part was brought meanwhile.
      if (lateNames(spoken.value).length > names.length) continue;
      spoken.value = found.value;
      return source.tell(null, retry);
    }
  };
  let asked = wanted.value;
  await Promise.race([speak(asked), patience]);
  // Tells of the present one first, which is on its way or was not to be had.
  wanted.subscribe((language) => {
    if (language === asked) return;
    asked = language;
    void speak(language);
  });
  const texts = {
    language: computed(() => spoken.value.language),
    messages: computed(() => spoken.value.messages),
    late: computed(() => spoken.value.late),
  };
  return { texts, bring: (name) => bringLate(source, spoken, name) };
}

/** The menu and these parts, or why one of them does not come. */
async function loadAll<Problem>(
  source: TextSource<Problem>,
  language: Language,
  names: readonly LateName[],
): Promise<Found<Spoken, Problem>> {
  const [messages, ...parts] = await Promise.all([
    language === 'en' ? ({ ok: true, value: en } as const) : source.loadMenu(language),
    ...names.map((name) => source.loadLate(language, name)),
  ]);
  if (!messages.ok) return messages;
  const late: Partial<LateTexts> = {};
  for (const [index, name] of names.entries()) {
    const texts = parts[index]!;
    if (!texts.ok) return texts;
    Object.assign(late, { [name]: texts.value });
  }
  return { ok: true, value: { language, messages: messages.value, late } };
}

/** In the language that is shown by the time that the texts are here. */
async function bringLate<Problem>(
  source: TextSource<Problem>,
  spoken: { value: Spoken },
  name: LateName,
): Promise<Problem | null> {
  while (spoken.value.late[name] === undefined) {
    const { language } = spoken.value;
    const found = await source.loadLate(language, name);
    if (!found.ok) return found.error;
    const { value } = spoken;
    if (value.language !== language) continue;
    spoken.value = { ...value, late: { ...value.late, [name]: found.value } };
  }
  return null;
}

function lateNames({ late }: Spoken): LateName[] {
  return Object.keys(late) as LateName[];
}

function isLanguage(code: string): code is Language {
  return Object.hasOwn(LANGUAGE_NAMES, code);
}
