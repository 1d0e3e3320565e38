import { Icon } from '../controls/icon.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';

/** Opens the lines for thumbs and pointers. */
export function QuickChatButton() {
  const { chat } = useUi();
  const words = useMessages().chat;
  const isOpen = chat.quick.value.state !== 'closed';
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={words.quickTitle}
      aria-expanded={isOpen}
      title={words.quickTitle}
      data-testid="quick-chat"
      onClick={() => chat.openQuick(!isOpen)}
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

/** Where emotes are drawn, on a screen with a pitch. */
export function EmotesPlace() {
  const parts = useUi().model.quickParts.value;
  return parts ? <parts.Emotes /> : null;
}
