import {
  GOAL_REPLAYS,
  GROUND_CHOICES,
  HUD_OPACITY,
  OWN_RING,
  isPaletteName,
  type MotionChoice,
  PICTURE_CAPS,
  QUALITIES,
  TEXT_SCALE,
  ZOOMS,
} from '../../settings/settings.ts';
import { PALETTES, type PaletteName } from '../../settings/theme.ts';
import { LanguagePicker } from '../controls/language-picker.tsx';
import { SettingChoice, SettingRange, SettingToggle } from '../controls/setting-fields.tsx';
import { useOptionsTexts } from '../model/late-texts.ts';
import { useMessages, useUi } from '../model/ui-context.ts';
import { OwnColoursPanel } from './own-colours-panel.tsx';

const MOTIONS = ['system', 'reduced', 'full'] as const satisfies readonly MotionChoice[];
const PALETTE_NAMES = Object.keys(PALETTES).filter(isPaletteName);

/** Colours, motion, size and speed of what is drawn, and the language. */
export function LookSettings() {
  const { settings } = useUi();
  const { settings: words } = useMessages();
  const texts = useOptionsTexts();
  const { friends, always, never } = texts.goalReplays;
  const { map, night, ice, clay } = texts.grounds;
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
        label={texts.ground}
        choices={GROUND_CHOICES}
        names={{ map, night, ice, clay }}
        value={settings.value.ground}
        testId="ground"
        onChange={(ground) => settings.update({ ground })}
      />
      <SettingToggle
        label={texts.pitchNames}
        value={settings.value.pitchNames}
        testId="pitch-names"
        onChange={(pitchNames) => settings.update({ pitchNames })}
      />
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
        testId="text-scale"
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
      <SettingToggle
        label={texts.lowLatency}
        value={settings.value.lowLatency}
        testId="low-latency"
        onChange={(lowLatency) => settings.update({ lowLatency })}
      />
      <p class="hint">{texts.lowLatencyHint}</p>
      <SettingRange
        label={texts.hudOpacity}
        bounds={HUD_OPACITY}
        value={settings.value.hudOpacity}
        onChange={(hudOpacity) => settings.update({ hudOpacity })}
      />
      <SettingRange
        label={texts.ownRing}
        bounds={OWN_RING}
        value={settings.value.ownRing}
        onChange={(ownRing) => settings.update({ ownRing })}
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
