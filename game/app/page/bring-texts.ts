import { computed } from '@preact/signals';
import { type BringLate, createTexts, type Texts } from '../../i18n/language.ts';
import type { LoadProblem } from '../../load/load-problem.ts';
import type { SettingsStore } from '../../settings/settings-store.ts';
import type { Timers } from '../../time/timers.ts';
import type { PageParts } from './page-parts.ts';

/** So long the menu waits for its language, before it is shown in English meanwhile. */
const LANGUAGE_PATIENCE_MS = 3000;

/** The texts of the page in the language of the settings, else of the browser; it is loaded first. */
export function bringTexts(
  { loader, desk }: Pick<PageParts, 'loader' | 'desk'>,
  settings: SettingsStore,
  browser: readonly string[],
  timers: Timers,
): Promise<{ readonly texts: Texts; readonly bring: BringLate<LoadProblem> }> {
  return createTexts(
    computed(() => settings.settings.value.language),
    browser,
    {
      loadMenu: (language) => loader.load(language),
      loadLate: (language, name) => loader.load(`${language}-${name}`),
      tell: (problem, retry) =>
        problem === null ? desk.found('language') : desk.report('language', problem, retry),
    },
    new Promise((resolve) => timers.after(LANGUAGE_PATIENCE_MS, resolve)),
  );
}
