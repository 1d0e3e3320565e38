import { useLayoutEffect, useRef } from 'preact/hooks';
import { ChatForm } from './chat-form.tsx';
import { ChatAnnouncer, ChatLineItem } from './chat-line.tsx';
import { useRefusal } from './chat-refusal.ts';
import { QuickMenuPlace } from './quick-chat.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';

/** Lines shown while somebody writes, so that an answer can be read again. */
const LINES_WHILE_TYPING = 6;

/** Chat over a match: a guest on the screen that moves nothing and goes by itself. */
export function ChatOverlay() {
  const { chat } = useUi();
  const words = useMessages().chat;
  const refusal = useRefusal();
  const list = useRef<HTMLUListElement>(null);
  const isTyping = chat.typing.value && chat.canType.value;
  const lines = isTyping ? chat.log.value.slice(-LINES_WHILE_TYPING) : chat.fresh.value;
  useLayoutEffect(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  });
  if (!chat.canBeQuick.value) return null;
  return (
    <>
      <QuickMenuPlace canWrite />
      <section
        class={isTyping ? 'chat-overlay is-typing' : 'chat-overlay'}
        aria-label={words.title}
        data-testid="chat-overlay"
      >
        <ul class="chat-lines" ref={list}>
          {lines.map((entry) => (
            <ChatLineItem key={entry.number} entry={entry} canMute={isTyping} />
          ))}
        </ul>
        {isTyping ? (
          <ChatForm isOverMatch />
        ) : (
          refusal !== '' && (
            <p class="chat-refusal" role="status">
              {refusal}
            </p>
          )
        )}
        <ChatAnnouncer entries={chat.announced.value} />
      </section>
    </>
  );
}
