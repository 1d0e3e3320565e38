import type { GameObjects, Scene } from 'phaser';
import type { Stadium } from '../../shared/stadium/format/stadium.ts';
import { paintPitch } from './paint-pitch.ts';
import type { PitchBounds } from './pitch-bounds.ts';
import type { PitchStyle } from './pitch-style.ts';
import { PITCH } from './sheet-names.ts';
import { makeCanvas } from './sprite-sheet.ts';

/** Every device can hold a texture of this size. */
const MAX_TEXTURE_PX = 4096;

/** The ground and the walls as one picture. */
export class PitchImage {
  readonly #scene: Scene;
  readonly #stadium: Stadium;
  readonly #image: GameObjects.Image;

  constructor(scene: Scene, world: GameObjects.Container, stadium: Stadium) {
    this.#scene = scene;
    this.#stadium = stadium;
    this.#image = scene.add.image(0, 0, '__DEFAULT');
    world.add(this.#image);
  }

  /**
   * @param pixelsPerUnit device pixels per map unit, so that lines are sharp
   * @returns pixels of the picture per map unit
   */
  bake(bounds: PitchBounds, pixelsPerUnit: number, style: PitchStyle): number {
    const width = bounds.right - bounds.left;
    const height = bounds.bottom - bounds.top;
    const scale = Math.min(pixelsPerUnit, MAX_TEXTURE_PX / Math.max(width, height));
    if (this.#scene.textures.exists(PITCH)) this.#scene.textures.remove(PITCH);
    const texture = makeCanvas(
      this.#scene,
      PITCH,
      Math.ceil(width * scale),
      Math.ceil(height * scale),
    );
    const paint = texture.context;
    paint.scale(scale, scale);
    paint.translate(-bounds.left, -bounds.top);
    paintPitch(paint, this.#stadium, style);
    texture.refresh();
    this.#image
      .setTexture(PITCH)
      .setPosition((bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2)
      .setScale(1 / scale);
    return scale;
  }

  destroy(): void {
    this.#scene.textures.remove(PITCH);
  }
}
