import { TEAM_SUN, type Team } from '../../../shared/sim/team.ts';

/** The colour of a team with its pattern: plain for Sun, striped for Wave. */
export function TeamMark({ team }: { readonly team: Team }) {
  return (
    <span class={`team-mark ${team === TEAM_SUN ? 'team-sun' : 'team-wave'}`} aria-hidden="true" />
  );
}
