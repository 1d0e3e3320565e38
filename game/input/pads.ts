import { attempt } from '../../shared/base/attempt.ts';
import type { PadLike } from './gamepad.ts';

type ListedPad = Partial<PadLike & { readonly id: string }> | null | undefined;

/** The browser's list: a place of it may be empty, and a pad in it may lack anything. */
export type PadSource = () => readonly ListedPad[] | null;

/** What is told of pads that name their parts in no known order. */
export type UnknownPadWatch = {
  /** What those are called that are plugged in now. */
  readonly onUnknown: (names: readonly string[]) => void;
  /** Once: a button of one of them was pressed, so that somebody wants to play with it. */
  readonly onPressed: () => void;
};

/** Of the standard mapping. */
const BUTTONS = 17;
/** More are not looked at. */
const MOST_PADS = 8;
/** A stick that is no further out stands in its middle, give or take what it is worn. */
const MIDDLE = 0.5;
/** In a row: a stick that swings through its middle from one side to the other has fewer. */
const REST_READS = 12;
const TRUSTED = -1;
/** Makers write as much as they like. */
const NAME_MAX = 60;

/**
 * All pads as one, so that whichever is taken into the hand plays. A pad that names its parts in no
 * known order is none: there pedals may lie where a stick is looked for. And a stick counts once it
 * stood in its middle: what rests at its end from the beginning is not pushed by anybody.
 */
export class Pads {
  readonly #source: PadSource;
  readonly #look = () => this.#merge();
  readonly #axes = [0, 0];
  readonly #buttons = Array.from({ length: BUTTONS }, () => ({ pressed: false }));
  readonly #merged: PadLike = { mapping: 'standard', axes: this.#axes, buttons: this.#buttons };
  /** For each place: `TRUSTED`, or how often in a row the stick stood in its middle. */
  readonly #rests: (number | undefined)[] = [];
  /** A bit for each button that has to come up before it counts. */
  #ignored = 0;
  readonly #watch: UnknownPadWatch | null;
  /** What the browser calls the unknown pad at each place. */
  readonly #unknown: (string | undefined)[] = [];
  #isListNew = false;
  #press: 'none' | 'new' | 'told' = 'none';

  constructor(source: PadSource, watch: UnknownPadWatch | null = null) {
    this.#source = source;
    this.#watch = watch;
  }

  /** Undefined without a pad. Call once a tick; the same object each time. */
  read(): PadLike | undefined {
    const pad = attempt<PadLike | undefined>(this.#look, undefined);
    if (this.#isListNew || this.#press === 'new') this.#tell();
    return pad;
  }

  #tell(): void {
    if (this.#isListNew) {
      const ids = this.#unknown.filter((id) => id !== undefined);
      this.#watch?.onUnknown(ids.map(nameOf));
    }
    if (this.#press === 'new') {
      this.#press = 'told';
      this.#watch?.onPressed();
    }
    this.#isListNew = false;
  }

  /** What is held now was pressed for something else. */
  letGo(): void {
    this.#ignored = -1;
  }

  #merge(): PadLike | undefined {
    const pads = this.#source();
    let down = 0;
    let count = 0;
    this.#axes.fill(0);
    for (let place = 0; place < MOST_PADS; place += 1) {
      const pad = pads?.[place];
      this.#noteUnknown(place, pad);
      if (pad?.mapping !== 'standard') {
        this.#rests[place] = undefined;
        continue;
      }
      count += 1;
      for (let button = 0; button < BUTTONS; button += 1) {
        if (pad.buttons?.[button]?.pressed === true) down |= 1 << button;
      }
      this.#takeStick(place, toAxis(pad.axes?.[0]), toAxis(pad.axes?.[1]));
    }
    this.#ignored &= down;
    for (let button = 0; button < BUTTONS; button += 1) {
      this.#buttons[button]!.pressed = ((down & ~this.#ignored) >> button) % 2 !== 0;
    }
    return count === 0 ? undefined : this.#merged;
  }

  #noteUnknown(place: number, pad: ListedPad): void {
    const isUnknown = pad?.mapping === '';
    const id = isUnknown ? (pad.id ?? '') : undefined;
    if (id !== this.#unknown[place]) this.#isListNew = true;
    this.#unknown[place] = id;
    if (!isUnknown || this.#press !== 'none' || !pad.buttons) return;
    for (let button = 0; button < pad.buttons.length; button += 1) {
      if (pad.buttons[button]?.pressed === true) this.#press = 'new';
    }
  }

  /** The stick that is pushed furthest is the one that is meant. */
  #takeStick(place: number, x: number, y: number): void {
    const isInMiddle = Math.abs(x) < MIDDLE && Math.abs(y) < MIDDLE;
    const rests = this.#rests[place];
    if (rests !== TRUSTED) {
      const isTrusted = isInMiddle && (rests === undefined || rests >= REST_READS);
      this.#rests[place] = isTrusted ? TRUSTED : isInMiddle ? rests! + 1 : 0;
      if (!isTrusted) return;
    }
    const [otherX, otherY] = this.#axes as [number, number];
    if (x * x + y * y <= otherX * otherX + otherY * otherY) return;
    this.#axes[0] = x;
    this.#axes[1] = y;
  }
}

function toAxis(value: unknown): number {
  return typeof value === 'number' && Math.abs(value) <= 2 ? value : 0;
}

/** Without the numbers that some browsers put behind it. */
function nameOf(id: unknown): string {
  const name = typeof id === 'string' ? id.replace(/\s*\(.*$/, '').trim() : '';
  return name.slice(0, NAME_MAX) || 'Gamepad';
}
