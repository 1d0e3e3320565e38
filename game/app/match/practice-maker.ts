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

/** A 1v1 fits it, and a 3v3 that is watched. */
const STADIUM = 'classic';
const HOME_RULES: MatchRules = { timeLimitMinutes: 0, scoreLimit: 5 };
/** Three against three: these, and the one that keeps the person's place. */
const HOME_BOTS = ['bot Kofi', 'bot Mira', 'bot Léa', 'bot Noor', 'bot Juan'] as const;
const STAND_IN = 'bot Iris';

export const makePractice: MakePractice = ({ name, seed, attract }) =>
  new PracticeSession({
    // Only this person sees it, and practice asks for no better one.
    name: trimText(name, NAME_GRAPHEMES_MAX) || '?',
    botNames: attract ? HOME_BOTS : [STAND_IN],
    standIn: STAND_IN,
    arenas: builtInArena,
    stadium: STADIUM,
    rules: attract ? HOME_RULES : DEFAULT_RULES,
    seed,
    attract,
  });
