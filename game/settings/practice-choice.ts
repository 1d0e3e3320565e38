/** From the weakest to the strongest, as `shared/bots/levels.ts` has them; `match` goes with the goals. */
export const PRACTICE_LEVELS = ['rookie', 'regular', 'pro', 'ace', 'match'] as const;
export type PracticeLevel = (typeof PRACTICE_LEVELS)[number];

/** Players a side; with 0 the person is alone with the ball, for the drill. */
export const PRACTICE_SIZES = [0, 1, 2, 3, 4] as const;
export type PracticeSize = (typeof PRACTICE_SIZES)[number];

/** What practice is played on and against, as it was chosen last. */
export type PracticeChoice = {
  /** Id of a map that everybody has, or of one that this browser keeps. */
  readonly stadium: string;
  readonly size: PracticeSize;
  readonly level: PracticeLevel;
};

export const DEFAULT_PRACTICE: PracticeChoice = { stadium: 'classic', size: 1, level: 'regular' };

const STADIUM_CHARS_MAX = 64;

/** Reads what storage has: each part that makes no sense is the default one. */
export function parsePracticeChoice(value: unknown): PracticeChoice {
  const { stadium, size, level } = Object(value) as Record<string, unknown>;
  const isId = typeof stadium === 'string' && stadium !== '' && stadium.length <= STADIUM_CHARS_MAX;
  return {
    stadium: isId ? stadium : DEFAULT_PRACTICE.stadium,
    size: PRACTICE_SIZES.find((one) => one === size) ?? DEFAULT_PRACTICE.size,
    level: PRACTICE_LEVELS.find((one) => one === level) ?? DEFAULT_PRACTICE.level,
  };
}
