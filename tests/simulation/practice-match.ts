import { type PracticeOptions, PracticeSession } from '../../game/match/practice-session.ts';
import { builtInArena } from '../../shared/stadium/built-in/built-in-stadiums.ts';

/** A practice match of Ana against one bot on the classic map; `part` in place of that. */
export function practise(part: Partial<PracticeOptions> = {}): PracticeSession {
  return new PracticeSession({
    name: 'Ana',
    botNames: ['bot Iris'],
    arenas: builtInArena,
    stadium: 'classic',
    rules: { timeLimitMinutes: 3, scoreLimit: 3 },
    seed: 1,
    attract: false,
    ...part,
  });
}
