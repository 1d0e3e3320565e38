import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../controls/button.tsx';
import { Sentence } from '../controls/literal.tsx';
import { SettingsButton } from '../controls/settings-button.tsx';
import { stepFocus } from '../controls/step-focus.ts';
import { useEscape } from '../controls/use-escape.ts';
import type { ReplaysView } from '../model/replays-model.ts';
import { useReplaysTexts } from '../model/late-texts.ts';
import { useUi } from '../model/ui-context.ts';
import { PageNotices } from '../notices/page-notices.tsx';
import { OpenFile } from './open-file.tsx';
import { RecordCard } from './record-card.tsx';
import { useShownName } from '../model/use-shown-name.ts';
import { nameOf, ReplayLineView } from './replay-line.tsx';

/** The matches that this browser keeps, and a way to open those of others. */
export function ReplayList({ view }: { readonly view: ReplaysView }) {
  const { actions } = useUi();
  const texts = useReplaysTexts();
  const title = useRef<HTMLHeadingElement>(null);
  const [isDropping, setDropping] = useState(false);
  const lines = view.lines.value;
  useLayoutEffect(() => title.current?.focus(), []);
  // Back by key.
  const close = () => actions.replays?.close();
  useEscape(close);
  return (
    <main
      class={`screen replays ${isDropping ? 'is-dropping' : ''}`}
      data-testid="replays"
      onDragOver={(event) => {
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={() => setDropping(false)}
      onDrop={(event) => {
        event.preventDefault();
        setDropping(false);
        const file = event.dataTransfer?.files[0];
        if (file) void view.openFile(file);
      }}
    >
      <section class="card replays-card">
        <header class="screen-head">
          <h1 class="card-title" tabIndex={-1} ref={title}>
            {texts.title}
          </h1>
          <div class="row">
            <OpenFile view={view} />
            <Button onClick={close} testId="leave-replays">
              {texts.back}
            </Button>
            <SettingsButton />
          </div>
        </header>
        <PageNotices />
        <p class="hint">{texts.hint}</p>
        <RecordCard view={view} />
        <Notices view={view} />
        {lines === null && <p role="status">{texts.loading}</p>}
        {lines?.length === 0 && view.removed.value === null && (
          <p role="status" data-testid="replays-empty">
            {texts.empty}
          </p>
        )}
        {lines !== null && lines.length > 0 && (
          <ul class="replay-lines" aria-label={texts.list} onKeyDown={moveFocus}>
            {lines.map((line) => (
              <ReplayLineView key={line.id} line={line} view={view} />
            ))}
          </ul>
        )}
      </section>
    </main>
  );
}

/** What was refused, what was deleted, and what storage says. */
function Notices({ view }: { readonly view: ReplaysView }) {
  const texts = useReplaysTexts();
  const shownName = useShownName();
  const refused = view.refused.value;
  const removed = view.removed.value;
  const storage = view.storage.value;
  const broken = view.broken.value;
  return (
    <div class="replay-notices" role="status" data-testid="replay-notices">
      {refused && (
        <div class="notice" data-testid="replay-refused">
          <p>
            <strong>
              {refused.name === '' ? (
                texts.refusedKept
              ) : (
                <Sentence say={texts.refused} literal={refused.name} />
              )}
            </strong>{' '}
            {texts.why[refused.why]}
          </p>
        </div>
      )}
      {storage !== 'ok' && (
        <div class="notice" data-testid="replay-storage">
          <p>{texts[storage]}</p>
        </div>
      )}
      {broken > 0 && (
        <div class="notice">
          <p>{texts.broken(broken)}</p>
          <Button onClick={() => void view.removeBroken()}>{texts.removeBroken}</Button>
        </div>
      )}
      {removed && (
        <div class="notice replay-removed">
          <p>
            <Sentence say={texts.removed} literal={nameOf(texts, removed, shownName)} />
          </p>
          <Button icon="rematch" onClick={() => void view.undo()} testId="replay-undo">
            {texts.undo}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Up and down go from match to match. */
function moveFocus(event: KeyboardEvent): void {
  const list = event.currentTarget as HTMLElement;
  const buttons = [...list.querySelectorAll<HTMLElement>('.replay-watch')];
  const line = (document.activeElement as HTMLElement | null)?.closest('li');
  const now = buttons.findIndex((button) => line?.contains(button));
  stepFocus(event, buttons, now);
}
