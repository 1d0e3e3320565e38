import type { Stadium } from '../../shared/stadium/stadium.ts';
import { COLORS, type TeamPalette } from '../settings/theme.ts';
import { paintPitch } from './paint-pitch.ts';
import { paintBall, paintDot } from './paint-sprites.ts';
import { pitchBounds } from './pitch-bounds.ts';
import { cssColour, isFixed, isVisible, LINE_WIDTH } from './pitch-style.ts';

const WIDTH_PX = 320;
const HEIGHT_PX = 180;
/** Share of the picture that stays free around the pitch. */
const MARGIN = 0.04;
const LINE_PX = 2;

/** A small picture of a stadium as the match would show it, as the address of an image. */
export function drawThumbnail(stadium: Stadium, palette: TeamPalette): string {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH_PX;
  canvas.height = HEIGHT_PX;
  const paint = canvas.getContext('2d');
  if (!paint) return '';
  paint.fillStyle = COLORS.pitchOut;
  paint.fillRect(0, 0, WIDTH_PX, HEIGHT_PX);
  const bounds = pitchBounds(stadium);
  const { left, right, top, bottom } = bounds;
  const scale = Math.min(WIDTH_PX / (right - left), HEIGHT_PX / (bottom - top)) * (1 - MARGIN);
  paint.translate(WIDTH_PX / 2, HEIGHT_PX / 2);
  paint.scale(scale, scale);
  paint.translate(-(left + right) / 2, -(top + bottom) / 2);
  // Lines true to scale would vanish on a large pitch.
  const lineWidth = Math.max(LINE_WIDTH, LINE_PX / scale);
  paintPitch(paint, stadium, bounds, { palette, mapColours: false, lineWidth });
  for (const [index, disc] of stadium.discs.entries()) {
    if (!isVisible(disc) || disc.color === null || (index > 0 && isFixed(disc))) continue;
    paint.save();
    paint.translate(disc.pos.x, disc.pos.y);
    // A ball true to scale is a speck on a large pitch.
    if (index === 0) paintBall(paint, Math.max(disc.radius, 3.5 / scale));
    else paintDot(paint, disc.radius, cssColour(disc.color));
    paint.restore();
  }
  return canvas.toDataURL('image/webp', 0.85);
}
