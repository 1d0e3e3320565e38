import { attempt } from '../../../shared/base/attempt.ts';

/** So far a finger moves that pulls; less is a tap. In CSS pixels. */
const PULL_PX = 14;

/** What stands in the menu that a pull ends on. */
const CHOICES = '.quick-line';

export type PullPorts = {
  /** The element under a place of the window. */
  readonly at: (x: number, y: number) => Element | null;
  readonly open: () => void;
};

/**
 * One stroke of a finger or a mouse: down on the button, over the menu that opens by that, and up on a line,
 * which is said. A tap stays what it was.
 */
export class PullChoice {
  readonly #ports: PullPorts;
  #start: { readonly x: number; readonly y: number } | null = null;
  #hasPulled = false;
  #under: Element | null = null;

  constructor(ports: PullPorts) {
    this.#ports = ports;
  }

  down({ clientX, clientY, pointerId, currentTarget }: PointerEvent): void {
    // A mouse would tell the elements that it passes; it throws when the pointer is gone by now.
    const button = currentTarget;
    if (button instanceof HTMLElement)
      attempt(() => button.setPointerCapture(pointerId), undefined);
    this.#start = { x: clientX, y: clientY };
    this.#hasPulled = false;
  }

  move({ clientX, clientY }: PointerEvent): void {
    if (this.#start === null) return;
    if (!this.#hasPulled) {
      const far = Math.hypot(clientX - this.#start.x, clientY - this.#start.y);
      if (far < PULL_PX) return;
      this.#hasPulled = true;
      this.#ports.open();
    }
    this.#mark(this.#ports.at(clientX, clientY)?.closest(CHOICES) ?? null);
  }

  /** Says what the finger is on. The menu stays open where it is on nothing: a tap may follow. */
  up(): void {
    const chosen = this.#under;
    this.cancel();
    chosen?.dispatchEvent(new Event('click', { bubbles: true, cancelable: true }));
  }

  cancel(): void {
    this.#start = null;
    this.#mark(null);
  }

  /** True once for the click that a browser sends behind a pull. */
  takesClick(): boolean {
    const takes = this.#hasPulled;
    this.#hasPulled = false;
    return takes;
  }

  #mark(under: Element | null): void {
    if (under === this.#under) return;
    this.#under?.removeAttribute('data-under');
    under?.setAttribute('data-under', '');
    this.#under = under;
  }
}
