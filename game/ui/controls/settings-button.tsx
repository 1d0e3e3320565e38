import { Button } from './button.tsx';
import { useMessages, useUi } from '../model/ui-context.ts';

/** The same on every screen: what bothers somebody there can be changed there. */
export function SettingsButton() {
  const { actions } = useUi();
  const { settings } = useMessages();
  return (
    <Button
      kind="quiet"
      icon="settings"
      label={settings.title}
      onClick={() => actions.openSettings(true)}
      testId="open-settings"
    >
      <span class="wide-only">{settings.title}</span>
    </Button>
  );
}
