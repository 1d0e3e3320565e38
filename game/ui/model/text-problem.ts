import type { TextProblem } from '../../../shared/base/clean-text.ts';
import type { Messages } from '../../i18n/en/en.ts';

/** What is wrong with a text of at most `max` characters, in the reader's words. */
export function sayProblem({ text }: Messages, problem: TextProblem, max: number): string {
  return problem === 'too-long' ? text[problem](max) : text[problem];
}
