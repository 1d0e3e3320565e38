import { render } from 'preact';
import { takeMenuStep as moveOrOperate } from '../../input/menu-focus.ts';
import type { MenuStep } from '../../input/menu-navigation.ts';
import { PadChoice } from '../../ui/pad/pad-choice.tsx';
import { isWritable, PadKeyboard } from '../../ui/pad/pad-keyboard.tsx';
import { type Ui, UiContext } from '../../ui/model/ui-context.ts';

/** Everything in the menus by a gamepad alone, also what only pointers and keys can operate. */
export function takeMenuStep(ui: Ui, step: MenuStep): void {
  moveOrOperate(document, step, (control) => operate(ui, control));
}

/** The browser opens its own list and its own keyboard for none but trusted events. */
function operate(ui: Ui, control: HTMLElement): void {
  if (control instanceof HTMLSelectElement) {
    open(ui, (onClose) => <PadChoice select={control} onClose={onClose} />);
  } else if (control instanceof HTMLInputElement && isWritable(control)) {
    open(ui, (onClose) => <PadKeyboard field={control} onClose={onClose} />);
  } else {
    control.click();
  }
}

/** In an element of its own, over whatever dialog is open. */
function open(ui: Ui, make: (onClose: () => void) => preact.JSX.Element): void {
  const root = document.createElement('div');
  document.body.append(root);
  const close = (): void => {
    render(null, root);
    root.remove();
  };
  render(<UiContext.Provider value={ui}>{make(close)}</UiContext.Provider>, root);
}
