import type { GameObjects, Scene } from 'phaser';
import type { Stadium } from '../../shared/stadium/format/stadium.ts';
import { type Pocket, pocketOf } from './goal-pocket.ts';
import { NetSprings } from './net-springs.ts';
import { paintedGoals } from './painted-goals.ts';
import type { PitchBounds } from './pitch-bounds.ts';
import { PITCH } from './sheet-names.ts';

/** Pictures that a net is drawn with while it moves, side by side along its opening. */
const SLICES = 24;
/** Maps with more goals than this to a team have no net for the others that moves. */
const NETS = 4;
/** What the picture of a net has around it, for the line of its frame, in map units. */
const FRAME = 2;
/** A ball that crosses the line is this far before it or behind it. */
const AT_LINE = 20;
/** How far out a net goes, as a share of its depth. */
const MOST = 0.4;
/** Speed that it is given for each unit per tick of a ball that meets it, in map units a second. */
const PUSH = 55;
/** Of that, what the air before a ball gives it. */
const AIR = 0.3;

type Net = {
  readonly pocket: Pocket;
  readonly springs: NetSprings;
  readonly slices: readonly GameObjects.Image[];
  isShown: boolean;
};

/**
 * [V55] The nets, while they move: slices of the picture of the pitch, drawn longer over where they are in it.
 * They are of its texture, so nothing more is sent to draw them.
 */
export class NetsView {
  readonly #scene: Scene;
  readonly #nets: readonly Net[];
  #isOn = false;
  #pixels = 1;

  constructor(scene: Scene, world: GameObjects.Container, stadium: Stadium) {
    this.#scene = scene;
    const pockets = paintedGoals(stadium).flatMap((goal) => pocketOf(stadium, goal) ?? []);
    this.#nets = pockets.slice(0, NETS).map((pocket) => {
      const slices = Array.from({ length: SLICES }, () => {
        const slice = scene.add.image(0, 0, '__DEFAULT').setVisible(false);
        // Above the picture of the pitch, below all that is on it.
        world.addAt(slice, 1);
        return slice;
      });
      return { pocket, springs: new NetSprings(pocket.depth * MOST), slices, isShown: false };
    });
  }

  /**
   * Takes the slices from the picture of the pitch, which was baked anew.
   *
   * @param isOn false: nothing moves, for reduced motion, slow machines and maps in their own colours
   */
  retexture(bounds: PitchBounds, pixels: number, isOn: boolean): void {
    this.#isOn = isOn;
    this.#pixels = pixels;
    const texture = this.#scene.textures.get(PITCH);
    for (const [number, { pocket, springs, slices }] of this.#nets.entries()) {
      springs.still();
      if (!isOn) continue;
      const { line, side, depth, top, bottom } = pocket;
      const from = side > 0 ? line : line - depth - FRAME;
      const left = Math.round((from - bounds.left) * pixels);
      const width = Math.round((depth + FRAME) * pixels);
      const height = bottom - top + 2 * FRAME;
      const edge = (index: number): number =>
        Math.round((top - FRAME + (height * index) / SLICES - bounds.top) * pixels);
      for (const [index, slice] of slices.entries()) {
        const name = `net-${number}-${index}`;
        texture.add(name, 0, left, edge(index), width, edge(index + 1) - edge(index));
        slice
          .setTexture(PITCH, name)
          .setOrigin(side > 0 ? 0 : 1, 0)
          .setPosition(
            bounds.left + (side > 0 ? left : left + width) / pixels,
            bounds.top + edge(index) / pixels,
          );
      }
    }
    this.#hide();
  }

  /** The net behind a goal line that is crossed here, in map units; null without one. */
  pocketAt(x: number, y: number): Pocket | null {
    return this.#netAt(x, y, AT_LINE)?.pocket ?? null;
  }

  /** @param speed of a ball that goes into the goal here, in units per tick */
  breathe(x: number, y: number, speed: number): void {
    this.#push(this.#netAt(x, y, AT_LINE), y, speed * AIR);
  }

  /** @param speed of a ball that met something here, in units per tick: within a goal it is the net */
  hit(x: number, y: number, speed: number): void {
    this.#push(this.#netAt(x, y, 0), y, speed);
  }

  update(deltaMs: number): void {
    for (const net of this.#nets) {
      const { springs, slices } = net;
      springs.update(deltaMs);
      if (!springs.isMoving && !net.isShown) continue;
      net.isShown = springs.isMoving;
      const width = net.pocket.depth + FRAME;
      for (let index = 0; index < SLICES; index += 1) {
        const out = springs.outAt((index + 0.5) / SLICES);
        slices[index]!.setVisible(net.isShown).setScale(
          (1 + out / width) / this.#pixels,
          1 / this.#pixels,
        );
      }
    }
  }

  #hide(): void {
    for (const net of this.#nets) {
      net.isShown = false;
      for (const slice of net.slices) slice.setVisible(false);
    }
  }

  #push(net: Net | null, y: number, speed: number): void {
    if (!this.#isOn || net === null) return;
    const { top, bottom } = net.pocket;
    net.springs.push((y - top) / (bottom - top), speed * PUSH);
  }

  /** @param before how far before the line still counts */
  #netAt(x: number, y: number, before: number): Net | null {
    for (const net of this.#nets) {
      const { line, side, depth, top, bottom } = net.pocket;
      const behind = (x - line) * side;
      if (behind > -before && behind < depth && y > top && y < bottom) return net;
    }
    return null;
  }
}
