import type { GameObjects, Scene } from 'phaser';
import type { Stadium } from '../../shared/stadium/stadium.ts';
import { colorNumber, COLORS } from '../settings/theme.ts';
import type { Frame } from '../match/frame.ts';
import { LINE_WIDTH } from './pitch-style.ts';

type Line = { readonly d0: number; readonly d1: number; readonly color: number };

/** The lines between discs that are tied together. Most stadiums have none. */
export class JointsView {
  readonly #joints: readonly Line[];
  readonly #graphics: GameObjects.Graphics | null;
  mapColours = false;

  constructor(scene: Scene, world: GameObjects.Container, { joints }: Stadium) {
    this.#joints = joints.flatMap(({ d0, d1, color }) => (color === null ? [] : { d0, d1, color }));
    this.#graphics = this.#joints.length === 0 ? null : scene.add.graphics();
    if (this.#graphics) world.add(this.#graphics);
  }

  draw(frame: Frame): void {
    const graphics = this.#graphics;
    if (!graphics) return;
    graphics.clear();
    for (const { d0, d1, color } of this.#joints) {
      graphics.lineStyle(LINE_WIDTH, this.mapColours ? color : CHALK, 1);
      graphics.lineBetween(frame.x[d0] ?? 0, frame.y[d0] ?? 0, frame.x[d1] ?? 0, frame.y[d1] ?? 0);
    }
  }
}

const CHALK = colorNumber(COLORS.line);
