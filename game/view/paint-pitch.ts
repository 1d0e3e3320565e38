import type { Stadium } from '../../shared/stadium/stadium.ts';
import { COLORS } from '../settings/theme.ts';
import { paintNet, pocketOf } from './goal-pocket.ts';
import { paintGoalLine, paintPosts, paintWalls } from './paint-walls.ts';
import type { PitchBounds } from './pitch-bounds.ts';
import { groundColour, type PitchStyle } from './pitch-style.ts';

type Paint = CanvasRenderingContext2D;

const STRIPES = 10;
/** Share of white that the floodlights add in each corner. */
const FLOODLIGHT = 0.05;
const SPOT_RADIUS = 4;
/** Stripes of a ground in the colours of its file. */
const STRIPE_SHADE = 'rgba(255,255,255,0.06)';

/** Draws everything of a stadium that never moves, in map units, the kick-off spot at 0, 0. */
export function paintPitch(
  paint: Paint,
  stadium: Stadium,
  bounds: PitchBounds,
  style: PitchStyle,
): void {
  paint.lineJoin = 'round';
  paint.lineCap = 'round';
  const { left, right, top, bottom } = bounds;
  paint.fillStyle = groundColour(stadium, style);
  if (style.mapColours) paint.fillRect(left, top, right - left, bottom - top);
  paintField(paint, stadium, style);
  const nets = stadium.goals.map((goal) => [goal, pocketOf(stadium, goal)] as const);
  for (const [goal, pocket] of nets) if (pocket) paintNet(paint, pocket, goal.team, style);
  const pockets = nets.flatMap(([, pocket]) => pocket ?? []);
  paintWalls(paint, stadium, pockets, style);
  for (const goal of stadium.goals) paintGoalLine(paint, goal, style);
  paintPosts(paint, stadium, style);
}

function paintField(paint: Paint, { bg }: Stadium, style: PitchStyle): void {
  if (bg.type === 'none' || bg.width <= 0 || bg.height <= 0) return;
  const { width, height } = bg;
  const corner = Math.min(Math.max(bg.cornerRadius, 0), width, height);
  const field = () => {
    paint.beginPath();
    paint.roundRect(-width, -height, 2 * width, 2 * height, corner);
  };
  paint.save();
  field();
  paint.clip();
  paintGround(paint, bg, style);
  chalk(paint, style);
  paint.globalAlpha = 0.85;
  const lines = bg.type === 'hockey' && bg.goalLine > 0 ? [0, bg.goalLine - width] : [0];
  for (const x of lines)
    for (const side of x === 0 ? [1] : [1, -1]) drawAcross(paint, x * side, height);
  if (bg.kickOffRadius > 0) {
    paint.beginPath();
    paint.arc(0, 0, bg.kickOffRadius, 0, 2 * Math.PI);
    paint.stroke();
  }
  paint.fillStyle = COLORS.line;
  paint.beginPath();
  paint.arc(0, 0, SPOT_RADIUS, 0, 2 * Math.PI);
  paint.fill();
  paint.restore();
  chalk(paint, style);
  field();
  paint.stroke();
}

function drawAcross(paint: Paint, x: number, height: number): void {
  paint.beginPath();
  paint.moveTo(x, -height);
  paint.lineTo(x, height);
  paint.stroke();
}

/** Mown stripes, or ice. The caller clips to the field. */
function paintGround(
  paint: Paint,
  { type, width, height }: Stadium['bg'],
  style: PitchStyle,
): void {
  const [even, odd] =
    type === 'hockey' ? [COLORS.ice, COLORS.iceAlt] : [COLORS.pitch, COLORS.pitchAlt];
  const stripe = (2 * width) / STRIPES;
  for (let index = 0; index < STRIPES; index += 1) {
    if (style.mapColours && (index % 2 === 0 || type === 'hockey')) continue;
    paint.fillStyle = style.mapColours ? STRIPE_SHADE : index % 2 === 0 ? even : odd;
    // A little overlap: antialiased edges would leave a seam.
    paint.fillRect(-width + index * stripe, -height, stripe + 0.5, 2 * height);
  }
  if (!style.mapColours) paintLights(paint, width, height);
}

/** One light in each corner. */
function paintLights(paint: Paint, width: number, height: number): void {
  const reach = width * 0.9;
  for (const [x, y] of [
    [-width, -height],
    [width, -height],
    [-width, height],
    [width, height],
  ] as const) {
    const light = paint.createRadialGradient(x, y, 0, x, y, reach);
    light.addColorStop(0, `rgba(255,255,255,${FLOODLIGHT})`);
    light.addColorStop(1, 'rgba(255,255,255,0)');
    paint.fillStyle = light;
    paint.fillRect(-width, -height, 2 * width, 2 * height);
  }
}

function chalk(paint: Paint, { lineWidth, mapColours }: PitchStyle): void {
  paint.strokeStyle = mapColours ? 'rgba(255,255,255,0.75)' : COLORS.line;
  paint.lineWidth = lineWidth;
}
