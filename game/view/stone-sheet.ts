import type { Scene } from 'phaser';
import { paintStone, stoneRing } from './paint-sprites.ts';
import { layOnShelves } from './shelves.ts';
import { makeCanvas } from './sprite-sheet.ts';

export const STONES = 'stones';

/** From one size of picture to the next: none is enlarged, and none made much smaller. */
const LADDER = 1.2;
const LEAST_PX = 3;
const SHEET_WIDTH_PX = 2048;
/** Room around a picture, for antialiasing. */
const EDGE_PX = 2;

/** A picture of the sheet, and what makes it as large as a disc: sheet pixels → map units. */
export type Stone = { readonly frame: string; readonly scale: number };

type Wanted = { readonly radius: number; readonly hasRing: boolean };

/** Discs of the map at every size that it has, so that each is sharp. White: they are tinted. */
export function bakeStones(
  scene: Scene,
  discs: readonly Wanted[],
  pixelsPerUnit: number,
): readonly Stone[] {
  const steps = new Map<string, Wanted>();
  const stones = discs.map(({ radius, hasRing }): Stone => {
    const pixels = sharpRadius(radius * pixelsPerUnit);
    const frame = `${hasRing ? 'ringed' : 'plain'}-${Math.round(pixels * 100)}`;
    steps.set(frame, { radius: pixels, hasRing });
    return { frame, scale: radius / pixels };
  });
  const entries = [...steps].toSorted(([, a], [, b]) => b.radius - a.radius);
  const sizes = entries.map(([, { radius }]) => Math.ceil(2 * (radius + EDGE_PX)));
  const { cells, width, height } = layOnShelves(sizes, SHEET_WIDTH_PX);
  if (scene.textures.exists(STONES)) scene.textures.remove(STONES);
  const sheet = makeCanvas(scene, STONES, width, height);
  for (const [index, [frame, { radius, hasRing }]] of entries.entries()) {
    const { x, y, size } = cells[index]!;
    const ring = hasRing ? stoneRing(radius / pixelsPerUnit) * pixelsPerUnit : 0;
    sheet.context.save();
    sheet.context.translate(x + size / 2, y + size / 2);
    paintStone(sheet.context, radius, { ring });
    sheet.context.restore();
    sheet.add(frame, 0, x, y, size, size);
  }
  sheet.refresh();
  return stones;
}

/** The radius, in pixels, that a disc is painted with: a little larger than it is shown. */
export function sharpRadius(radiusPx: number): number {
  const step = Math.ceil(Math.log(Math.max(1, radiusPx / LEAST_PX)) / Math.log(LADDER));
  return LEAST_PX * LADDER ** step;
}
