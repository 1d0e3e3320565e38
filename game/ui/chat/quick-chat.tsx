import { useMemo } from 'preact/hooks';
import { Icon } from '../controls/icon.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';
import { PullChoice } from './pull-choice.ts';

/** Opens the lines for thumbs and pointers: a tap, or one stroke to the line. */
export function QuickChatButton() {
  const { chat } = useUi();
  const words = useMessages().chat;
  const isOpen = chat.quick.value.state !== 'closed';
  const pull = useMemo(
    () =>
      new PullChoice({
        at: (x, y) => document.elementFromPoint(x, y),
        open: () => chat.openQuick(true),
      }),
    [chat],
  );
  return (
    <button
      type="button"
      class="icon-button quick-button"
      aria-label={words.quickTitle}
      aria-expanded={isOpen}
      title={words.quickTitle}
      data-testid="quick-chat"
      onPointerDown={(event) => pull.down(event)}
      onPointerMove={(event) => pull.move(event)}
      onPointerUp={() => pull.up()}
      onPointerCancel={() => pull.cancel()}
      onClick={() => {
        if (!pull.takesClick()) chat.openQuick(!isOpen);
      }}
    >
      <Icon name="message" />
    </button>
  );
}

/** Where the lines open; what draws them is loaded by that. */
export function QuickMenuPlace({ canWrite }: { readonly canWrite: boolean }) {
  const { chat, model } = useUi();
  const parts = model.quickParts.value;
  return parts && chat.quick.value.state !== 'closed' ? <parts.Menu canWrite={canWrite} /> : null;
}

/** Where that is said which is said once. */
export function NoticesPlace() {
  const parts = useUi().model.quickParts.value;
  return parts && <parts.Notices />;
}

/** Where emotes are drawn, on a screen with a pitch. */
export function EmotesPlace() {
  const parts = useUi().model.quickParts.value;
  return parts ? <parts.Emotes /> : null;
}
