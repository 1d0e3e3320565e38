import { otherTeam, TEAM_SUN } from '../../../shared/sim/team.ts';
import { Literal, Sentence } from '../controls/literal.tsx';
import { TeamMark } from '../controls/team-mark.tsx';
import { usePlayTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';
import type { GoalView } from '../model/view-model.ts';

/** The moment of a goal: the word, who it was, how fast the ball was, what the score was and is. */
export function GoalCard({ goal }: { readonly goal: GoalView }) {
  const news = useUi().model.hud.goalNews.value;
  const messages = useMessages();
  const { goal: texts } = usePlayTexts();
  const isSun = goal.team === TEAM_SUN;
  const score = isSun ? goal.sun : goal.wave;
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
        {news && (
          <>
            {' · '}
            <span>{texts.speed(news.kmh)}</span>
          </>
        )}
      </p>
      <p class="goal-score">
        <TeamMark team={goal.team} />
        {score - 1} → {score}
      </p>
    </section>
  );
}
