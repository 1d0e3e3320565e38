import { EightWay } from './direction.ts';

/** CSS pixels. The base follows a thumb that wanders further out than the radius. */
export const STICK_RADIUS_PX = 60;
const STICK_DEAD_PX = 10;

/** A stick that appears where the thumb lands. Knows no elements: places in, bits out. */
export class TouchStick {
  readonly #direction = new EightWay();
  #size = 1;
  baseX = 0;
  baseY = 0;
  thumbX = 0;
  thumbY = 0;
  bits = 0;

  /** @param size 1: the radius is the usual one */
  start(x: number, y: number, size = 1): void {
    this.#size = size;
    this.baseX = x;
    this.baseY = y;
    this.move(x, y);
  }

  move(x: number, y: number): void {
    this.thumbX = x;
    this.thumbY = y;
    const dx = x - this.baseX;
    const dy = y - this.baseY;
    const length = Math.hypot(dx, dy);
    const radius = STICK_RADIUS_PX * this.#size;
    if (length > radius) {
      this.baseX = x - (dx / length) * radius;
      this.baseY = y - (dy / length) * radius;
    }
    this.bits = this.#direction.read(dx, dy, STICK_DEAD_PX * this.#size);
  }

  end(): void {
    this.bits = this.#direction.release();
  }
}
