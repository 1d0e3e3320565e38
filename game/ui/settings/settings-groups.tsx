import '../styles/settings.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  DEAD_ZONE,
  GOAL_REPLAYS,
  HUD_OPACITY,
  isPaletteName,
  type MotionChoice,
  PICTURE_CAPS,
  QUALITIES,
  TEXT_SCALE,
  ZOOMS,
} from '../../settings/settings.ts';
import { PALETTES, type PaletteName } from '../../settings/theme.ts';
import { OwnColoursPanel } from './own-colours-panel.tsx';
import { ChatSettings } from './chat-settings.tsx';
import { KeyBindingsPanel } from './key-bindings-panel.tsx';
import { PadBindingsPanel } from './pad-bindings-panel.tsx';
import { LanguagePicker } from '../controls/language-picker.tsx';
import { Sentence } from '../controls/literal.tsx';
import { SettingChoice, SettingRange, SettingToggle } from '../controls/setting-fields.tsx';
import { useOptionsTexts, usePlayTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';

const MOTIONS = ['system', 'reduced', 'full'] as const satisfies readonly MotionChoice[];
const PALETTE_NAMES = Object.keys(PALETTES).filter(isPaletteName);

/** In the order of the tabs. */
const GROUPS = {
  keyboard: KeyBindingsPanel,
  controls: ControlSettings,
  sound: SoundSettings,
  chat: ChatSettings,
  privacy: PrivacySettings,
  look: LookSettings,
} as const;
type Group = keyof typeof GROUPS;

/** What stands in the settings: one group at a time, under tabs that stay where they are. */
export function SettingsGroups() {
  const { hands } = useUi();
  const { settings: words } = useMessages();
  const [chosen, choose] = useState<Group | null>(null);
  const tabs = useRef<HTMLDivElement>(null);
  const names = (Object.keys(GROUPS) as Group[]).filter(
    (name) => name !== 'keyboard' || hands.hasKeyboard.value,
  );
  const shown = chosen !== null && names.includes(chosen) ? chosen : names[0]!;
  const Shown = GROUPS[shown];
  useLayoutEffect(() => {
    tabs.current?.querySelector<HTMLElement>('[aria-selected=true]')?.focus();
  }, []);
  const step = (by: number): void => {
    const next = names[(names.indexOf(shown) + by + names.length) % names.length]!;
    choose(next);
    tabs.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <>
      <div
        class="settings-tabs"
        role="tablist"
        aria-label={words.title}
        ref={tabs}
        onKeyDown={({ key }) => {
          if (key === 'ArrowRight') step(1);
          if (key === 'ArrowLeft') step(-1);
        }}
      >
        {names.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            data-testid={`tab-${name}`}
            aria-selected={name === shown}
            aria-controls="settings-group"
            onClick={() => choose(name)}
          >
            {words[name]}
          </button>
        ))}
      </div>
      <div
        key={shown}
        class="settings-group"
        id="settings-group"
        role="tabpanel"
        aria-labelledby={`tab-${shown}`}
        data-testid="settings-group"
        data-group={shown}
      >
        <Shown />
      </div>
    </>
  );
}

function ControlSettings() {
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
          onChange={(swapHands) => settings.update({ touch: { swapHands } })}
        />
      )}
    </>
  );
}

/** [L141] One line of what it costs, since nobody sees it otherwise. */
function PrivacySettings() {
  const { settings } = useUi();
  const { settings: words } = useMessages();
  const texts = useOptionsTexts();
  return (
    <>
      <SettingToggle
        label={words.hideAddress}
        value={settings.value.hideAddress}
        onChange={(hideAddress) => settings.update({ hideAddress })}
      />
      <p class="hint">{texts.hideAddressHint}</p>
      <SettingToggle
        label={words.streamer}
        value={settings.value.streamer}
        onChange={(streamer) => settings.update({ streamer })}
      />
      <p class="hint">{texts.streamerHint}</p>
      <p>
        <a href="/privacy" target="_blank" rel="noopener" data-testid="privacy-page">
          {words.privacyPage}
        </a>
      </p>
    </>
  );
}

const VOLUME = { min: 0, max: 1, step: 0.05 } as const;

function SoundSettings() {
  const { settings } = useUi();
  const { settings: words } = useMessages();
  const { voice } = usePlayTexts();
  const { sound } = settings.value;
  return (
    <>
      {(['master', 'effects', 'ui', 'chat', 'voice'] as const).map((bus) => (
        <SettingRange
          key={bus}
          label={bus === 'voice' ? voice.name : words[bus]}
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
    </>
  );
}

function LookSettings() {
  const { settings } = useUi();
  const { settings: words } = useMessages();
  const texts = useOptionsTexts();
  const { friends, always, never } = texts.goalReplays;
  const { palette, motion, goalReplay, textScale } = settings.value;
  const motionNames = {
    system: words.motionSystem,
    reduced: words.motionReduced,
    full: words.motionFull,
  };
  return (
    <>
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
      <OwnColoursPanel />
      <SettingToggle
        label={texts.roomKits}
        value={settings.value.roomKits}
        onChange={(roomKits) => settings.update({ roomKits })}
      />
      <p class="hint">{texts.roomKitsHint}</p>
      <SettingChoice
        label={words.motion}
        choices={MOTIONS}
        names={motionNames}
        value={motion}
        testId="motion"
        onChange={(choice) => settings.update({ motion: choice })}
      />
      <SettingChoice
        label={texts.goalReplay}
        choices={GOAL_REPLAYS}
        names={{ friends, always, never }}
        value={goalReplay}
        testId="goal-replays"
        onChange={(choice) => settings.update({ goalReplay: choice })}
      />
      <PitchSettings />
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
    </>
  );
}

/** What of a match is seen, and how large. */
function PitchSettings() {
  const { settings } = useUi();
  const texts = useOptionsTexts();
  const { auto, high, balanced, low } = texts.qualities;
  const names = ZOOMS.map((zoom) => [`${zoom}`, zoom === 0 ? texts.wholePitch : `${zoom} ×`]);
  return (
    <>
      <SettingChoice
        label={texts.zoom}
        choices={ZOOMS.map(String)}
        names={Object.fromEntries(names)}
        value={`${settings.value.zoom}`}
        testId="zoom"
        onChange={(zoom) => settings.update({ zoom: ZOOMS.find((one) => `${one}` === zoom) ?? 1 })}
      />
      <SettingChoice
        label={texts.quality}
        choices={QUALITIES}
        names={{ auto, high, balanced, low }}
        value={settings.value.quality}
        testId="quality"
        onChange={(quality) => settings.update({ quality })}
      />
      <SettingChoice
        label={texts.pictureCap}
        choices={PICTURE_CAPS.map(String)}
        names={Object.fromEntries(
          PICTURE_CAPS.map((cap) => [`${cap}`, cap === 0 ? texts.allPictures : `${cap}`]),
        )}
        value={`${settings.value.pictureCap}`}
        testId="picture-cap"
        onChange={(chosen) =>
          settings.update({ pictureCap: PICTURE_CAPS.find((cap) => `${cap}` === chosen) ?? 0 })
        }
      />
      <SettingRange
        label={texts.hudOpacity}
        bounds={HUD_OPACITY}
        value={settings.value.hudOpacity}
        onChange={(hudOpacity) => settings.update({ hudOpacity })}
      />
    </>
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
