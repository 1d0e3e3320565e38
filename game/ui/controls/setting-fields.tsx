export type Bounds = { readonly min: number; readonly max: number; readonly step: number };

export type RangeProps = {
  readonly label: string;
  readonly bounds: Bounds;
  readonly value: number;
  readonly testId?: string;
  readonly onChange: (value: number) => void;
};

/** A setting with a slider; bounds up to 1 are shown in percent. */
export function SettingRange({ label, bounds, value, testId, onChange }: RangeProps) {
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
          data-testid={testId}
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
  readonly testId?: string;
  readonly onChange: (value: boolean) => void;
};

/** A setting that is on or off. */
export function SettingToggle({ label, value, testId, onChange }: ToggleProps) {
  return (
    <label class="setting">
      {label}
      <input
        type="checkbox"
        role="switch"
        class="switch"
        checked={value}
        data-testid={testId}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}

export type ChoiceProps<Name extends string> = {
  readonly label: string;
  readonly choices: readonly Name[];
  readonly names: { readonly [Key in Name]: string };
  readonly value: Name;
  readonly testId: string;
  readonly onChange: (value: Name) => void;
};

/** A setting with a list to choose from. */
export function SettingChoice<Name extends string>(props: ChoiceProps<Name>) {
  const { label, choices, names, value, testId, onChange } = props;
  return (
    <label class="setting">
      {label}
      <select
        class="select"
        value={value}
        data-testid={testId}
        onChange={({ currentTarget }) => {
          const choice = choices.find((one) => one === currentTarget.value);
          if (choice !== undefined) onChange(choice);
        }}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {names[choice]}
          </option>
        ))}
      </select>
    </label>
  );
}
