import type { ComponentChildren } from 'preact';
import type { PeerId } from '../../../shared/base/peer-id.ts';
import { letGo } from './let-go.ts';
import { Icon } from './icon.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';

export type MuteButtonProps = {
  readonly peer: PeerId;
  readonly name: string;
  /** What stands in it beside its icon. */
  readonly children?: ComponentChildren;
};

/** [N87] One tap, and nothing more is read or heard of somebody; another one takes it back. */
export function MuteButton({ peer, name, children }: MuteButtonProps) {
  const { chat } = useUi();
  const messages = useMessages();
  const isMuted = chat.muted.value.has(peer);
  const label = isMuted ? messages.chat.unmute(name) : messages.chat.mute(name);
  return (
    <button
      type="button"
      class={`${children ? 'mute-name' : 'icon-button'} mute ${isMuted ? 'is-muted' : ''}`}
      aria-label={label}
      title={label}
      data-testid="mute"
      onClick={(event) => {
        chat.mute(peer, !isMuted);
        letGo(event);
      }}
    >
      {children}
      <Icon name={isMuted ? 'volumeOff' : 'volume'} />
    </button>
  );
}
