import {
  INPUT_KICK,
  type InputBits,
  NEUTRAL_INPUT,
  toInputBits,
} from '../../../shared/sim/input.ts';
import { GamepadReader } from '../../input/gamepad.ts';
import type { InputManager } from '../../input/input-manager.ts';
import { Keyboard } from '../../input/keyboard.ts';
import { KickTaps } from '../../input/kick-taps.ts';
import { Pads, type PadSource } from '../../input/pads.ts';
import { rotateInput } from '../../input/rotate-input.ts';
import type { Settings } from '../../settings/settings.ts';
import { keysOfFirst, keysOfSecond, type SecondHand } from '../../settings/two-hands.ts';
import type { FirstHands } from './second-door.ts';

export type SecondHandsOptions = {
  readonly window: Window;
  /** Of this browser. */
  readonly pads: PadSource;
  /** Of the first person: where its buttons go, and how the pitch is turned. */
  readonly first: Pick<InputManager, 'target' | 'quarterTurns'>;
  readonly settings: () => Settings;
};

/**
 * The hands of a second person at the keyboard, or at a gamepad, and what they leave to the first. The gamepad that
 * came last is the second person's; in menus all of them go through the controls.
 */
export class SecondHands implements FirstHands {
  /** Null while there is no second person. */
  hand: SecondHand | null = null;
  readonly #options: SecondHandsOptions;
  readonly #keyboard: Keyboard;
  readonly #pads: Pads;
  readonly #gamepad = new GamepadReader();
  readonly #kickTaps = new KickTaps();
  /** Of the second person's gamepad in the browser's list. */
  #place = -1;
  #isPlaying = false;
  #split: { readonly own: Settings; readonly hand: SecondHand; readonly left: Settings } | null =
    null;

  constructor(options: SecondHandsOptions) {
    this.#options = options;
    const { window } = options;
    this.#keyboard = new Keyboard(window, {
      bindings: () => keysOfSecond(this.hand ?? 'pad'),
      isSteering: () => this.hand !== null && options.first.target !== 'menu',
      // These keys steer, and nothing else.
      onAction: () => {},
    });
    this.#pads = new Pads(() => [this.#own]);
    window.addEventListener('blur', this.#letGo);
    window.document.addEventListener('visibilitychange', this.#letGo);
  }

  /** Some gamepad that can play is plugged in. */
  get hasPad(): boolean {
    return this.#own !== null;
  }

  /** The first person's settings, without the keys that are the second's. */
  readonly settings = (own: Settings): Settings => {
    const { hand } = this;
    if (hand === null) return own;
    if (this.#split?.own !== own || this.#split.hand !== hand) {
      this.#split = { own, hand, left: { ...own, keys: keysOfFirst(own.keys, hand) } };
    }
    return this.#split.left;
  };

  /** The first person's gamepads. */
  readonly pads: PadSource = () => {
    const all = this.#options.pads();
    if (this.hand !== 'pad' || !this.#isOnPitch) return all;
    const own = this.#own;
    return all?.map((pad) => (pad === own ? null : pad)) ?? null;
  };

  /** What the second person holds now, in directions of the pitch. Call once a tick. */
  sample(nowMs: number): InputBits {
    if (this.hand !== 'pad') this.#place = -1;
    const isPlaying = this.hand !== null && this.#options.first.target !== 'menu';
    if (isPlaying !== this.#isPlaying) this.#letGo();
    this.#isPlaying = isPlaying;
    if (!isPlaying) return NEUTRAL_INPUT;
    const { deadZone, buttons } = this.#options.settings().gamepad;
    const isByPad = this.hand === 'pad' && this.#isOnPitch;
    const pad = isByPad ? this.#pads.read() : undefined;
    const held = this.#keyboard.bits | this.#gamepad.read(pad, deadZone, buttons.kick);
    const isKick = this.#kickTaps.read((held & INPUT_KICK) !== 0, this.#kicks, nowMs);
    const bits = toInputBits(isKick ? held | INPUT_KICK : held & ~INPUT_KICK);
    return rotateInput(bits, this.#options.first.quarterTurns);
  }

  /** Elsewhere a gamepad moves the focus. */
  get #isOnPitch(): boolean {
    return this.#options.first.target === 'pitch';
  }

  /** When it is unplugged the second person has none: those before it are in the hands of the first. */
  get #own(): NonNullable<ReturnType<PadSource>>[number] {
    const pads = this.#options.pads();
    const last = pads?.findLastIndex((pad) => pad?.mapping === 'standard') ?? -1;
    const place = Math.max(this.#place, last);
    if (this.hand === 'pad') this.#place = place;
    const own = pads?.[place];
    return own?.mapping === 'standard' ? own : null;
  }

  get #kicks(): number {
    return this.#keyboard.kicks + this.#gamepad.kicks;
  }

  readonly #letGo = (): void => {
    this.#keyboard.clear();
    this.#pads.letGo();
    this.#kickTaps.forget(this.#kicks);
  };
}
