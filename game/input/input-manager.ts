import { INPUT_KICK, type InputBits, NEUTRAL_INPUT, toInputBits } from '../../shared/sim/input.ts';
import type { KeyAction } from '../settings/key-bindings.ts';
import type { Settings } from '../settings/settings.ts';
import { GamepadReader, isAnyDown, type PadLike } from './gamepad.ts';
import { Keyboard } from './keyboard.ts';
import { KickTaps } from './kick-taps.ts';
import { type MenuStep, MenuSteps } from './menu-navigation.ts';
import { PadCatch } from './pad-catch.ts';
import { Pads, type PadSource, type UnknownPadWatch } from './pads.ts';
import { QuickPad } from './quick-pad.ts';
import { rotateInput } from './rotate-input.ts';
import { StandingsHold, type StandingsHoldOptions } from './standings-hold.ts';
import { TouchControls } from './touch-controls.ts';

export type InputOptions = {
  readonly window: Window;
  /** The element over the pitch that fingers land on. */
  readonly touchLayer: HTMLElement;
  readonly settings: () => Settings;
  readonly onAction: (action: KeyAction) => void;
  /** The gamepad moves the focus, or operates what has it. */
  readonly onMenuStep: (step: MenuStep) => void;
  /** The stick or a button of the gamepad was pressed. */
  readonly onPad: () => void;
  /** The gamepads of this person. */
  readonly gamepads: PadSource;
  /** Of pads that cannot play, since nobody knows which of their parts is which. */
  readonly unknownPads: UnknownPadWatch;
  /** Gets the next button of a gamepad, which does nothing else then; null while nothing waits for it. */
  readonly padCatcher: () => ((button: number) => void) | null;
  /** The gamepad's button for the quick chat. */
  readonly onQuickChat: () => void;
  /** While it is open the cross chooses a line; the stick still steers. */
  readonly isQuickChatOpen: () => boolean;
  /** Tab, or the gamepad's back button, in a match. */
  readonly standings: StandingsHoldOptions;
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
  readonly #pads: Pads;
  readonly #gamepad = new GamepadReader();
  readonly #menuSteps = new MenuSteps();
  readonly #quickPad = new QuickPad();
  readonly #padCatch = new PadCatch();
  readonly #standings: StandingsHold;
  readonly #kickTaps = new KickTaps();
  /** Clockwise quarter turns by which the pitch is drawn, kept by the view. */
  quarterTurns = 0;
  #target: InputTarget = 'menu';
  #isPadTalking = false;
  /** Another window, or another tab, has the person's hands; a pad does not know. */
  #isAway = false;

  constructor(options: InputOptions) {
    this.#options = options;
    this.#pads = new Pads(options.gamepads, options.unknownPads);
    this.#keyboard = new Keyboard(options.window, {
      bindings: () => options.settings().keys,
      isSteering: () => this.#target !== 'menu',
      onAction: options.onAction,
    });
    this.#touch = new TouchControls(options.touchLayer, () => options.settings().touch);
    const { window } = options;
    this.#standings = new StandingsHold(window, options.standings);
    window.addEventListener('blur', this.#leave);
    window.document.addEventListener('visibilitychange', this.#leave);
  }

  get target(): InputTarget {
    return this.#target;
  }

  set target(target: InputTarget) {
    if (target === this.#target) return;
    this.#target = target;
    this.#letGo();
  }

  /** The key to talk, or the gamepad's trigger for it, is held. */
  get isTalking(): boolean {
    return this.#keyboard.isTalking || this.#isPadTalking;
  }

  /** The buttons held now, in directions of the pitch. Call once a tick: pads are polled. */
  sample(nowMs: number): InputBits {
    const { gamepad } = this.#options.settings();
    const { buttons } = gamepad;
    const pad = gamepad.on && this.#isHere() ? this.#readPads() : undefined;
    this.#standings.read(pad, buttons.standings);
    this.#isPadTalking = pad !== undefined && isAnyDown(pad, buttons.voice);
    const step = this.#menuSteps.read(pad, nowMs);
    if (step) this.#options.onPad();
    // On the pitch the other buttons play.
    if (step && (this.#target !== 'pitch' || step === 'menu')) this.#options.onMenuStep(step);
    if (this.#target === 'menu') return NEUTRAL_INPUT;
    const padBits = this.#target === 'pitch' ? this.#readPad(pad) : NEUTRAL_INPUT;
    const held = this.#keyboard.bits | this.#touch.bits | padBits;
    const isKick = this.#kickTaps.read((held & INPUT_KICK) !== 0, this.#kicks, nowMs);
    const bits = toInputBits(isKick ? held | INPUT_KICK : held & ~INPUT_KICK);
    return rotateInput(bits, this.quarterTurns);
  }

  /** All pads as one; undefined also while a button is waited for, which is meant for nothing else. */
  #readPads(): PadLike | undefined {
    const pad = this.#pads.read();
    const take = this.#options.padCatcher();
    if (!take) {
      this.#padCatch.end();
      return pad;
    }
    const button = this.#padCatch.read(pad);
    if (button === undefined) return undefined;
    this.#pads.letGo();
    this.#options.onPad();
    take(button);
    return undefined;
  }

  #readPad(pad: PadLike | undefined): InputBits {
    const { isQuickChatOpen, onQuickChat, onAction, settings } = this.#options;
    const { deadZone, buttons } = settings().gamepad;
    const isOpen = isQuickChatOpen();
    const step = this.#quickPad.read(pad, isOpen, buttons.quickChat);
    if (step === 'open') onQuickChat();
    else if (step) onAction(step);
    return this.#gamepad.read(pad, deadZone, buttons.kick, !isOpen);
  }

  get #kicks(): number {
    return this.#keyboard.kicks + this.#touch.kicks + this.#gamepad.kicks;
  }

  readonly #leave = (): void => {
    this.#isAway = true;
    this.#letGo();
  };

  /** Asked for, not waited for: of the way back the browser may tell nothing. */
  #isHere(): boolean {
    const { document } = this.#options.window;
    if (this.#isAway && !document.hidden && document.hasFocus()) this.#isAway = false;
    return !this.#isAway;
  }

  /** All of them at once: what is held now is not meant for what comes. */
  #letGo(): void {
    this.#keyboard.clear();
    this.#standings.clear();
    this.#touch.clear();
    this.#pads.letGo();
    this.#kickTaps.forget(this.#kicks);
  }
}
