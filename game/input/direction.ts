import { EIGHT_WAYS } from '../../shared/sim/input.ts';

const NONE = -1;
const SECTOR_RAD = Math.PI / 4;
/** How far past the edge of its sector a direction is kept: the thumb trembles, the disc must not. */
const HYSTERESIS_RAD = (6 * Math.PI) / 180;

/** Turns a stick into one of eight directions, or none inside the dead zone. */
export class EightWay {
  #sector = NONE;

  /** @param deadZone in the unit of `x` and `y` */
  read(x: number, y: number, deadZone: number): number {
    if (x * x + y * y < deadZone * deadZone) return this.release();
    const angle = Math.atan2(y, x);
    if (this.#sector === NONE || this.#leftSector(angle)) {
      this.#sector = (Math.round(angle / SECTOR_RAD) + 8) % 8;
    }
    return EIGHT_WAYS[this.#sector]!;
  }

  release(): number {
    this.#sector = NONE;
    return 0;
  }

  #leftSector(angle: number): boolean {
    const turn = angle - this.#sector * SECTOR_RAD;
    const off = Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)));
    return off > SECTOR_RAD / 2 + HYSTERESIS_RAD;
  }
}
