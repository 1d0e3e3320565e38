/** `sun` begins a room on the left and attacks +x, `wave` on the right; a rematch swaps the ends. */
export type Team = 0 | 1 | 2;

export const TEAM_NONE = 0;
export const TEAM_SUN = 1;
export const TEAM_WAVE = 2;

/** The team on the other side; spectators have none. */
export function otherTeam(team: Team): Team {
  return team === TEAM_NONE ? TEAM_NONE : team === TEAM_SUN ? TEAM_WAVE : TEAM_SUN;
}
