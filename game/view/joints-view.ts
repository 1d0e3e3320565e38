import type { GameObjects, Scene } from 'phaser';
import type { Stadium, StadiumJoint } from '../../shared/stadium/format/stadium.ts';
import type { Frame } from '../match/frame.ts';
import { clipLine } from './clip-line.ts';
import type { Seen } from './disc-strip.ts';
import { LINE_WIDTH, lineColour, type PitchStyle } from './pitch-style.ts';

type Line = Pick<StadiumJoint, 'd0' | 'd1'> & { readonly color: number };

/** The lines between discs that are tied together. Most stadiums have none. */
export class JointsView {
  readonly #stadium: Stadium;
  readonly #graphics: GameObjects.Graphics | null;
  readonly #ends = new Float64Array(4);
  #lines: readonly Line[] = [];

  constructor(scene: Scene, world: GameObjects.Container, stadium: Stadium) {
    this.#stadium = stadium;
    this.#graphics = stadium.joints.length === 0 ? null : scene.add.graphics();
    if (this.#graphics) world.add(this.#graphics);
  }

  restyle(style: PitchStyle): void {
    this.#lines = this.#stadium.joints.flatMap(({ d0, d1, color }) => {
      const shown = lineColour(color, this.#stadium, style);
      return shown === null ? [] : { d0, d1, color: shown };
    });
  }

  draw(frame: Frame, seen: Seen): void {
    const graphics = this.#graphics;
    if (!graphics) return;
    graphics.clear();
    const ends = this.#ends;
    for (const { d0, d1, color } of this.#lines) {
      ends[0] = frame.x[d0] ?? 0;
      ends[1] = frame.y[d0] ?? 0;
      ends[2] = frame.x[d1] ?? 0;
      ends[3] = frame.y[d1] ?? 0;
      if (!clipLine(ends, seen)) continue;
      graphics.lineStyle(LINE_WIDTH, color, 1);
      graphics.lineBetween(ends[0]!, ends[1]!, ends[2]!, ends[3]!);
    }
  }
}
