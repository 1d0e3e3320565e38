import type { BringLate, Language } from '../../i18n/language.ts';
import type { LateName } from '../../i18n/late-texts.ts';
import { fail } from '../../../shared/base/result.ts';
import type { LoadProblem } from '../../load/load-problem.ts';
import type { PageLoader, PageParts } from './page-parts.ts';
import type { PARTS } from './parts.ts';

/** Which texts a part shows, beside those of `play`, which come before all others. */
const TEXTS_OF: { readonly [Name in keyof typeof PARTS]?: LateName } = {
  play: 'play',
  replays: 'replays',
  'public-rooms': 'rooms',
  voice: 'voice',
  second: 'options',
  beside: 'options',
  offline: 'options',
  'debug-overlay': 'debug',
  'settings-groups': 'options',
  'badge-form': 'options',
};

/** The same parts, each of which is there once its texts are, in the language of the page. */
export function speakParts(
  parts: PageParts,
  language: () => Language,
  bring: BringLate<LoadProblem>,
): PageParts {
  const { loader } = parts;
  const load: PageLoader['load'] = async (name) => {
    const late = TEXTS_OF[name];
    if (late === undefined) return loader.load(name);
    const [part, problem] = await Promise.all([loader.load(name), bring(late)]);
    return problem === null ? part : fail(problem);
  };
  const warm: PageLoader['warm'] = (names) => {
    const late = names.flatMap((name) => TEXTS_OF[name] ?? []);
    loader.warm([...names, ...late.map((name) => `${language()}-${name}` as const)]);
  };
  return { ...parts, loader: { load, warm } };
}
