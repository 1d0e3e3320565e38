import type { MatchEvent } from '../../shared/sim/events.ts';
import type { RoomState } from '../../shared/room/room-state.ts';
import { TEAM_NONE, type Team } from '../../shared/sim/team.ts';

/** How a goal bursts: for one's own side, at half the strength for the other, or hardly at all. */
export type Cheer = 'ours' | 'theirs' | 'own-goal';

/**
 * @param goal an event of kind `goal`
 * @param team whose side is looked at from; those who watch are glad of every goal
 */
export function cheerOf(goal: MatchEvent, { members }: RoomState, team: Team): Cheer {
  const scorer = members.find(({ seat }) => seat === goal.subject);
  if (scorer !== undefined && scorer.team !== goal.object) return 'own-goal';
  return team === TEAM_NONE || goal.object === team ? 'ours' : 'theirs';
}

/** [V55] What the camera does at a goal: how it shakes, as the root of how far, and pushes in, 0 … 1. */
export const NUDGE = {
  ours: { shake: 0.6, push: 1 },
  theirs: { shake: 0.42, push: 0.5 },
  'own-goal': { shake: 0, push: 0 },
} as const satisfies Record<Cheer, { readonly shake: number; readonly push: number }>;
