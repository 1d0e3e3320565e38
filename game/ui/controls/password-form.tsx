import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { PASSWORD_CHARS_MAX } from '../../../shared/lobby/limits.ts';
import { useMessages } from '../model/ui-context.ts';

/** The password of a room, as text: it is no secret of the person's own, and often read out. */
export function PasswordForm({ onPassword }: { readonly onPassword: (text: string) => void }) {
  const { home } = useMessages();
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.focus(), []);
  return (
    <form
      class="join-row"
      onSubmit={(event) => {
        event.preventDefault();
        if (text !== '') onPassword(text);
      }}
    >
      <input
        ref={field}
        type="text"
        aria-label={home.password}
        placeholder={home.password}
        autoComplete="off"
        autoCapitalize="off"
        spellcheck={false}
        maxLength={PASSWORD_CHARS_MAX}
        value={text}
        data-testid="password"
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" class="button button-plain" data-testid="password-go">
        {home.join}
      </button>
    </form>
  );
}
