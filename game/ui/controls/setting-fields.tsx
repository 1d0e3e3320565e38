export type Bounds = { readonly min: number; readonly max: number; readonly step: number };

export type RangeProps = {
  readonly label: string;
  readonly bounds: Bounds;
  readonly value: number;
  readonly onChange: (value: number) => void;
};

/** A setting with a slider; bounds up to 1 are shown in percent. */
export function SettingRange({ label, bounds, value, onChange }: RangeProps) {
  const percent = bounds.max <= 1 ? Math.round(value * 100) : value;
  return (
    <label class="setting">
      {label}
      <span class="setting-range">
        <input
          type="range"
          min={bounds.min}
          max={bounds.max}
          step={bounds.step}
          value={value}
          onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
        />
        <output translate={false}>{percent} %</output>
      </span>
    </label>
  );
}

export type ToggleProps = {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
};

/** A setting that is on or off. */
export function SettingToggle({ label, value, onChange }: ToggleProps) {
  return (
    <label class="setting">
      {label}
      <input
        type="checkbox"
        role="switch"
        class="switch"
        checked={value}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
