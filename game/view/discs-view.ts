import type { GameObjects, Scene } from 'phaser';
import { BALL_DISC } from '../../shared/sim/match-state.ts';
import type { Stadium } from '../../shared/stadium/format/stadium.ts';
import type { Frame } from '../match/frame.ts';
import { colorNumber, COLORS } from '../settings/theme.ts';
import { type DiscLook, discLooks } from './disc-look.ts';
import { DiscStrip, type Seen } from './disc-strip.ts';
import { stoneRing } from './paint-sprites.ts';
import { isVisible, type PitchStyle } from './pitch-style.ts';
import { bakeStones, STONES } from './stone-sheet.ts';

/** Larger discs are drawn from triangles: no picture holds them. In map units. */
const STONE_RADIUS_MAX = 80;
/** How far their polygon may be off the circle, in device pixels. */
const TOLERANCE_PX = 0.12;
const INK = colorNumber(COLORS.ink);

type Shown = {
  /** Its number among the discs of the arena. */
  readonly disc: number;
  readonly radius: number;
  /** One of both. */
  readonly image: GameObjects.Image | null;
  readonly shape: GameObjects.Graphics | null;
  look: DiscLook | null;
};

/** [V21] The discs of a stadium in the order of its file, over the players. */
export class DiscsView {
  readonly #scene: Scene;
  readonly #stadium: Stadium;
  readonly #discs: readonly Shown[];
  readonly #strip = new DiscStrip();
  #pixelsPerUnit = 1;

  constructor(scene: Scene, world: GameObjects.Container, stadium: Stadium) {
    this.#scene = scene;
    this.#stadium = stadium;
    this.#discs = stadium.discs.flatMap((entry, disc): Shown[] => {
      const { radius } = entry;
      if (disc === BALL_DISC || !isVisible(entry)) return [];
      const isLarge = radius > STONE_RADIUS_MAX;
      const image = isLarge ? null : scene.add.image(0, 0, '__DEFAULT');
      const shape = isLarge ? scene.add.graphics() : null;
      world.add(image ?? shape!);
      return [{ disc, radius, image, shape, look: null }];
    });
  }

  restyle(style: PitchStyle, pixelsPerUnit: number): void {
    if (this.#discs.length === 0) return;
    this.#pixelsPerUnit = pixelsPerUnit;
    const looks = discLooks(this.#stadium, style);
    for (const shown of this.#discs) shown.look = looks[shown.disc] ?? null;
    const stones = this.#discs.filter(({ image, look }) => image !== null && look !== null);
    const pictures = bakeStones(
      this.#scene,
      stones.map(({ radius, look }) => ({ radius, hasRing: look!.hasRing })),
      pixelsPerUnit,
    );
    for (const { image } of this.#discs) image?.setVisible(false);
    for (const [index, { image, look }] of stones.entries()) {
      const { frame, scale } = pictures[index]!;
      image!.setTexture(STONES, frame).setScale(scale).setTint(look!.color).setVisible(true);
    }
  }

  draw(frame: Frame, seen: Seen): void {
    for (const shown of this.#discs) {
      const x = frame.x[shown.disc] ?? 0;
      const y = frame.y[shown.disc] ?? 0;
      if (shown.image) shown.image.setPosition(x, y);
      else this.#drawLarge(shown, x, y, seen);
    }
  }

  destroy(): void {
    if (this.#scene.textures.exists(STONES)) this.#scene.textures.remove(STONES);
  }

  #drawLarge({ shape, radius, look }: Shown, x: number, y: number, seen: Seen): void {
    shape!.clear();
    if (look === null) return;
    const tolerance = TOLERANCE_PX / this.#pixelsPerUnit;
    if (look.hasRing) {
      this.#strip.fit(x, y, radius, seen, tolerance);
      this.#fill(shape!, INK);
    }
    const ring = look.hasRing ? stoneRing(radius) : 0;
    this.#strip.fit(x, y, radius - ring, seen, tolerance);
    this.#fill(shape!, look.color);
  }

  #fill(shape: GameObjects.Graphics, color: number): void {
    const { points, count } = this.#strip;
    shape.fillStyle(color, 1);
    for (let at = 0; at < (count - 1) * 4; at += 4) {
      const ax = points[at]!;
      const ay = points[at + 1]!;
      const bx = points[at + 2]!;
      const by = points[at + 3]!;
      const cx = points[at + 4]!;
      const cy = points[at + 5]!;
      shape.fillTriangle(ax, ay, bx, by, cx, cy);
      shape.fillTriangle(bx, by, cx, cy, points[at + 6]!, points[at + 7]!);
    }
  }
}
