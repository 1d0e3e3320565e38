import type { Language } from '../../i18n/language.ts';
import { useUi } from './ui-context.ts';

/** What can be done with the recording of a match that has ended. It comes with the result, not with the menu. */
const en = {
  watchReplay: 'Watch replay',
  saveReplay: 'Save replay',
  replaySaved: 'Replay saved ✓',
};

type ResultTexts = typeof en;

const de: ResultTexts = {
  watchReplay: 'Aufzeichnung ansehen',
  saveReplay: 'Aufzeichnung sichern',
  replaySaved: 'Aufzeichnung gesichert ✓',
};

const es: ResultTexts = {
  watchReplay: 'Ver repetición',
  saveReplay: 'Guardar repetición',
  replaySaved: 'Repetición guardada ✓',
};

const TEXTS: Readonly<Record<Language, ResultTexts>> = { en, de, es };

/** The words for the recording of a match, in the current language. */
export function useResultTexts(): ResultTexts {
  return TEXTS[useUi().texts.language.value];
}
