import type { GameObjects, Scene } from 'phaser';
import type { Stadium } from '../../shared/stadium/stadium.ts';
import type { Frame } from '../match/frame.ts';
import { isFixed, isVisible } from './pitch-style.ts';
import { SPRITES, UNIT_RADIUS } from './sprite-sheet.ts';

type MovingDisc = {
  /** Its number among the discs of the arena. */
  readonly disc: number;
  readonly radius: number;
  readonly image: GameObjects.Image;
};

/** Discs of a stadium that can move, beside ball and players. Most stadiums have none. */
export class MovingDiscsView {
  readonly #discs: readonly MovingDisc[];

  constructor(scene: Scene, world: GameObjects.Container, stadium: Stadium) {
    this.#discs = stadium.discs.flatMap((entry, disc) => {
      const { color, radius } = entry;
      if (disc === 0 || isFixed(entry) || !isVisible(entry) || color === null) return [];
      const image = scene.add.image(0, 0, SPRITES, 'stone').setTint(color);
      world.add(image);
      return [{ disc, radius, image }];
    });
  }

  retexture(spriteScale: number): void {
    for (const { image, radius } of this.#discs) {
      image.setTexture(SPRITES, 'stone').setScale((spriteScale * radius) / UNIT_RADIUS);
    }
  }

  draw(frame: Frame): void {
    for (const { disc, image } of this.#discs) {
      image.setPosition(frame.x[disc] ?? 0, frame.y[disc] ?? 0);
    }
  }
}
