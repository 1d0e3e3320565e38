import type { GameObjects, Scene } from 'phaser';
import { BALL_DISC } from '../../shared/sim/match-state.ts';
import type { Stadium } from '../../shared/stadium/format/stadium.ts';
import type { Frame } from '../match/frame.ts';
import { colorNumber, COLORS } from '../settings/theme.ts';
import { type DiscLook, discLooks } from './disc-look.ts';
import { DiscStrip, type Seen } from './disc-strip.ts';
import { stoneRing } from './paint-sprites.ts';
import { type ShownDisc, shownDisc } from './disc-change.ts';
import type { PitchStyle } from './pitch-style.ts';
import { bakeStones, STONES } from './stone-sheet.ts';

/** Larger discs are drawn from triangles: no picture holds them. In map units. */
const STONE_RADIUS_MAX = 80;
/** How far their polygon may be off the circle, in device pixels. */
const TOLERANCE_PX = 0.12;
const INK = colorNumber(COLORS.ink);
/** Of the picture of a disc that has none in its file, which a script may show: in map units. */
const UNSEEN_RADIUS = 10;

type Shown = {
  /** Its number among the discs of the arena. */
  readonly disc: number;
  readonly radius: number;
  /** One of both. */
  readonly image: GameObjects.Image | null;
  readonly shape: GameObjects.Graphics | null;
  look: DiscLook | null;
  /** Of the image, for a radius of 1. */
  unit: number;
  shown: ShownDisc | null;
};

/** [V21] The discs of a stadium in the order of its file, over the players. */
export class DiscsView {
  readonly #scene: Scene;
  readonly #stadium: Stadium;
  readonly #discs: readonly Shown[];
  readonly #strip = new DiscStrip();
  #pixelsPerUnit = 1;
  #room: Frame['room'] | null = null;

  constructor(scene: Scene, world: GameObjects.Container, stadium: Stadium) {
    this.#scene = scene;
    this.#stadium = stadium;
    this.#discs = stadium.discs.flatMap((entry, disc): Shown[] => {
      const { radius } = entry;
      if (disc === BALL_DISC) return [];
      const isLarge = radius > STONE_RADIUS_MAX;
      const image = isLarge ? null : scene.add.image(0, 0, '__DEFAULT');
      const shape = isLarge ? scene.add.graphics() : null;
      world.add(image ?? shape!);
      return [{ disc, radius, image, shape, look: null, unit: 1, shown: null }];
    });
  }

  restyle(style: PitchStyle, pixelsPerUnit: number): void {
    if (this.#discs.length === 0) return;
    this.#pixelsPerUnit = pixelsPerUnit;
    const looks = discLooks(this.#stadium, style);
    for (const shown of this.#discs) shown.look = looks[shown.disc] ?? null;
    const stones = this.#discs.filter(({ image }) => image !== null);
    const wanted = stones.map(({ radius, look }) => ({
      radius: radius > 0 ? radius : UNSEEN_RADIUS,
      hasRing: look?.hasRing ?? true,
    }));
    const pictures = bakeStones(this.#scene, wanted, pixelsPerUnit);
    for (const [index, stone] of stones.entries()) {
      const { frame, scale } = pictures[index]!;
      stone.image!.setTexture(STONES, frame);
      stone.unit = scale / wanted[index]!.radius;
    }
    this.#room = null;
  }

  draw(frame: Frame, seen: Seen): void {
    if (frame.room.discs !== this.#room?.discs) this.#show(frame.room);
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

  /** [V33] What the file says of each, and what a script made of it. */
  #show(room: Frame['room']): void {
    this.#room = room;
    for (const disc of this.#discs) {
      const { radius, look, image, unit } = disc;
      disc.shown = shownDisc(room, disc.disc, { radius, color: look?.color ?? null });
      image?.setVisible(disc.shown !== null);
      if (image && disc.shown) image.setTint(disc.shown.color).setScale(unit * disc.shown.radius);
    }
  }

  #drawLarge({ shape, shown, look }: Shown, x: number, y: number, seen: Seen): void {
    shape!.clear();
    if (shown === null) return;
    const { radius, color } = shown;
    const hasRing = look?.hasRing ?? true;
    const tolerance = TOLERANCE_PX / this.#pixelsPerUnit;
    if (hasRing) {
      this.#strip.fit(x, y, radius, seen, tolerance);
      this.#fill(shape!, INK);
    }
    const ring = hasRing ? stoneRing(radius) : 0;
    this.#strip.fit(x, y, radius - ring, seen, tolerance);
    this.#fill(shape!, color);
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
