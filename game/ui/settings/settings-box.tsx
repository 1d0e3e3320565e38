import type { ComponentType } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Result } from '../../../shared/base/result.ts';
import type { LoadProblem } from '../../load/load-problem.ts';
import { Dialog } from '../controls/dialog.tsx';
import { MendButton } from '../notices/page-notices.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';

/** The settings over any screen; what is in them is loaded when they are first opened. */
export function SettingsBox() {
  const { actions, notices } = useUi();
  const { settings, load, errors } = useMessages();
  const [groups, setGroups] = useState<Result<ComponentType, LoadProblem> | null>(null);
  const [tries, setTries] = useState(0);
  useLayoutEffect(() => void notices.loadSettings().then(setGroups), [tries]);
  const Groups = groups?.ok === true ? groups.value : null;
  return (
    <Dialog
      title={settings.title}
      onClose={() => actions.openSettings(false)}
      className="settings-dialog"
      testId="settings"
    >
      {Groups && <Groups />}
      {groups?.ok === false && (
        <div class="stack" role="status" data-testid="settings-missing">
          <p>
            <strong>{load.missing.settings}</strong> {errors[groups.error].text}
          </p>
          <MendButton problem={groups.error} onRetry={() => setTries(tries + 1)} />
        </div>
      )}
    </Dialog>
  );
}
