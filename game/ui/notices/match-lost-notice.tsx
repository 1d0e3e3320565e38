import { Icon } from '../controls/icon.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';

/** Everybody's page was loaded anew, and the score could not be kept. */
export function MatchLostNotice() {
  const { model } = useUi();
  const { match } = useMessages();
  if (!model.matchLost.value) return null;
  return (
    <p class="notice" role="status" data-testid="match-lost">
      <Icon name="warning" />
      {match.matchLost}
    </p>
  );
}
