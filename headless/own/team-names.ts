import { TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team } from '../../shared/sim/team.ts';
import type { PlayingTeam, TeamName } from './room-interface.ts';

const NAMES = { [TEAM_NONE]: 'none', [TEAM_SUN]: 'sun', [TEAM_WAVE]: 'wave' } as const;

/** What scripts call a team. */
export function nameOfTeam(team: number): TeamName {
  return team === TEAM_SUN || team === TEAM_WAVE ? NAMES[team] : NAMES[TEAM_NONE];
}

/** The team that plays under this number: for what only a team on the pitch can do. */
export function nameOfPlaying(team: number): PlayingTeam {
  return team === TEAM_SUN ? 'sun' : 'wave';
}

/** NaN for what names no team: the functions of a room leave that alone. */
export function teamOfName(name: unknown): Team | number {
  if (name === 'none') return TEAM_NONE;
  if (name === 'sun') return TEAM_SUN;
  return name === 'wave' ? TEAM_WAVE : Number.NaN;
}
