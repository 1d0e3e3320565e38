import { useState } from 'preact/hooks';
import type { ErrorCode } from '../../i18n/en/en.ts';
import { useMessages, useUi } from '../model/ui-context.ts';

/** Opens what says who may come in: loaded when it is wanted first. */
export function AccessPanel() {
  const { model, actions } = useUi();
  const { room, errors } = useMessages();
  const [isOpen, setOpen] = useState(false);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const Settings = model.publicParts.value?.RoomSettings;
  return (
    <section class="access-panel">
      <h2>
        <button
          type="button"
          class="button button-quiet"
          aria-expanded={isOpen}
          data-testid="open-access"
          onClick={() => {
            setOpen(!isOpen);
            if (!isOpen) void actions.openAccess().then(setProblem);
          }}
        >
          {room.access} <span aria-hidden="true">{isOpen ? '▴' : '▾'}</span>
        </button>
      </h2>
      {isOpen && Settings && <Settings />}
      {isOpen && problem !== null && (
        <p class="field-problem" role="alert">
          {errors[problem].text}
        </p>
      )}
    </section>
  );
}
