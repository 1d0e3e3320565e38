import { INPUT_KICK, type InputBits, toInputBits } from '../../shared/sim/input.ts';
import { TouchStick } from './touch-stick.ts';

const NOBODY = -1;

/**
 * Two thumbs over the pitch: one half of the screen is the stick, the whole other half kicks.
 * The marks are only marks; they are shown by the style sheet once a finger was used.
 */
export class TouchControls {
  readonly #layer: HTMLElement;
  readonly #base: HTMLElement;
  readonly #thumb: HTMLElement;
  readonly #stick = new TouchStick();
  readonly #swapHands: () => boolean;
  #stickPointer = NOBODY;
  #kickPointer = NOBODY;

  constructor(layer: HTMLElement, swapHands: () => boolean) {
    this.#layer = layer;
    this.#swapHands = swapHands;
    this.#base = mark('touch-base');
    this.#thumb = mark('touch-thumb');
    layer.append(this.#base, this.#thumb, mark('touch-kick'));
    layer.addEventListener('pointerdown', (event) => this.#down(event));
    layer.addEventListener('pointermove', (event) => this.#move(event));
    layer.addEventListener('pointerup', (event) => this.#up(event));
    layer.addEventListener('pointercancel', (event) => this.#up(event));
    layer.addEventListener('contextmenu', (event) => event.preventDefault());
  }

  get bits(): InputBits {
    return toInputBits(this.#stick.bits | (this.#kickPointer === NOBODY ? 0 : INPUT_KICK));
  }

  clear(): void {
    this.#stickPointer = NOBODY;
    this.#kickPointer = NOBODY;
    this.#stick.end();
    this.#show();
  }

  #down(event: PointerEvent): void {
    if (event.pointerType === 'mouse') return;
    event.preventDefault();
    this.#layer.dataset['touch'] = 'used';
    const left = event.clientX < this.#layer.clientWidth / 2;
    if (left !== this.#swapHands()) {
      if (this.#stickPointer !== NOBODY) return;
      this.#stickPointer = event.pointerId;
      this.#stick.start(event.clientX, event.clientY);
    } else if (this.#kickPointer === NOBODY) {
      this.#kickPointer = event.pointerId;
    }
    this.#layer.setPointerCapture(event.pointerId);
    this.#show();
  }

  #move(event: PointerEvent): void {
    if (event.pointerId !== this.#stickPointer) return;
    this.#stick.move(event.clientX, event.clientY);
    this.#show();
  }

  #up(event: PointerEvent): void {
    if (event.pointerId === this.#stickPointer) {
      this.#stickPointer = NOBODY;
      this.#stick.end();
    }
    if (event.pointerId === this.#kickPointer) this.#kickPointer = NOBODY;
    this.#show();
  }

  #show(): void {
    const stick = this.#stick;
    this.#layer.dataset['stick'] = this.#stickPointer === NOBODY ? 'off' : 'on';
    this.#layer.dataset['kick'] = this.#kickPointer === NOBODY ? 'off' : 'on';
    this.#layer.dataset['hands'] = this.#swapHands() ? 'swapped' : 'normal';
    if (this.#stickPointer === NOBODY) {
      this.#base.style.transform = '';
      this.#thumb.style.transform = '';
      return;
    }
    const { top, left } = this.#layer.getBoundingClientRect();
    this.#base.style.transform = `translate(${stick.baseX - left}px,${stick.baseY - top}px)`;
    this.#thumb.style.transform = `translate(${stick.thumbX - left}px,${stick.thumbY - top}px)`;
  }
}

function mark(name: string): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  return element;
}
