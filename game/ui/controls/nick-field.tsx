import { NAME_GRAPHEMES_MAX } from '../../../shared/base/room-limits.ts';
import { discLabel, makeNickname } from '../../settings/nickname.ts';
import { NICK_CHARS_MAX } from '../../settings/settings.ts';
import { Icon } from './icon.tsx';
import { sayProblem } from '../model/text-problem.ts';
import { useMessages, useUi } from '../model/ui-context.ts';

/** The own name: filled in already, changed in place, remembered. */
export function NickField() {
  const { model, settings } = useUi();
  const messages = useMessages();
  const { home } = messages;
  const { nick } = settings.value;
  const checked = model.checkName.value?.(nick);
  const problem = checked?.ok === false ? checked.error : null;
  return (
    <div class="nick-field">
      <label for="nick">{home.nickLabel}</label>
      <div class="nick-row">
        <BadgeButton nick={nick} />
        <input
          id="nick"
          data-testid="nick"
          type="text"
          autoComplete="nickname"
          spellcheck={false}
          maxLength={NICK_CHARS_MAX}
          value={nick}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : 'nick-problem'}
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
      {problem !== null && (
        <p class="field-problem" id="nick-problem" role="alert" data-testid="nick-problem">
          {sayProblem(messages, problem, NAME_GRAPHEMES_MAX)}
        </p>
      )}
    </div>
  );
}

/** The own disc as others will see it: pressed, it asks what is to stand there. */
function BadgeButton({ nick }: { readonly nick: string }) {
  const { actions, settings } = useUi();
  const { home } = useMessages();
  return (
    <button
      type="button"
      class="icon-button badge-button"
      title={home.badge}
      onClick={() => actions.openBadge(true)}
      data-testid="badge-open"
    >
      <span class="off-screen">{home.badge} </span>
      <span class="disc disc-sun" translate={false}>
        {discLabel({ name: nick, badge: settings.value.badge })}
      </span>
    </button>
  );
}

/** Runs what needs a name; where there is none that can be used, asks for one instead. */
export function useNameFirst(): (go: () => void) => void {
  const { model, settings } = useUi();
  return (go) => {
    if (model.checkName.value?.(settings.value.nick).ok === false) {
      document.getElementById('nick')?.focus();
    } else go();
  };
}
