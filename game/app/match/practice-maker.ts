import { trimText } from '../../../shared/base/clean-text.ts';
import { NAME_GRAPHEMES_MAX } from '../../../shared/base/room-limits.ts';
import type { MatchRules } from '../../../shared/room/command.ts';
import { DEFAULT_RULES } from '../../../shared/room/room-state.ts';
import { builtInArena } from '../../../shared/stadium/built-in/built-in-stadiums.ts';
import { PracticeSession } from '../../match/practice-session.ts';

export type PracticeKind = {
  readonly name: string;
  readonly seed: number;
  /** The pitch behind the menu: bots alone, until somebody takes over a disc. */
  readonly attract: boolean;
};

export type MakePractice = (kind: PracticeKind) => PracticeSession;

/** A 1v1 fits it. */
const STADIUM = 'classic';
const NO_LIMITS: MatchRules = { timeLimitMinutes: 0, scoreLimit: 0 };

export const makePractice: MakePractice = ({ name, seed, attract }) =>
  new PracticeSession({
    // Only this person sees it, and practice asks for no better one.
    name: trimText(name, NAME_GRAPHEMES_MAX) || '?',
    botNames: [attract ? 'bot Kofi' : 'bot Iris'],
    arenas: builtInArena,
    stadium: STADIUM,
    rules: attract ? NO_LIMITS : DEFAULT_RULES,
    seed,
    attract,
  });
