import type { GameObjects } from 'phaser';
import { clampFocus, type Fit, type Insets, type Size } from './camera-fit.ts';
import type { PitchBounds } from './pitch-bounds.ts';

/** Time in which the camera makes up two thirds of a distance. */
const FOLLOW_TAU_MS = 120;
/** The target may wander this share of the view before the camera goes after it. */
const DEAD_ZONE = 0.06;
/** Stronger shaking makes people sick. */
const SHAKE_MAX_PX = 6;
const SHAKE_MS = 180;
const PUSH_MS = 250;
const PUSH_SCALE = 0.06;

/** Moves the world under the window: fit, follow, and the little nudges of a goal or a post. */
export class CameraRig {
  readonly #world: GameObjects.Container;
  #fit: Fit = { quarterTurns: 0, scale: 1 };
  #view: Size = { width: 1, height: 1 };
  #insets: Insets = { top: 0, right: 0, bottom: 0, left: 0 };
  #pixelRatio = 1;
  #bounds: PitchBounds = { left: -1, right: 1, top: -1, bottom: 1 };
  #x = 0;
  #y = 0;
  #trauma = 0;
  #push = 0;
  #isCalm = false;

  constructor(world: GameObjects.Container) {
    this.#world = world;
  }

  get fit(): Fit {
    return this.#fit;
  }

  /** Reduced motion: no shaking and no push. */
  set calm(calm: boolean) {
    this.#isCalm = calm;
  }

  resize(fit: Fit, view: Size, insets: Insets, pixelRatio: number, bounds: PitchBounds): void {
    this.#fit = fit;
    this.#view = view;
    this.#insets = insets;
    this.#pixelRatio = pixelRatio;
    this.#bounds = bounds;
    this.#world.setRotation((fit.quarterTurns * Math.PI) / 2);
  }

  /** @param strength 0 … 1 */
  shake(strength: number): void {
    this.#trauma = Math.max(this.#trauma, strength);
  }

  pushIn(): void {
    this.#push = 1;
  }

  /** Follows a place of the pitch that matters most. */
  update(targetX: number, targetY: number, deltaMs: number): void {
    const { scale, quarterTurns } = this.#fit;
    const width = this.#view.width - this.#insets.left - this.#insets.right;
    const height = this.#view.height - this.#insets.top - this.#insets.bottom;
    const isTurned = quarterTurns !== 0;
    const visibleX = (isTurned ? height : width) / scale;
    const visibleY = (isTurned ? width : height) / scale;
    const { left, right, top, bottom } = this.#bounds;
    this.#x = follow(this.#x, clampFocus(targetX, left, right, visibleX), visibleX, deltaMs);
    this.#y = follow(this.#y, clampFocus(targetY, top, bottom, visibleY), visibleY, deltaMs);
    this.#x = clampFocus(this.#x, left, right, visibleX);
    this.#y = clampFocus(this.#y, top, bottom, visibleY);

    this.#trauma = Math.max(0, this.#trauma - deltaMs / SHAKE_MS);
    this.#push = Math.max(0, this.#push - deltaMs / (PUSH_MS * 4));
    const shake = this.#isCalm ? 0 : this.#trauma * this.#trauma * SHAKE_MAX_PX;
    const zoom = this.#isCalm ? 1 : 1 + PUSH_SCALE * Math.sin(Math.PI * this.#push) ** 2;
    const pixels = scale * zoom * this.#pixelRatio;
    const turnedX = quarterTurns === 0 ? this.#x : quarterTurns === 1 ? -this.#y : this.#y;
    const turnedY = quarterTurns === 0 ? this.#y : quarterTurns === 1 ? this.#x : -this.#x;
    const centreX = this.#insets.left + width / 2 + (Math.random() * 2 - 1) * shake;
    const centreY = this.#insets.top + height / 2 + (Math.random() * 2 - 1) * shake;
    this.#world.setScale(pixels);
    this.#world.setPosition(
      centreX * this.#pixelRatio - turnedX * pixels,
      centreY * this.#pixelRatio - turnedY * pixels,
    );
  }
}

function follow(from: number, to: number, visible: number, deltaMs: number): number {
  const slack = DEAD_ZONE * visible;
  const wanted = Math.abs(to - from) <= slack ? from : to - Math.sign(to - from) * slack;
  return from + (wanted - from) * (1 - Math.exp(-deltaMs / FOLLOW_TAU_MS));
}
