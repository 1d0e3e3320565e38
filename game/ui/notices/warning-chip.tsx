import { Icon, type IconName } from '../controls/icon.tsx';

type ChipProps = {
  readonly name: string;
  readonly icon: IconName;
  readonly short: string;
  /** For the pointer and for those who listen: there a number would be read at each change. */
  readonly long: string;
};

/** Something is bad: an icon and a word, and a sentence for who wants to know more. */
export function WarningChip({ name, icon, short, long }: ChipProps) {
  return (
    <span class="chip chip-warn" data-testid={`warning-${name}`} title={long}>
      <Icon name={icon} spin={icon === 'loader'} />
      <span aria-hidden="true">{short}</span>
      <span class="off-screen">{long}</span>
    </span>
  );
}
