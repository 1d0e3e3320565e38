import { Icon } from '../controls/icon.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';

/** In the room: that this page is cut off from it, or was away for long and is back. */
export function PresenceNotice() {
  const { model } = useUi();
  const { match } = useMessages();
  if (!model.cutOff.value && !model.back.value) return null;
  return (
    <p class="notice" role="status" data-testid={model.cutOff.value ? 'cut-off' : 'back'}>
      <Icon name={model.cutOff.value ? 'wifiOff' : 'check'} />
      {model.cutOff.value ? match.warnLong.reconnecting : match.back}
    </p>
  );
}
