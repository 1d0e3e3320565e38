import { usePlayTexts } from '../model/late-texts.ts';

/** [V30] That what is to be seen is over, and how to see what goes on. A screen reader has told of the goal. */
export function ReplayMark() {
  const { record } = usePlayTexts();
  return (
    <p class="replay-mark" aria-hidden="true" data-testid="goal-replay">
      <b>{record.replay}</b>
      <span>{record.skip}</span>
    </p>
  );
}
