import '../styles/settings.css';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ChatSettings } from './chat-settings.tsx';
import { ControlSettings } from './control-settings.tsx';
import { KeyBindingsPanel } from './key-bindings-panel.tsx';
import { LookSettings } from './look-settings.tsx';
import { SettingRange, SettingToggle } from '../controls/setting-fields.tsx';
import { useOptionsTexts, usePlayTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';

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
  const texts = useOptionsTexts();
  const { voice } = usePlayTexts();
  const { master, effects, ui, chat } = words;
  const names = { master, effects, crowd: texts.crowd, ui, chat, voice: voice.name };
  const { sound } = settings.value;
  return (
    <>
      {(['master', 'effects', 'crowd', 'ui', 'chat', 'voice'] as const).map((bus) => (
        <SettingRange
          key={bus}
          label={names[bus]}
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
