import type { Language } from '../../../game/i18n/language.ts';
import { de } from './de.ts';
import { en, type PageWords } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { tr } from './tr.ts';

/** In each language of the game. They are few, so all of them come with the page. */
export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = { en, de, es, fr, pl, pt, tr };
