import { BALL_DISC } from '../../shared/sim/match-state.ts';
import type { Stadium } from '../../shared/stadium/format/stadium.ts';
import type { TeamPalette } from '../settings/theme.ts';
import { discLooks } from './disc-look.ts';
import { DiscStrip, type Seen } from './disc-strip.ts';
import { paintPitch } from './paint-pitch.ts';
import { paintBall, paintStone, stoneRing } from './paint-sprites.ts';
import { pitchBounds } from './pitch-bounds.ts';
import { cssColour, groundColour, LINE_WIDTH } from './pitch-style.ts';

type Paint = CanvasRenderingContext2D;

const WIDTH_PX = 320;
const HEIGHT_PX = 180;
/** Share of the picture that stays free around the pitch. */
const MARGIN = 0.04;
const LINE_PX = 2;
/** Circles of larger discs are no circles any more in the numbers of a canvas. */
const CIRCLE_MAX = 5000;

/** A small picture of a stadium as the match would show it, as the address of an image. */
export function drawThumbnail(stadium: Stadium, palette: TeamPalette, mapColours: boolean): string {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH_PX;
  canvas.height = HEIGHT_PX;
  const paint = canvas.getContext('2d');
  if (!paint) return '';
  const { left, right, top, bottom } = pitchBounds(stadium);
  const scale = Math.min(WIDTH_PX / (right - left), HEIGHT_PX / (bottom - top)) * (1 - MARGIN);
  // Lines true to scale would vanish on a large pitch.
  const lineWidth = Math.max(LINE_WIDTH, LINE_PX / scale);
  const style = { palette, mapColours, lineWidth };
  paint.fillStyle = cssColour(groundColour(stadium, style));
  paint.fillRect(0, 0, WIDTH_PX, HEIGHT_PX);
  paint.translate(WIDTH_PX / 2, HEIGHT_PX / 2);
  paint.scale(scale, scale);
  paint.translate(-(left + right) / 2, -(top + bottom) / 2);
  paintPitch(paint, stadium, style);
  const seen = {
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    reach: Math.hypot(WIDTH_PX, HEIGHT_PX) / 2 / scale,
  };
  for (const [index, look] of discLooks(stadium, style).entries()) {
    if (look === null) continue;
    const { pos, radius } = stadium.discs[index]!;
    const color = cssColour(look.color);
    paint.save();
    if (radius > CIRCLE_MAX) fillLarge(paint, { ...pos, radius, color }, seen);
    else {
      paint.translate(pos.x, pos.y);
      // A ball true to scale is a speck on a large pitch.
      if (index === BALL_DISC && look.hasRing) {
        paintBall(paint, Math.max(radius, 3.5 / scale), color);
      } else paintStone(paint, radius, { ring: look.hasRing ? stoneRing(radius) : 0, color });
    }
    paint.restore();
  }
  return canvas.toDataURL('image/webp', 0.85);
}

type LargeDisc = {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly color: string;
};

function fillLarge(paint: Paint, { x, y, radius, color }: LargeDisc, seen: Seen): void {
  const strip = new DiscStrip();
  strip.fit(x, y, radius, seen, seen.reach / WIDTH_PX);
  if (strip.count === 0) return;
  const last = strip.count - 1;
  paint.beginPath();
  for (let pair = 0; pair <= last; pair += 1) {
    paint.lineTo(strip.points[pair * 4]!, strip.points[pair * 4 + 1]!);
  }
  for (let pair = last; pair >= 0; pair -= 1) {
    paint.lineTo(strip.points[pair * 4 + 2]!, strip.points[pair * 4 + 3]!);
  }
  paint.fillStyle = color;
  paint.fill();
}
