import { trimText } from '../../../shared/base/clean-text.ts';
import { NAME_GRAPHEMES_MAX } from '../../../shared/base/room-limits.ts';
import type { MatchRules } from '../../../shared/room/command.ts';
import { DEFAULT_RULES } from '../../../shared/room/room-state.ts';
import { builtInArena } from '../../../shared/stadium/built-in/built-in-stadiums.ts';
import type { StadiumCollection } from '../../../shared/stadium/stadium-collection.ts';
import { PracticeSession } from '../../match/practice-session.ts';
import { DEFAULT_PRACTICE, type PracticeChoice } from '../../settings/practice-choice.ts';

export type PracticeKind = {
  readonly name: string;
  /** What the person chose for its disc; '' = letters of the name. */
  readonly badge?: string;
  readonly seed: number;
  /** The pitch behind the menu: bots alone, until somebody takes over a disc. */
  readonly attract: boolean;
  /** It begins with a kick-off, and not in full play: nobody looks at it yet. */
  readonly isFresh?: boolean;
  /** What was chosen; home has its own. */
  readonly choice?: PracticeChoice;
  /** Where its map is from; default: those that everybody has. */
  readonly stadiums?: PracticeStadiums;
};

/** Of the collection of this machine what a match needs. */
export type PracticeStadiums = Pick<StadiumCollection, 'arena' | 'text'>;

export type MakePractice = (kind: PracticeKind) => PracticeSession;

/** A 3v3 that is watched fits it. */
const STADIUM = 'classic';
const HOME_LEVEL = 'pro';
const EVERYBODYS: PracticeStadiums = { arena: builtInArena, text: () => null };
const HOME_RULES: MatchRules = { timeLimitMinutes: 0, scoreLimit: 5 };
/** No clock runs, and no score ends it. */
const DRILL_RULES: MatchRules = { timeLimitMinutes: 0, scoreLimit: 0 };
/** Three against three: these, and the one that keeps the person's place. */
const HOME_BOTS = ['bot Kofi', 'bot Mira', 'bot Aiko', 'bot Noor', 'bot Juan'] as const;
const STAND_IN = 'bot Iris';
const PRACTICE_BOTS = [STAND_IN, ...HOME_BOTS, 'bot Ewa'] as const;

export const makePractice: MakePractice = ({
  name,
  badge = '',
  seed,
  attract,
  isFresh = false,
  choice = DEFAULT_PRACTICE,
  stadiums = EVERYBODYS,
}) =>
  new PracticeSession({
    // Only this person sees it, and practice asks for no better one.
    name: trimText(name, NAME_GRAPHEMES_MAX) || '?',
    badge: badge || null,
    botNames: attract ? HOME_BOTS : PRACTICE_BOTS.slice(0, Math.max(0, 2 * choice.size - 1)),
    level: attract ? HOME_LEVEL : choice.level,
    standIn: STAND_IN,
    arenas: stadiums.arena,
    textOf: (stadium) => stadiums.text(stadium),
    stadium: attract ? STADIUM : choice.stadium,
    rules: attract ? HOME_RULES : choice.size === 0 ? DRILL_RULES : DEFAULT_RULES,
    seed,
    attract,
    isFresh,
  });
