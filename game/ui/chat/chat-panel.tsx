import { useLayoutEffect, useRef } from 'preact/hooks';
import { ChatForm } from './chat-form.tsx';
import { ChatAnnouncer, ChatLineItem } from './chat-line.tsx';
import { QuickChatButton, QuickMenuPlace } from './quick-chat.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';

/** Chat in the room: what was said, and a line to say something. */
export function ChatPanel() {
  const { chat } = useUi();
  const words = useMessages().chat;
  const list = useRef<HTMLUListElement>(null);
  const log = chat.log.value;
  useLayoutEffect(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [log]);
  if (!chat.canBeQuick.value) return null;
  return (
    <section class="chat-panel" aria-label={words.title} data-testid="chat-panel">
      <ul class="chat-log" ref={list} tabIndex={0} aria-label={words.title}>
        {log.map((entry) => (
          <ChatLineItem key={entry.number} entry={entry} canMute />
        ))}
        {log.length === 0 && <li class="hint">{words.empty}</li>}
      </ul>
      <div class="chat-say">
        <QuickChatButton />
        {chat.canType.value && <ChatForm isOverMatch={false} />}
        <QuickMenuPlace canWrite={false} />
      </div>
      <ChatAnnouncer entries={chat.announced.value} />
    </section>
  );
}
