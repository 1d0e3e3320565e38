import type { Language } from '../../i18n/language.ts';
import { useUi } from './ui-context.ts';

/** What is said of a link to a moment of a match. */
const en = {
  goal: 'Link to the last goal',
  moment: 'Copy a link to this moment',
  copied: 'Link copied. It shows eight seconds of this match.',
  blocked: 'This browser does not let the page copy. The link:',
  none: 'No link can be made of this.',
};

export type LinkTexts = typeof en;

const de: LinkTexts = {
  goal: 'Link zum letzten Tor',
  moment: 'Link zu diesem Moment kopieren',
  copied: 'Link kopiert. Er zeigt acht Sekunden dieses Spiels.',
  blocked: 'Dieser Browser lässt die Seite nicht kopieren. Der Link:',
  none: 'Daraus lässt sich kein Link machen.',
};

const es: LinkTexts = {
  goal: 'Enlace al último gol',
  moment: 'Copiar un enlace a este momento',
  copied: 'Enlace copiado. Muestra ocho segundos de este partido.',
  blocked: 'Este navegador no deja copiar a la página. El enlace:',
  none: 'De esto no se puede hacer un enlace.',
};

const TEXTS: Readonly<Record<Language, LinkTexts>> = { en, de, es };

/** The words for links to moments, in the current language. */
export function useLinkTexts(): LinkTexts {
  return TEXTS[useUi().texts.language.value];
}
