import { TEAM_SUN } from '../../../shared/sim/team.ts';
import { Button } from '../controls/button.tsx';
import { TeamMark } from '../controls/team-mark.tsx';
import { usePlayTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';

/** [V60] When the goals fell, and the way to see them again. */
export function ResultGoals() {
  const { actions, model } = useUi();
  const { result, teams } = useMessages();
  const { record } = usePlayTexts();
  const times = model.goalTimes.value;
  if (times.length === 0) return null;
  return (
    <div class="result-goals" data-testid="result-goals">
      <ol aria-label={result.goals}>
        {times.map(({ team, seconds }) => (
          <li key={`${team} ${seconds}`}>
            <TeamMark team={team} />
            <span class="off-screen">{team === TEAM_SUN ? teams.sun : teams.wave} </span>
            {timeOf(seconds)}
          </li>
        ))}
      </ol>
      <Button
        kind="quiet"
        icon="play"
        onClick={() => actions.replays?.watch(true)}
        testId="watch-goals"
      >
        {record.watchGoals}
      </Button>
    </div>
  );
}

/** How long the match took, and on which map. */
export function ResultPlace({ seconds }: { readonly seconds: number }) {
  const map = useUi().model.maps.value?.chosen.value?.name;
  return (
    <span class="result-place" data-testid="result-place">
      {timeOf(seconds)}
      {map !== undefined && <> · {map}</>}
    </span>
  );
}

function timeOf(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
