import { useState } from 'preact/hooks';
import { formatRoomCode, type RoomCode } from '../../../shared/lobby/ids.ts';
import { Icon } from '../controls/icon.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';

/** The box that takes a code, a link or a whole message. */
export function JoinForm({
  initial,
  onJoin,
}: {
  readonly initial: RoomCode | null;
  readonly onJoin: (code: RoomCode) => void;
}) {
  const { actions, settings } = useUi();
  const { home, errors } = useMessages();
  const [text, setText] = useState(initial === null ? '' : formatRoomCode(initial));
  const [isWrong, setWrong] = useState(false);

  function join(typed: string): void {
    const code = actions.readCode(typed);
    setWrong(code === null);
    if (code === null) actions.playUiSound('error');
    else onJoin(code);
  }

  return (
    <form
      class="join-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        join(text);
      }}
    >
      <label for="code">{home.codeLabel}</label>
      <div class="join-row">
        <input
          id="code"
          data-testid="join-code"
          // Dots, in place of what others would read along.
          {...(settings.value.streamer ? { type: 'password' } : { type: 'text' })}
          class="code-input"
          placeholder={home.codePlaceholder}
          autoComplete="off"
          autoCapitalize="characters"
          spellcheck={false}
          value={text}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? 'code-problem' : undefined}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setWrong(false);
          }}
        />
        <button type="submit" class="button button-plain" data-testid="join">
          {home.join}
          <Icon name="arrowRight" />
        </button>
      </div>
      {isWrong && (
        <p class="field-problem" id="code-problem" role="alert" data-testid="code-problem">
          {errors['bad-code'].text}
        </p>
      )}
    </form>
  );
}
