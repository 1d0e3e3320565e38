import { attempt } from '../../shared/base/attempt.ts';
import { INPUT_KICK, type InputBits, toInputBits } from '../../shared/sim/input.ts';
import type { Settings } from '../settings/settings.ts';
import { TouchStick } from './touch-stick.ts';

const NOBODY = -1;

type TouchSettings = Pick<Settings['touch'], 'swapHands' | 'size'>;

/**
 * Two thumbs over the pitch: one half of the screen is the stick, the whole other half kicks.
 * The marks are only marks; they are shown by the style sheet once a finger was used.
 *
 * The end of a touch may never come: an alert, a gesture of the system, another app take it. So the
 * newest finger has the stick, and no more fingers are believed to be down than there are.
 */
export class TouchControls {
  readonly #layer: HTMLElement;
  readonly #base: HTMLElement;
  readonly #thumb: HTMLElement;
  readonly #stick = new TouchStick();
  readonly #settings: () => TouchSettings;
  #stickPointer = NOBODY;
  #newest = NOBODY;
  /** Pointers on the half that kicks, the oldest first. */
  readonly #kickPointers = new Set<number>();
  /** Presses of the kick so far, by whichever finger. */
  kicks = 0;

  constructor(layer: HTMLElement, settings: () => TouchSettings) {
    this.#layer = layer;
    this.#settings = settings;
    this.#base = mark('touch-base');
    this.#thumb = mark('touch-thumb');
    layer.append(this.#base, this.#thumb, mark('touch-kick'));
    layer.addEventListener('pointerdown', (event) => this.#down(event));
    layer.addEventListener('pointermove', (event) => this.#move(event));
    layer.addEventListener('lostpointercapture', (event) => this.#up(event));
    layer.addEventListener('contextmenu', (event) => event.preventDefault());
    // Where a finger was not captured its end may be told to whatever lies under it.
    for (const type of ['pointerup', 'pointercancel'] as const) {
      window.addEventListener(type, (event) => this.#up(event), { capture: true });
    }
    for (const type of ['touchstart', 'touchend', 'touchcancel'] as const) {
      window.addEventListener(type, (event) => this.#believe(event), {
        capture: true,
        passive: true,
      });
    }
  }

  get bits(): InputBits {
    return toInputBits(this.#stick.bits | (this.#kickPointers.size === 0 ? 0 : INPUT_KICK));
  }

  clear(): void {
    this.#stickPointer = NOBODY;
    this.#kickPointers.clear();
    this.#stick.end();
    this.#show();
  }

  #down(event: PointerEvent): void {
    if (event.pointerType === 'mouse') return;
    event.preventDefault();
    this.#layer.dataset['touch'] = 'used';
    this.#newest = event.pointerId;
    const left = event.clientX < this.#layer.clientWidth / 2;
    const { swapHands, size } = this.#settings();
    if (left !== swapHands) {
      this.#stickPointer = event.pointerId;
      this.#stick.start(event.clientX, event.clientY, size / 100);
    } else {
      this.#kickPointers.add(event.pointerId);
      this.kicks += 1;
    }
    // It throws when the finger is gone by now.
    attempt(() => this.#layer.setPointerCapture(event.pointerId), undefined);
    this.#show();
  }

  #move(event: PointerEvent): void {
    if (event.pointerId !== this.#stickPointer) return;
    this.#stick.move(event.clientX, event.clientY);
    this.#show();
  }

  #up(event: PointerEvent): void {
    const { pointerId } = event;
    const isStick = pointerId === this.#stickPointer;
    if (isStick) this.#dropStick();
    if (this.#kickPointers.delete(pointerId) || isStick) this.#show();
  }

  /** Of the fingers that are held beyond those on the whole screen the end was not told. */
  #believe({ type, touches }: TouchEvent): void {
    const held = this.#kickPointers.size + Number(this.#stickPointer !== NOBODY);
    let missed = held - touches.length;
    if (missed <= 0) return;
    // One that comes down alone is the only one there is.
    const kept = type === 'touchstart' && touches.length === 1 ? this.#newest : NOBODY;
    for (const pointer of this.#kickPointers) {
      if (missed === 0 || pointer === kept) continue;
      this.#kickPointers.delete(pointer);
      missed -= 1;
    }
    if (missed > 0 && this.#stickPointer !== kept) this.#dropStick();
    this.#show();
  }

  #dropStick(): void {
    this.#stickPointer = NOBODY;
    this.#stick.end();
  }

  #show(): void {
    const stick = this.#stick;
    this.#layer.dataset['stick'] = this.#stickPointer === NOBODY ? 'off' : 'on';
    this.#layer.dataset['kick'] = this.#kickPointers.size === 0 ? 'off' : 'on';
    this.#layer.dataset['hands'] = this.#settings().swapHands ? 'swapped' : 'normal';
    if (this.#stickPointer === NOBODY) {
      this.#base.style.translate = '';
      this.#thumb.style.translate = '';
      return;
    }
    const { top, left } = this.#layer.getBoundingClientRect();
    // Before the scale of the style sheet, which a transform would come behind.
    this.#base.style.translate = `${stick.baseX - left}px ${stick.baseY - top}px`;
    this.#thumb.style.translate = `${stick.thumbX - left}px ${stick.thumbY - top}px`;
  }
}

function mark(name: string): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  return element;
}
