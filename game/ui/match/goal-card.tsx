import { otherTeam, TEAM_SUN } from '../../../shared/sim/team.ts';
import { Literal, Sentence } from '../controls/literal.tsx';
import { TeamMark } from '../controls/team-mark.tsx';
import { useMessages } from '../model/ui-context.ts';
import type { GoalView } from '../model/view-model.ts';

/** The moment of a goal: the word, who it was, the new score. */
export function GoalCard({ goal }: { readonly goal: GoalView }) {
  const messages = useMessages();
  const isSun = goal.team === TEAM_SUN;
  return (
    <section
      class={`goal-card ${isSun ? 'is-sun' : 'is-wave'} ${goal.ownGoal ? 'is-own' : ''}`}
      aria-hidden="true"
      data-testid="goal-card"
    >
      <p class="goal-word">
        <span>{goal.ownGoal ? messages.goal.ownGoal : messages.goal.goal}</span>
      </p>
      <p class="goal-who">
        <TeamMark team={goal.ownGoal ? otherTeam(goal.team) : goal.team} />
        <Literal>{goal.scorer}</Literal>
        {goal.assist !== '' && (
          <>
            {' · '}
            <Sentence say={messages.goal.assist} literal={goal.assist} />
          </>
        )}
      </p>
      <p class="goal-score">
        {goal.sun} – {goal.wave}
      </p>
    </section>
  );
}
