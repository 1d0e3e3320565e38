import type { ComponentChildren, Ref } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export type ButtonProps = {
  readonly children: ComponentChildren;
  readonly onClick: () => void;
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly icon?: IconName;
  readonly label?: string;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly testId?: string;
  readonly className?: string;
  readonly buttonRef?: Ref<HTMLButtonElement>;
};

/** A button with an optional icon; `label` is for those who do not see it. */
export function Button(props: ButtonProps) {
  const { children, onClick, kind = 'plain', icon, label, pressed, disabled = false } = props;
  return (
    <button
      type="button"
      class={`button button-${kind} ${props.className ?? ''}`}
      onClick={onClick}
      disabled={disabled}
      aria-label={label}
      aria-pressed={pressed}
      data-testid={props.testId}
      ref={props.buttonRef ?? null}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
