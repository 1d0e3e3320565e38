import { Icon } from '../controls/icon.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';

/** To a person that is alone in a quick room: how many there are, by the lobby's honest count. */
export function QuickChip() {
  const { quick } = useUi().model;
  const messages = useMessages();
  const view = quick.value;
  if (view === null || !view.isAlone) return null;
  const { searching, playing } = messages.quick;
  return (
    <span class="chip" data-testid="searching">
      <Icon name="users" />
      {searching(view.searching)}
      {view.playing > 0 && ` · ${playing(view.playing)}`}
    </span>
  );
}
