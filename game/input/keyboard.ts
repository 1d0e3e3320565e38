import { INPUT_BIT_COUNT, type InputBits, toInputBits } from '../../shared/sim/input.ts';
import { KEY_ACTIONS, type KeyAction, type KeyBindings } from '../settings/key-bindings.ts';

/** The first actions are held buttons with a bit each; the others happen once per press. */
const HELD_ACTIONS = 5;

export type KeyboardOptions = {
  readonly bindings: () => KeyBindings;
  /** False while menus have the keys. */
  readonly isSteering: () => boolean;
  readonly onAction: (action: KeyAction) => void;
};

/**
 * Held keys as input bits. The engine never owns the keyboard: texts, dialogs and the browser's
 * own shortcuts come first, and no key stays held after the window lost the focus.
 */
export class Keyboard {
  readonly #options: KeyboardOptions;
  readonly #held = new Set<string>();

  constructor(target: Window, options: KeyboardOptions) {
    this.#options = options;
    target.addEventListener('keydown', (event) => this.#press(event));
    target.addEventListener('keyup', (event) => void this.#held.delete(event.code));
    target.addEventListener('blur', () => this.clear());
    target.document.addEventListener('visibilitychange', () => this.clear());
  }

  clear(): void {
    this.#held.clear();
  }

  get bits(): InputBits {
    const bindings = this.#options.bindings();
    let bits = 0;
    for (let index = 0; index < HELD_ACTIONS && index < INPUT_BIT_COUNT; index += 1) {
      for (const code of bindings[KEY_ACTIONS[index]!]) {
        if (this.#held.has(code)) bits |= 1 << index;
      }
    }
    return toInputBits(bits);
  }

  #press(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (wantsKey(event.target, event.code)) return;
    const action = actionOf(this.#options.bindings(), event.code);
    if (action === undefined) return;
    if (KEY_ACTIONS.indexOf(action) >= HELD_ACTIONS) {
      // What the key opens may have a field for text, which must not get the key as its first letter.
      event.preventDefault();
      if (!event.repeat) this.#options.onAction(action);
      return;
    }
    if (!this.#options.isSteering()) return;
    // Otherwise the space bar and the arrows scroll the page, and a button that has the focus,
    // from the menu before or behind the pitch, would take the space bar for itself.
    event.preventDefault();
    if (event.target instanceof HTMLElement) event.target.blur();
    this.#held.add(event.code);
  }
}

/** Enter always opens the chat and cannot be bound: elsewhere it operates what has the focus. */
const ENTER: ReadonlySet<string> = new Set(['Enter', 'NumpadEnter']);

function actionOf(bindings: KeyBindings, code: string): KeyAction | undefined {
  if (ENTER.has(code)) return 'talk';
  return KEY_ACTIONS.find((candidate) => bindings[candidate].includes(code));
}

/** Texts take every key, other controls those that operate them. */
function wantsKey(target: EventTarget | null, code: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('input:not([type=range],[type=checkbox],[type=radio]),textarea')) return true;
  if (target.closest('[contenteditable]')) return true;
  if (target.closest('dialog[open]')) return true;
  if (target.closest('input,select')) {
    return code === 'Space' || ENTER.has(code) || code.startsWith('Arrow');
  }
  const operates = code === 'Space' || ENTER.has(code);
  return operates && target.closest('button,a[href],summary') !== null;
}
