import { SettingToggle } from '../controls/setting-fields.tsx';
import { usePlayTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';

/** [L177] Before the first public room: what others see then, and the way to hide it. */
export function AddressLine() {
  const { settings } = useUi();
  const { settings: words } = useMessages();
  const { once } = usePlayTexts();
  const { told, hideAddress, streamer } = settings.value;
  if (told.includes('address') || streamer) return null;
  return (
    <div class="address-line" data-testid="notice-strangers">
      {!hideAddress && <p class="hint">{once.address}</p>}
      <SettingToggle
        label={words.hideAddress}
        value={hideAddress}
        onChange={(hide) => settings.update({ hideAddress: hide })}
      />
    </div>
  );
}
