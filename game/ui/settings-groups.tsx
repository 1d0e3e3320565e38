import {
  DEAD_ZONE,
  isMotionChoice,
  isPaletteName,
  type MotionChoice,
  TEXT_SCALE,
} from '../settings/settings.ts';
import { PALETTES, type PaletteName } from '../settings/theme.ts';
import { ChatSettings } from './chat-settings.tsx';
import { Dialog } from './dialog.tsx';
import { KeyBindingsPanel } from './key-bindings-panel.tsx';
import { LanguagePicker } from './language-picker.tsx';
import { SettingRange, SettingToggle } from './setting-fields.tsx';
import { useMessages, useUi } from './ui-context.ts';

const MOTIONS = ['system', 'reduced', 'full'] as const satisfies readonly MotionChoice[];
const PALETTE_NAMES = Object.keys(PALETTES).filter(isPaletteName);

export function SettingsDialog() {
  const { actions } = useUi();
  const { settings: words } = useMessages();
  return (
    <Dialog
      title={words.title}
      onClose={() => actions.openSettings(false)}
      className="settings-dialog"
      testId="settings"
    >
      <ControlSettings />
      <SoundSettings />
      <ChatSettings />
      <LookSettings />
    </Dialog>
  );
}

function ControlSettings() {
  const { settings } = useUi();
  const { settings: words } = useMessages();
  const { gamepad, touch } = settings.value;
  return (
    <fieldset>
      <legend>{words.controls}</legend>
      <KeyBindingsPanel />
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
      <SettingToggle
        label={words.swapHands}
        value={touch.swapHands}
        onChange={(swapHands) => settings.update({ touch: { swapHands } })}
      />
    </fieldset>
  );
}

const VOLUME = { min: 0, max: 1, step: 0.05 } as const;

function SoundSettings() {
  const { settings } = useUi();
  const { settings: words } = useMessages();
  const { sound } = settings.value;
  return (
    <fieldset>
      <legend>{words.sound}</legend>
      {(['master', 'effects', 'ui', 'chat'] as const).map((bus) => (
        <SettingRange
          key={bus}
          label={words[bus]}
          bounds={VOLUME}
          value={sound[bus]}
          onChange={(value) => settings.update({ sound: { ...sound, [bus]: value } })}
        />
      ))}
      <SettingToggle
        label={words.muted}
        value={sound.muted}
        onChange={(muted) => settings.update({ sound: { ...sound, muted } })}
      />
    </fieldset>
  );
}

function LookSettings() {
  const { settings } = useUi();
  const { settings: words } = useMessages();
  const { palette, motion, mapColours, textScale } = settings.value;
  const motionNames = {
    system: words.motionSystem,
    reduced: words.motionReduced,
    full: words.motionFull,
  };
  return (
    <fieldset>
      <legend>{words.look}</legend>
      <div class="palettes" role="radiogroup" aria-label={words.palette}>
        {PALETTE_NAMES.map((name) => (
          <label key={name} class="palette">
            <input
              type="radio"
              name="palette"
              checked={name === palette}
              onChange={() => settings.update({ palette: name })}
            />
            <Swatch palette={name} />
            {words.palettes[name]}
          </label>
        ))}
      </div>
      <label class="setting">
        {words.motion}
        <select
          class="select"
          value={motion}
          onChange={(event) => {
            const choice = event.currentTarget.value;
            if (isMotionChoice(choice)) settings.update({ motion: choice });
          }}
        >
          {MOTIONS.map((choice) => (
            <option key={choice} value={choice}>
              {motionNames[choice]}
            </option>
          ))}
        </select>
      </label>
      <SettingToggle
        label={words.mapColours}
        value={mapColours}
        onChange={(on) => settings.update({ mapColours: on })}
      />
      <SettingRange
        label={words.textScale}
        bounds={TEXT_SCALE}
        value={textScale}
        onChange={(scale) => settings.update({ textScale: scale })}
      />
      <label class="setting">
        {words.language}
        <LanguagePicker />
      </label>
    </fieldset>
  );
}

/** Shows a palette in its own colours, whichever is chosen. */
function Swatch({ palette }: { readonly palette: PaletteName }) {
  const { sun, wave } = PALETTES[palette];
  return (
    <span class="swatch" aria-hidden="true" style={{ '--sun': sun, '--wave': wave }}>
      <span class="team-mark team-sun" />
      <span class="team-mark team-wave" />
    </span>
  );
}
