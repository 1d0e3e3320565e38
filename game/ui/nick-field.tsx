import { checkName } from '../../shared/lobby/check-name.ts';
import { makeNickname } from '../settings/nickname.ts';
import { Icon } from './icon.tsx';
import { useMessages, useUi } from './ui-context.ts';

/** The own name: filled in already, changed in place, remembered. */
export function NickField() {
  const { settings } = useUi();
  const { home } = useMessages();
  const { nick } = settings.value;
  const isFine = checkName(nick).ok;
  return (
    <div class="nick-field">
      <label for="nick">{home.nickLabel}</label>
      <div class="nick-row">
        <input
          id="nick"
          data-testid="nick"
          type="text"
          autoComplete="nickname"
          spellcheck={false}
          maxLength={48}
          value={nick}
          aria-invalid={!isFine}
          aria-describedby={isFine ? undefined : 'nick-problem'}
          onInput={(event) => settings.update({ nick: event.currentTarget.value })}
        />
        <button
          type="button"
          class="icon-button"
          aria-label={home.newNick}
          title={home.newNick}
          onClick={() => settings.update({ nick: makeNickname(Math.random) })}
        >
          <Icon name="dice" />
        </button>
      </div>
      {!isFine && (
        <p class="field-problem" id="nick-problem" role="alert">
          {home.badNick}
        </p>
      )}
    </div>
  );
}
