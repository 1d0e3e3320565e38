import { type InputBits, NEUTRAL_INPUT, toInputBits } from '../../shared/sim/input.ts';
import type { KeyAction } from '../settings/key-bindings.ts';
import type { Settings } from '../settings/settings.ts';
import { GamepadReader, findStandardPad } from './gamepad.ts';
import { Keyboard } from './keyboard.ts';
import { takeMenuStep } from './menu-focus.ts';
import { MenuSteps } from './menu-navigation.ts';
import { QuickPad } from './quick-pad.ts';
import { rotateInput } from './rotate-input.ts';
import { TouchControls } from './touch-controls.ts';

export type InputOptions = {
  readonly window: Window;
  /** The element over the pitch that fingers land on. */
  readonly touchLayer: HTMLElement;
  readonly settings: () => Settings;
  readonly onAction: (action: KeyAction) => void;
  /** The gamepad's button for the quick chat. */
  readonly onQuickChat: () => void;
  /** While it is open the cross chooses a line; the stick still steers. */
  readonly isQuickChatOpen: () => boolean;
};

/**
 * Where the buttons go: to the pitch; to a pitch behind a menu, where a gamepad moves the focus
 * and keys and fingers play; or to menus alone.
 */
export type InputTarget = 'pitch' | 'pitch-behind-menu' | 'menu';

/** Keyboard, gamepad and touch together: any of them plays, at any time. */
export class InputManager {
  readonly #options: InputOptions;
  readonly #keyboard: Keyboard;
  readonly #touch: TouchControls;
  readonly #gamepad = new GamepadReader();
  readonly #menuSteps = new MenuSteps();
  readonly #quickPad = new QuickPad();
  /** Clockwise quarter turns by which the pitch is drawn, kept by the view. */
  quarterTurns = 0;
  #target: InputTarget = 'menu';

  constructor(options: InputOptions) {
    this.#options = options;
    this.#keyboard = new Keyboard(options.window, {
      bindings: () => options.settings().keys,
      isSteering: () => this.#target !== 'menu',
      onAction: options.onAction,
    });
    this.#touch = new TouchControls(options.touchLayer, () => options.settings().touch.swapHands);
  }

  get target(): InputTarget {
    return this.#target;
  }

  set target(target: InputTarget) {
    if (target === this.#target) return;
    this.#target = target;
    this.#keyboard.clear();
    this.#touch.clear();
  }

  /** The buttons held now, in directions of the pitch. Call once a tick: pads are polled. */
  sample(nowMs: number): InputBits {
    const pads = this.#options.settings().gamepad.on ? navigator.getGamepads() : [];
    const step = this.#menuSteps.read(pads.find((pad) => pad !== null) ?? undefined, nowMs);
    // On the pitch the other buttons play.
    if (step && (this.#target !== 'pitch' || step === 'menu')) {
      takeMenuStep(this.#options.window.document, step);
    }
    if (this.#target === 'menu') return NEUTRAL_INPUT;
    const pad = this.#target === 'pitch' ? this.#readPad(pads) : NEUTRAL_INPUT;
    const bits = toInputBits(this.#keyboard.bits | this.#touch.bits | pad);
    return rotateInput(bits, this.quarterTurns);
  }

  #readPad(pads: readonly (Gamepad | null)[]): InputBits {
    const { isQuickChatOpen, onQuickChat, onAction, settings } = this.#options;
    const isOpen = isQuickChatOpen();
    const step = this.#quickPad.read(findStandardPad(pads), isOpen);
    if (step === 'open') onQuickChat();
    else if (step) onAction(step);
    return this.#gamepad.read(pads, settings().gamepad.deadZone, !isOpen);
  }
}
