import { Icon } from '../controls/icon.tsx';
import { minutesOf } from '../controls/minutes-of.ts';
import { useMessages, useUi } from '../model/ui-context.ts';

/** Back into the match in which this person's seat is still kept: the score, and for how long. */
export function RejoinButton() {
  const { model, actions } = useUi();
  const { home } = useMessages();
  const rejoin = model.rejoin.value;
  if (rejoin === null) return null;
  const { sun, wave, seconds } = rejoin;
  return (
    <button
      type="button"
      class="button button-plain button-big rejoin"
      onClick={actions.rejoin}
      data-testid="rejoin"
    >
      <Icon name="rematch" />
      <span class="button-words">
        {home.rejoin(sun, wave)}
        <small>{home.rejoinLeft(minutesOf(seconds))}</small>
      </span>
    </button>
  );
}
