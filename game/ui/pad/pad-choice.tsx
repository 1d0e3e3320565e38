import { Button } from '../controls/button.tsx';
import { Dialog } from '../controls/dialog.tsx';
import { labelOf } from './label-of.ts';
import { useFirstFocus } from '../controls/use-first-focus.ts';

export type PadChoiceProps = {
  readonly select: HTMLSelectElement;
  readonly onClose: () => void;
};

/** The options of a select as buttons, for a gamepad: the list of the browser takes none of its steps. */
export function PadChoice({ select, onClose }: PadChoiceProps) {
  const chosen = useFirstFocus();
  const choose = (value: string): void => {
    onClose();
    if (select.value === value) return;
    select.value = value;
    for (const type of ['input', 'change'])
      select.dispatchEvent(new Event(type, { bubbles: true }));
  };
  return (
    <Dialog title={labelOf(select)} onClose={onClose} className="menu-dialog" testId="pad-choice">
      <div class="stack">
        {Array.from(select.options, ({ value, label }) => (
          <Button
            key={value}
            pressed={value === select.value}
            onClick={() => choose(value)}
            {...(value === select.value ? { icon: 'check', buttonRef: chosen } : {})}
          >
            {label}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
