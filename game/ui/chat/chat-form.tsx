import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useRefusal } from './chat-refusal.ts';
import { Icon } from '../controls/icon.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';

/** Code units that the field takes; the session counts characters, and says what is too much. */
const FIELD_MAX = 480;

export type ChatFormProps = {
  /** Over a match: the Tab key changes who reads it, and Escape gives the keys back to the disc. */
  readonly isOverMatch: boolean;
};

/** The field for text, to all or to the own team. */
export function ChatForm({ isOverMatch }: ChatFormProps) {
  const { chat } = useUi();
  const words = useMessages().chat;
  const refusal = useRefusal();
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const isTyping = chat.typing.value;
  // At once, not after the next frame: what is typed meanwhile belongs in the field.
  useLayoutEffect(() => {
    if (isTyping) field.current?.focus();
  }, [isTyping]);
  const isToTeam = chat.toTeam.value && chat.hasTeam.value;
  const toggle = () => chat.setToTeam(!isToTeam);

  const send = (event: Event) => {
    event.preventDefault();
    const isEmpty = text.trim() === '';
    if (!isEmpty && !chat.say(text)) return;
    setText('');
    if (isOverMatch) chat.openTyping(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isOverMatch) chat.openTyping(false);
    else if (event.key === 'Escape') field.current?.blur();
    else if (event.key === 'Tab' && isOverMatch && !event.shiftKey && chat.hasTeam.value) toggle();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <form
      class="chat-form"
      onSubmit={send}
      onFocusOut={(event) => {
        // Another window in front is no reason to lose what was written.
        const isElsewhere = document.hasFocus() && !staysWithin(event);
        if (isElsewhere) chat.openTyping(false);
      }}
      data-testid="chat-form"
    >
      {chat.hasTeam.value && (
        <button
          type="button"
          class={isToTeam ? 'chat-audience is-team' : 'chat-audience'}
          aria-pressed={isToTeam}
          onClick={() => {
            toggle();
            field.current?.focus();
          }}
          data-testid="chat-audience"
        >
          {isToTeam ? words.toTeam : words.toAll}
        </button>
      )}
      <input
        ref={field}
        type="text"
        class="chat-field"
        aria-label={words.field}
        aria-describedby="chat-refusal"
        placeholder={words.placeholder}
        autocomplete="off"
        enterkeyhint="send"
        maxLength={FIELD_MAX}
        value={text}
        title={isOverMatch ? words.keys : undefined}
        data-testid="chat-field"
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onFocus={() => chat.openTyping(true)}
      />
      <button type="submit" class="icon-button" aria-label={words.send} data-testid="chat-send">
        <Icon name="send" />
      </button>
      <p class="chat-refusal" id="chat-refusal" role="status" data-testid="chat-refusal">
        {refusal}
      </p>
    </form>
  );
}

function staysWithin({ currentTarget, relatedTarget }: FocusEvent): boolean {
  return relatedTarget instanceof Node && (currentTarget as Element).contains(relatedTarget);
}
