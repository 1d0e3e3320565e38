import {
  INPUT_BIT_COUNT,
  INPUT_KICK,
  type InputBits,
  toInputBits,
} from '../../shared/sim/input.ts';
import { KEY_ACTIONS, type KeyAction, type KeyBindings } from '../settings/key-bindings.ts';
import { learnKeyLabel } from '../settings/key-labels.ts';

/** The first actions are held buttons with a bit each; the others happen once per press. */
const HELD_ACTIONS = 5;
/** Held like those, and no input of the match. */
const TALK = 'voice' satisfies KeyAction;

export type KeyboardOptions = {
  readonly bindings: () => KeyBindings;
  /** False while menus have the keys. */
  readonly isSteering: () => boolean;
  readonly onAction: (action: KeyAction) => void;
};

/**
 * Held keys as input bits. The engine never owns the keyboard: texts, dialogs and the browser's
 * own shortcuts come first, and no key stays held whose release nobody tells of.
 */
export class Keyboard {
  readonly #options: KeyboardOptions;
  readonly #held = new Set<string>();
  /** Presses of the kick so far, by whichever key. */
  kicks = 0;

  constructor(target: Window, options: KeyboardOptions) {
    this.#options = options;
    target.addEventListener('keydown', keepForInputMethod, { capture: true });
    target.addEventListener('keydown', (event) => this.#press(event));
    target.addEventListener('keyup', (event) => {
      this.#held.delete(event.code);
      this.#dropUntold(event);
    });
    // While the browser's own menu is open it has the keys.
    target.addEventListener('contextmenu', ({ defaultPrevented }) => {
      if (!defaultPrevented) this.clear();
    });
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

  /** The key to talk is held. */
  get isTalking(): boolean {
    return this.#options.bindings()[TALK].some((code) => this.#held.has(code));
  }

  #press(event: KeyboardEvent): void {
    this.#dropUntold(event);
    learnKeyLabel(event);
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (wantsKey(event.target, event.code)) return;
    const action = actionOf(this.#options.bindings(), event.code);
    if (action === undefined) return;
    // In menus too: whoever talks does not let go of the key for them.
    if (action === TALK) {
      event.preventDefault();
      this.#held.add(event.code);
      return;
    }
    const index = KEY_ACTIONS.indexOf(action);
    if (index >= HELD_ACTIONS) {
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
    if (1 << index === INPUT_KICK && !event.repeat && !this.#held.has(event.code)) this.kicks += 1;
    this.#held.add(event.code);
  }

  /** Releases that never come: of any key while Cmd is held on a Mac, of one Shift while both are. */
  #dropUntold({ key, metaKey, shiftKey }: KeyboardEvent): void {
    if (metaKey || key === 'Meta') this.clear();
    if (shiftKey) return;
    this.#held.delete('ShiftLeft');
    this.#held.delete('ShiftRight');
  }
}

/**
 * What an input method composes with is heard of by nothing else on the page: its Escape, Tab and
 * Enter choose among words. In Safari the Enter that ends it comes after it has ended, as key 229,
 * and would send the form.
 */
function keepForInputMethod(event: KeyboardEvent): void {
  const isComposing = event.isComposing || (event.keyCode === 229 && isText(event.target));
  if (!isComposing) return;
  event.stopPropagation();
  if (event.key === 'Enter') event.preventDefault();
}

/** Enter always opens the chat and cannot be bound: elsewhere it operates what has the focus. */
const ENTER: ReadonlySet<string> = new Set(['Enter', 'NumpadEnter']);

function actionOf(bindings: KeyBindings, code: string): KeyAction | undefined {
  if (ENTER.has(code)) return 'talk';
  return KEY_ACTIONS.find((candidate) => bindings[candidate].includes(code));
}

function isText(target: EventTarget | null): boolean {
  const texts = 'input:not([type=range],[type=checkbox],[type=radio]),textarea,[contenteditable]';
  return target instanceof Element && target.closest(texts) !== null;
}

/** Texts take every key, other controls those that operate them. */
function wantsKey(target: EventTarget | null, code: string): boolean {
  if (!(target instanceof Element)) return false;
  if (isText(target) || target.closest('dialog[open]')) return true;
  if (target.closest('input,select')) {
    return code === 'Space' || ENTER.has(code) || code.startsWith('Arrow');
  }
  const operates = code === 'Space' || ENTER.has(code);
  return operates && target.closest('button,a[href],summary') !== null;
}
