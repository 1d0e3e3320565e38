import type { GameObjects } from 'phaser';
import {
  clampFocus,
  type Fit,
  type Insets,
  keepInWindow,
  pastSlack,
  type Size,
} from './camera-fit.ts';
import type { Seen } from './disc-strip.ts';
import type { PitchBounds } from './pitch-bounds.ts';

/** Time in which the camera makes up two thirds of a distance. */
const FOLLOW_TAU_MS = 120;
/** The target may wander this share of the view before the camera goes after it. */
const DEAD_ZONE = 0.06;
/** Stronger shaking makes people sick. */
const SHAKE_MAX_PX = 6;
const SHAKE_MS = 180;
/** [V55] A goal is pushed in on for so long, and then let go of. */
const PUSH_MS = 250;
const LET_GO_MS = 750;
const PUSH_SCALE = 0.06;
/** Room around the own disc, in CSS pixels. */
const OWN_ROOM_PX = 8;

/** What the camera looks at, in map units. */
export type Aim = {
  /** What matters most. */
  x: number;
  y: number;
  /** The own disc; null = somebody who watches. */
  own: { x: number; y: number; radius: number } | null;
};

/**
 * [V35] Where a person who watches has put the camera, in map units, and how many times as large it sees.
 * The rig keeps it on the pitch: it writes back where it really looks.
 */
export type PlacedCamera = { x: number; y: number; zoom: number };

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
  #pushMs = PUSH_MS + LET_GO_MS;
  #pushStrength = 0;
  #pushX = 0;
  #pushY = 0;
  #isCalm = false;
  /** Where the kick-off spot is in the window, and CSS pixels per map unit, as drawn now. */
  #originX = 0;
  #originY = 0;
  #scale = 1;
  readonly #seen = { x: 0, y: 0, reach: 1 };

  constructor(world: GameObjects.Container) {
    this.#world = world;
  }

  get fit(): Fit {
    return this.#fit;
  }

  get view(): Size {
    return this.#view;
  }

  get insets(): Insets {
    return this.#insets;
  }

  /** CSS pixels per map unit. */
  get scale(): number {
    return this.#scale;
  }

  /** The push of a goal, which nothing of the display follows. */
  get zoom(): number {
    return this.#scale / this.#fit.scale;
  }

  /** The part of the map that is in the window. */
  get seen(): Seen {
    return this.#seen;
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

  /**
   * [V55] Goes nearer to a place of the map for a moment.
   *
   * @param strength 0 … 1
   */
  pushIn(x: number, y: number, strength: number): void {
    this.#pushX = x;
    this.#pushY = y;
    this.#pushStrength = strength;
    this.#pushMs = 0;
  }

  /** @param free goes before what the camera would look at */
  update(aim: Aim, deltaMs: number, free: PlacedCamera | null = null): void {
    const { quarterTurns } = this.#fit;
    this.#trauma = Math.max(0, this.#trauma - deltaMs / SHAKE_MS);
    this.#pushMs = Math.min(PUSH_MS + LET_GO_MS, this.#pushMs + deltaMs);
    const shake = this.#isCalm ? 0 : this.#trauma * this.#trauma * SHAKE_MAX_PX;
    const zoom = this.#isCalm || free ? 1 : 1 + PUSH_SCALE * this.#pushStrength * this.#pushed;
    const steady = this.#fit.scale * (free?.zoom ?? 1);
    const scale = steady * zoom;
    const width = this.#view.width - this.#insets.left - this.#insets.right;
    const height = this.#view.height - this.#insets.top - this.#insets.bottom;
    const isTurned = quarterTurns !== 0;
    const visibleX = (isTurned ? height : width) / steady;
    const visibleY = (isTurned ? width : height) / steady;
    if (free) this.#lookFreely(free, visibleX, visibleY);
    else this.#look(aim, visibleX, visibleY, deltaMs);
    const own = free ? null : aim.own;
    const room = (own?.radius ?? 0) + OWN_ROOM_PX / scale;
    if (own) {
      this.#x = keepInWindow(this.#x, own.x, room, visibleX);
      this.#y = keepInWindow(this.#y, own.y, room, visibleY);
    }
    // The goal stays where it is in the window, and the rest goes away from it.
    let x = this.#x + (this.#pushX - this.#x) * (1 - 1 / zoom);
    let y = this.#y + (this.#pushY - this.#y) * (1 - 1 / zoom);
    if (own) {
      x = keepInWindow(x, own.x, room, visibleX / zoom);
      y = keepInWindow(y, own.y, room, visibleY / zoom);
    }

    const centreX = this.#insets.left + width / 2 + (Math.random() * 2 - 1) * shake;
    const centreY = this.#insets.top + height / 2 + (Math.random() * 2 - 1) * shake;
    this.#scale = scale;
    this.#originX = centreX - turnedX(x, y, quarterTurns) * scale;
    this.#originY = centreY - turnedY(x, y, quarterTurns) * scale;
    this.#seen.x = this.mapX(this.#view.width / 2, this.#view.height / 2);
    this.#seen.y = this.mapY(this.#view.width / 2, this.#view.height / 2);
    this.#seen.reach = Math.hypot(this.#view.width, this.#view.height) / 2 / scale;
    this.#world.setScale(scale * this.#pixelRatio);
    this.#world.setPosition(this.#originX * this.#pixelRatio, this.#originY * this.#pixelRatio);
  }

  /** A place of the map → CSS pixels in the window. */
  windowX(x: number, y: number): number {
    return this.#originX + turnedX(x, y, this.#fit.quarterTurns) * this.#scale;
  }

  windowY(x: number, y: number): number {
    return this.#originY + turnedY(x, y, this.#fit.quarterTurns) * this.#scale;
  }

  /** CSS pixels in the window → a place of the map. */
  mapX(x: number, y: number): number {
    const { quarterTurns } = this.#fit;
    if (quarterTurns === 0) return (x - this.#originX) / this.#scale;
    return ((y - this.#originY) / this.#scale) * (quarterTurns === 1 ? 1 : -1);
  }

  mapY(x: number, y: number): number {
    const { quarterTurns } = this.#fit;
    if (quarterTurns === 0) return (y - this.#originY) / this.#scale;
    return ((x - this.#originX) / this.#scale) * (quarterTurns === 1 ? -1 : 1);
  }

  /** How much of a push there is now, 0 … 1, without a corner at either end. */
  get #pushed(): number {
    const ms = this.#pushMs;
    const share = ms < PUSH_MS ? ms / PUSH_MS : 1 - (ms - PUSH_MS) / LET_GO_MS;
    return share * share * (3 - 2 * share);
  }

  #lookFreely(free: PlacedCamera, visibleX: number, visibleY: number): void {
    const { left, right, top, bottom } = this.#bounds;
    this.#x = free.x = clampFocus(free.x, left, right, visibleX);
    this.#y = free.y = clampFocus(free.y, top, bottom, visibleY);
  }

  /** [V25] The dead zone comes before the end of the pitch: both ends are reached to the last unit. */
  #look({ x, y }: Aim, visibleX: number, visibleY: number, deltaMs: number): void {
    const { left, right, top, bottom } = this.#bounds;
    const share = 1 - Math.exp(-deltaMs / FOLLOW_TAU_MS);
    const toX = clampFocus(pastSlack(this.#x, x, DEAD_ZONE * visibleX), left, right, visibleX);
    const toY = clampFocus(pastSlack(this.#y, y, DEAD_ZONE * visibleY), top, bottom, visibleY);
    this.#x = clampFocus(this.#x + (toX - this.#x) * share, left, right, visibleX);
    this.#y = clampFocus(this.#y + (toY - this.#y) * share, top, bottom, visibleY);
  }
}

function turnedX(x: number, y: number, quarterTurns: number): number {
  if (quarterTurns === 0) return x;
  return quarterTurns === 1 ? -y : y;
}

function turnedY(x: number, y: number, quarterTurns: number): number {
  if (quarterTurns === 0) return y;
  return quarterTurns === 1 ? x : -x;
}
