import { TEAM_NONE, type Team } from '../../../shared/sim/team.ts';
import type { PlayerStats } from '../../ui/model/view-model.ts';

/** What decides about a match decides here too: a goal is worth more than all that a keeper stops in it. */
const WORTH = { goals: 12, assists: 8, shots: 1, saves: 1, ownGoals: -6 } as const;
/** Shots and saves are counted generously: so many of each count, and no more. */
const COUNTED_MAX = 5;

export type Deeds = Pick<
  PlayerStats,
  'team' | 'goals' | 'ownGoals' | 'assists' | 'saves' | 'shots' | 'possession'
>;

/**
 * The place in `players` of the one who did most: by goals and assists, then shots and saves, of equal ones
 * the winner's, then who had the ball for longer. -1 where a match has none: nobody did anything, or there
 * was nobody to compare with.
 */
export function findBest(players: readonly Deeds[], winner: Team): number {
  const ranks = players.map((player) => {
    const isWinner = winner !== TEAM_NONE && player.team === winner;
    return worthOf(player) * 1000 + (isWinner ? 500 : 0) + player.possession;
  });
  const best = ranks.indexOf(Math.max(...ranks));
  return players.length > 1 && worthOf(players[best]!) > 0 ? best : -1;
}

function worthOf({ goals, assists, shots, saves, ownGoals }: Deeds): number {
  return (
    goals * WORTH.goals +
    assists * WORTH.assists +
    Math.min(COUNTED_MAX, shots) * WORTH.shots +
    Math.min(COUNTED_MAX, saves) * WORTH.saves +
    ownGoals * WORTH.ownGoals
  );
}
