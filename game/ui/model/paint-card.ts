import { COLORS, FONTS } from '../../settings/theme.ts';

/** Of the size of letters: smaller ones nobody reads in the small picture of a chat. */
const LEAST_SHARE = 0.7;
/** Of the second team's mark, from its middle. */
const STRIPES = [-3, -2, -1, 0, 1, 2, 3];

type Mark = {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly color: string;
  readonly isStriped: boolean;
};

/** The mark of a team, with the pattern of its discs. */
export function paintMark(
  paint: CanvasRenderingContext2D,
  { x, y, radius, color, isStriped }: Mark,
): void {
  paint.save();
  paint.beginPath();
  paint.arc(x, y, radius, 0, 2 * Math.PI);
  paint.fillStyle = color;
  paint.fill();
  paint.clip();
  paint.fillStyle = `${COLORS.ink}61`;
  for (const at of isStriped ? STRIPES : []) {
    paint.save();
    paint.translate(x, y);
    paint.rotate(Math.PI / 4);
    paint.fillRect((at * 0.48 - 0.1) * radius, -1.5 * radius, 0.2 * radius, 3 * radius);
    paint.restore();
  }
  paint.restore();
  paint.lineWidth = radius / 8;
  paint.strokeStyle = COLORS.ink;
  paint.stroke();
}

export type Letters = { readonly size: number; readonly color: string; readonly most: number };

/** One line around a middle; what is longer than `most` pixels is smaller, and what is longer still is squeezed. */
export function write(
  paint: CanvasRenderingContext2D,
  text: string,
  [x, y]: readonly [number, number],
  { size, color, most }: Letters,
): void {
  const isLarge = size > 35;
  const fontOf = (px: number): string =>
    `${isLarge ? 800 : 700} ${px}px ${isLarge ? FONTS.display : FONTS.body}`;
  paint.font = fontOf(size);
  const share = Math.max(LEAST_SHARE, most / paint.measureText(text).width);
  if (share < 1) paint.font = fontOf(size * share);
  paint.textAlign = 'center';
  paint.textBaseline = 'middle';
  paint.fillStyle = color;
  paint.fillText(text, x, y, most);
}
