import type { Stadium } from '../../shared/stadium/format/stadium.ts';
import { paintNet, pocketOf } from './goal-pocket.ts';
import { paintGoalLine, paintWalls } from './paint-walls.ts';
import { paintedGoals } from './painted-goals.ts';
import { type PitchStyle, shadesOf } from './pitch-style.ts';

type Paint = CanvasRenderingContext2D;

const STRIPES = 10;
/** Share of white that the floodlights add in each corner. */
const FLOODLIGHT = 0.05;
const SPOT_RADIUS = 4;
/** Larger fields are drawn as large as this, in map units: all of them is never seen. */
const MOST = 100_000;
/** What authors see of grass and ice while they draw. */
const OWN_STRIPE = 'rgba(255,255,255,0.06)';
const OWN_LINES = { none: '', grass: '#C7E6BD', hockey: '#E9CC6E' } as const;

/** Draws the lines of a stadium, in map units, the kick-off spot at 0, 0. */
export function paintPitch(paint: Paint, stadium: Stadium, style: PitchStyle): void {
  paint.lineJoin = 'round';
  paint.lineCap = 'round';
  paintField(paint, stadium, style);
  // In the colours of the file nothing is invented.
  const goals = style.mapColours ? [] : paintedGoals(stadium);
  const nets = goals.map((goal) => [goal, pocketOf(stadium, goal)] as const);
  for (const [goal, pocket] of nets) if (pocket) paintNet(paint, pocket, goal.team, style);
  const pockets = nets.flatMap(([, pocket]) => pocket ?? []);
  paintWalls(paint, stadium, pockets, style);
  for (const goal of goals) paintGoalLine(paint, goal, style);
}

function paintField(paint: Paint, { bg }: Stadium, style: PitchStyle): void {
  if (bg.type === 'none' || bg.width <= 0 || bg.height <= 0) return;
  const width = Math.min(bg.width, MOST);
  const height = Math.min(bg.height, MOST);
  const corner = Math.min(Math.max(bg.cornerRadius, 0), width, height);
  const field = () => {
    paint.beginPath();
    paint.roundRect(-width, -height, 2 * width, 2 * height, corner);
  };
  paint.save();
  field();
  paint.clip();
  paintGround(paint, { ...bg, width, height }, style);
  chalk(paint, bg, style);
  paint.globalAlpha = style.mapColours ? 1 : 0.85;
  const lines = bg.type === 'hockey' && bg.goalLine > 0 ? [0, bg.goalLine - width] : [0];
  for (const x of lines)
    for (const side of x === 0 ? [1] : [1, -1]) drawAcross(paint, x * side, height);
  if (bg.kickOffRadius > 0) {
    paint.beginPath();
    paint.arc(0, 0, Math.min(bg.kickOffRadius, MOST), 0, 2 * Math.PI);
    paint.stroke();
  }
  if (!style.mapColours) paintSpot(paint, shadesOf({ bg }, style).line);
  paint.restore();
  chalk(paint, bg, style);
  field();
  paint.stroke();
}

function paintSpot(paint: Paint, line: string): void {
  paint.fillStyle = line;
  paint.beginPath();
  paint.arc(0, 0, SPOT_RADIUS, 0, 2 * Math.PI);
  paint.fill();
}

function drawAcross(paint: Paint, x: number, height: number): void {
  paint.beginPath();
  paint.moveTo(x, -height);
  paint.lineTo(x, height);
  paint.stroke();
}

/** Mown stripes, or ice. The caller clips to the field. */
function paintGround(paint: Paint, bg: Stadium['bg'], style: PitchStyle): void {
  const { type, width, height } = bg;
  const { even, odd } = shadesOf({ bg }, style);
  const stripe = (2 * width) / STRIPES;
  for (let index = 0; index < STRIPES; index += 1) {
    if (style.mapColours && (index % 2 === 0 || type === 'hockey')) continue;
    paint.fillStyle = style.mapColours ? OWN_STRIPE : index % 2 === 0 ? even : odd;
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

function chalk(paint: Paint, bg: Stadium['bg'], style: PitchStyle): void {
  paint.strokeStyle = style.mapColours ? OWN_LINES[bg.type] : shadesOf({ bg }, style).line;
  paint.lineWidth = style.lineWidth;
}
