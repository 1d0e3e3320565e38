import type { GameObjects, Scene } from 'phaser';
import { SPRITES } from './sheet-names.ts';

const LIFE_MS = 700;
/** As times of the glow in the sheet, at its begin and end. */
const FROM_SCALE = 4;
const TO_SCALE = 6.5;
/** Far less than a quarter of the window gets brighter, and never by more than this. */
const ALPHA = 0.4;

/** [V55] A goal lights its end of the pitch, on fast machines: one picture whose light is added. */
export class BloomView {
  readonly #image: GameObjects.Image;
  #spriteScale = 1;
  #leftMs = 0;
  #strength = 0;

  constructor(scene: Scene, world: GameObjects.Container) {
    this.#image = scene.add.image(0, 0, SPRITES, 'glow').setVisible(false);
    this.#image.setBlendMode('ADD');
    world.add(this.#image);
  }

  retexture(spriteScale: number): void {
    this.#spriteScale = spriteScale;
    this.#leftMs = 0;
    this.#image.setTexture(SPRITES, 'glow').setVisible(false);
  }

  /** @param strength 0 … 1 */
  begin(x: number, y: number, tint: number, strength: number): void {
    this.#leftMs = strength > 0 ? LIFE_MS : 0;
    this.#strength = strength;
    this.#image.setPosition(x, y).setTint(tint);
  }

  update(deltaMs: number): void {
    if (this.#leftMs <= 0) return;
    this.#leftMs -= deltaMs;
    const left = Math.max(0, this.#leftMs / LIFE_MS);
    this.#image
      .setVisible(left > 0)
      .setAlpha(ALPHA * this.#strength * left)
      .setScale(this.#spriteScale * (TO_SCALE + (FROM_SCALE - TO_SCALE) * left));
  }
}
