import type { PeerId } from '../../../shared/base/peer-id.ts';
import { Icon } from './icon.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';

/** One tap, and nothing more is read of somebody; another one takes it back. */
export function MuteButton({ peer, name }: { readonly peer: PeerId; readonly name: string }) {
  const { chat } = useUi();
  const messages = useMessages();
  const isMuted = chat.muted.value.has(peer);
  const label = isMuted ? messages.chat.unmute(name) : messages.chat.mute(name);
  return (
    <button
      type="button"
      class={isMuted ? 'icon-button mute is-muted' : 'icon-button mute'}
      aria-label={label}
      title={label}
      data-testid="mute"
      onClick={() => chat.mute(peer, !isMuted)}
    >
      <Icon name={isMuted ? 'volumeOff' : 'volume'} />
    </button>
  );
}
