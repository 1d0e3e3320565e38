import { DEAD_ZONE, TOUCH_OPACITY, TOUCH_SIZE } from '../../settings/settings.ts';
import { Sentence } from '../controls/literal.tsx';
import { SettingRange, SettingToggle } from '../controls/setting-fields.tsx';
import { useOptionsTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';
import { PadBindingsPanel } from './pad-bindings-panel.tsx';

/** Gamepads, and thumbs on a screen that feels them. */
export function ControlSettings() {
  const { settings, hands } = useUi();
  const { settings: words, pad } = useMessages();
  const { gamepad, touch } = settings.value;
  return (
    <>
      {hands.unknownPads.value.map((name, place) => (
        <p key={place} class="hint" data-testid="unknown-pad">
          <Sentence say={pad.unknown} literal={name} />
        </p>
      ))}
      <SettingToggle
        label={words.gamepad}
        value={gamepad.on}
        onChange={(on) => settings.update({ gamepad: { ...gamepad, on } })}
      />
      <SettingRange
        label={words.deadZone}
        bounds={DEAD_ZONE}
        value={gamepad.deadZone}
        onChange={(deadZone) => settings.update({ gamepad: { ...gamepad, deadZone } })}
      />
      <PadBindingsPanel />
      {hands.hasTouch.value && (
        <SettingToggle
          label={words.swapHands}
          value={touch.swapHands}
          onChange={(swapHands) => settings.update({ touch: { ...touch, swapHands } })}
        />
      )}
      {hands.hasTouch.value && <TouchMarks />}
    </>
  );
}

/** How large the marks for thumbs are, and how much of the pitch is seen through them. */
function TouchMarks() {
  const { settings } = useUi();
  const texts = useOptionsTexts();
  const { touch } = settings.value;
  return (
    <>
      <SettingRange
        label={texts.touchSize}
        bounds={TOUCH_SIZE}
        value={touch.size}
        testId="touch-size"
        onChange={(size) => settings.update({ touch: { ...touch, size } })}
      />
      <SettingRange
        label={texts.touchOpacity}
        bounds={TOUCH_OPACITY}
        value={touch.opacity}
        onChange={(opacity) => settings.update({ touch: { ...touch, opacity } })}
      />
    </>
  );
}
