import { TEAM_SUN, TEAM_WAVE } from '../../../shared/sim/team.ts';
import { TeamMark } from '../controls/team-mark.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';
import { GhostKeys } from './ghost-keys.tsx';
import { GoalCard } from './goal-card.tsx';

/** The score of the match at home, and its goals. To who listens nothing is said of it: it goes on and on. */
export function HomeScore() {
  const { hud } = useUi().model;
  const { teams } = useMessages();
  return (
    <>
      <p class="home-score chip" aria-hidden="true" data-testid="home-score">
        <TeamMark team={TEAM_SUN} />
        <span class="wide-only">{teams.sun}</span>
        <b translate={false}>
          {hud.sun} – {hud.wave}
        </b>
        <span class="wide-only">{teams.wave}</span>
        <TeamMark team={TEAM_WAVE} />
      </p>
      {hud.goal.value && <GoalCard goal={hud.goal.value} />}
      <div role="status">
        <GhostKeys />
      </div>
    </>
  );
}
