import type { LoadProblem } from '../../load/load-problem.ts';
import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icon.tsx';
import type { MissingView } from '../model/notices-model.ts';
import { useMessages, useUi } from '../model/ui-context.ts';

/**
 * What is missing or out of date, with the one thing to do about it. In a match only what it lacks
 * is told: a newer version waits for its end.
 */
export function PageNotices() {
  const { notices, model } = useUi();
  const screen = model.screen.value;
  const missing = notices.missing.value;
  const isInMatch = screen.screen === 'match';
  const isNewer = missing?.problem === 'newer-version';
  // The person did not ask for what stands beside a match: that the version is old says it all.
  const isShown =
    missing !== null &&
    !(isInMatch && missing.part === 'sounds') &&
    !(isNewer && missing.part === 'beside') &&
    !(screen.screen === 'home' && screen.error === missing.problem);
  // A load that failed for this reason says so itself.
  const isSaid =
    (screen.screen === 'home' && screen.error === 'newer-version') || (isShown && isNewer);
  return (
    <div class="page-notices" role="status">
      {isShown && <MissingNotice missing={missing} />}
      {notices.isOutdated.value && !isInMatch && !isSaid && <OutdatedNotice />}
    </div>
  );
}

function MissingNotice({ missing: { part, problem } }: { readonly missing: MissingView }) {
  const { notices } = useUi();
  const { load, errors, common } = useMessages();
  return (
    <section
      class="notice page-notice"
      data-testid="missing"
      data-part={part}
      data-problem={problem}
    >
      <Icon name="warning" />
      <p>
        <strong>{load.missing[part]}</strong> {errors[problem].text}
      </p>
      {problem !== 'no-webgl' && problem !== 'no-audio' && (
        <MendButton problem={problem} onRetry={notices.retry} />
      )}
      <button
        type="button"
        class="icon-button"
        aria-label={common.close}
        onClick={notices.dismiss}
        data-testid="dismiss-missing"
      >
        <Icon name="close" />
      </button>
    </section>
  );
}

function OutdatedNotice() {
  const { actions, model } = useUi();
  const { load, actions: words } = useMessages();
  const room = model.room.value;
  const isAway = model.isPractice.value || model.screen.value.screen === 'home' || !room;
  const text = isAway ? load.newer : room.code === null ? load.newerLeaves : load.newerInRoom;
  return (
    <section class="notice page-notice" data-testid="outdated">
      <Icon name="sparkles" />
      <p>{text}</p>
      <Button icon="rematch" onClick={actions.reload} testId="outdated-reload">
        {words.reload}
      </Button>
    </section>
  );
}

export type MendProps = {
  readonly problem: LoadProblem | 'webgl-lost';
  readonly onRetry: () => void;
};

/** Another try where that can help, else a reload. */
export function MendButton({ problem, onRetry }: MendProps) {
  const { actions } = useUi();
  const { actions: words } = useMessages();
  const needsReload = !['offline', 'server-error'].includes(problem);
  return needsReload ? (
    <Button kind="primary" icon="rematch" onClick={actions.reload} testId="missing-reload">
      {words.reload}
    </Button>
  ) : (
    <Button icon="rematch" onClick={onRetry} testId="missing-retry">
      {words.tryAgain}
    </Button>
  );
}
