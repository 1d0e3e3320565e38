import { EightWay } from './direction.ts';

/** CSS pixels. The base follows a thumb that wanders further out than the radius. */
export const STICK_RADIUS_PX = 60;
const STICK_DEAD_PX = 10;

/** A stick that appears where the thumb lands. Knows no elements: places in, bits out. */
export class TouchStick {
  readonly #direction = new EightWay();
  baseX = 0;
  baseY = 0;
  thumbX = 0;
  thumbY = 0;
  bits = 0;

  start(x: number, y: number): void {
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
    if (length > STICK_RADIUS_PX) {
      this.baseX = x - (dx / length) * STICK_RADIUS_PX;
      this.baseY = y - (dy / length) * STICK_RADIUS_PX;
    }
    this.bits = this.#direction.read(dx, dy, STICK_DEAD_PX);
  }

  end(): void {
    this.bits = this.#direction.release();
  }
}
