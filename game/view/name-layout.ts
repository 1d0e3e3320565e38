import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import type { Size } from './camera-fit.ts';
import { isOutside } from './point-at.ts';

/** CSS pixels between a disc and its name. */
const GAP_PX = 3;
/** Names stay this far off the edges of the window. */
const EDGE_PX = 2;
/** What is left of a name that lies on another. */
const FAINT = 0.25;
/** Names that overlap by this share of a line are as faint as they get. */
const FULL_OVERLAP = 0.5;

/**
 * [V28] Where names stand: under their discs, over them at the lower edge, always in the window;
 * fainter where they meet, with the own name on top of all.
 */
export class NameLayout {
  readonly x = new Float64Array(MAX_SEATS);
  readonly y = new Float64Array(MAX_SEATS);
  /** 0 = not shown: the disc itself is out of sight. */
  readonly alpha = new Float64Array(MAX_SEATS);
  readonly #width = new Float64Array(MAX_SEATS);
  #window: Size = { width: 1, height: 1 };
  #line = 1;
  #radius = 1;

  /**
   * Before the names of a frame. Everything here is in CSS pixels.
   *
   * @param line height of a name
   * @param radius of a player
   */
  begin(window: Size, line: number, radius: number): void {
    this.#window = window;
    this.#line = line;
    this.#radius = radius;
    this.alpha.fill(0);
  }

  place(seat: number, discX: number, discY: number, width: number): void {
    const view = this.#window;
    const radius = this.#radius;
    const room = width / 2 + EDGE_PX;
    const half = this.#line / 2;
    const below = discY + radius + GAP_PX + half;
    const fits = below + half + EDGE_PX <= view.height;
    const y = fits ? below : discY - radius - GAP_PX - half;
    this.x[seat] = within(discX, room, view.width - room);
    this.y[seat] = within(y, half + EDGE_PX, view.height - half - EDGE_PX);
    this.#width[seat] = width;
    this.alpha[seat] = isOutside(discX, discY, radius, view) ? 0 : 1;
  }

  /** After the last name. @param own seat whose name keeps its strength; -1 = none */
  settle(own: number): void {
    for (let a = 0; a < MAX_SEATS; a += 1) {
      for (let b = a + 1; b < MAX_SEATS; b += 1) {
        if (this.alpha[a] === 0 || this.alpha[b] === 0) continue;
        const left = 1 - (1 - FAINT) * this.#overlap(a, b);
        if (a !== own) this.alpha[a] = Math.min(this.alpha[a]!, left);
        if (b !== own) this.alpha[b] = Math.min(this.alpha[b]!, left);
      }
    }
  }

  /** 0 = apart … 1, without a jump in between. */
  #overlap(a: number, b: number): number {
    const across = (this.#width[a]! + this.#width[b]!) / 2 - Math.abs(this.x[a]! - this.x[b]!);
    const down = this.#line - Math.abs(this.y[a]! - this.y[b]!);
    const share = Math.min(across, down) / (this.#line * FULL_OVERLAP);
    return Math.min(1, Math.max(0, share));
  }
}

/** The middle where there is no room. */
function within(value: number, from: number, to: number): number {
  return from > to ? (from + to) / 2 : Math.min(to, Math.max(from, value));
}
