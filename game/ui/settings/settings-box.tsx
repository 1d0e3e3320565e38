import { Dialog } from '../controls/dialog.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';
import { LatePart } from '../notices/late-part.tsx';

/** The settings over any screen; what is in them is loaded when they are first opened. */
export function SettingsBox() {
  const { actions, notices } = useUi();
  const { settings, load } = useMessages();
  return (
    <Dialog
      title={settings.title}
      onClose={() => actions.openSettings(false)}
      className="settings-dialog"
      testId="settings"
    >
      <LatePart
        load={notices.loadSettings}
        missing={load.missing.settings}
        testId="settings-missing"
      />
    </Dialog>
  );
}
