import type { ErrorCode } from '../../i18n/en/en.ts';
import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icon.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';

/** Trying again would find the same. */
const NEED_RELOAD: ReadonlySet<ErrorCode> = new Set(['version-reload', 'newer-version', 'broken']);

/** [L178] No member is left to go back to. */
const ENDED: ReadonlySet<ErrorCode> = new Set(['host-gone', 'room-ended']);

/** What went wrong, in words, with what to do next. */
export function ErrorNotice({
  code,
  onRetry,
}: {
  readonly code: ErrorCode;
  readonly onRetry: (() => void) | null;
}) {
  const { actions } = useUi();
  const { errors, actions: words, common } = useMessages();
  const { title, text } = errors[code];
  return (
    <section class="error-notice" role="alert" data-testid="error" data-error={code}>
      <Icon name="warning" />
      <div class="error-words">
        <strong>{title}</strong>
        <p data-testid="error-message">{text}</p>
        <div class="row">
          {ENDED.has(code) && (
            <Button kind="primary" icon="users" onClick={actions.createRoom} testId="new-room">
              {words.newRoom}
            </Button>
          )}
          {NEED_RELOAD.has(code) ? (
            <Button kind="primary" onClick={actions.reload} testId="error-reload">
              {words.reload}
            </Button>
          ) : (
            onRetry && (
              <Button icon="rematch" onClick={onRetry} testId="error-retry">
                {words.tryAgain}
              </Button>
            )
          )}
        </div>
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label={common.close}
        onClick={actions.dismissError}
      >
        <Icon name="close" />
      </button>
    </section>
  );
}
