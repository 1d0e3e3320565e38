import { arcOf } from '../../shared/stadium/arc.ts';
import type { Colour, Stadium, StadiumGoal } from '../../shared/stadium/stadium.ts';
import { COLORS, type TeamPalette } from '../settings/theme.ts';
import { netDepth } from './pitch-bounds.ts';

type Paint = CanvasRenderingContext2D;

const LINE_WIDTH = 3;
const STRIPES = 10;
const NET_CORNER = 9;
const NET_GAP = 8;
/** Share of white that the floodlights add in each corner. */
const FLOODLIGHT = 0.05;
/** Colours with less difference between their channels are grey: chalk is drawn in ours. */
const GREY_SPREAD = 40;

/** Draws everything of a stadium that never moves, in map units, the kick-off spot at 0, 0. */
export function paintPitch(paint: Paint, stadium: Stadium, palette: TeamPalette): void {
  paint.lineJoin = 'round';
  paint.lineCap = 'round';
  paintField(paint, stadium);
  for (const goal of stadium.goals) paintNet(paint, stadium, goal, palette);
  paintWalls(paint, stadium);
  for (const goal of stadium.goals) paintGoalLine(paint, goal, palette);
  paintPosts(paint, stadium, palette);
}

function paintField(paint: Paint, { bg }: Stadium): void {
  if (bg.type === 'none') return;
  paint.save();
  paint.beginPath();
  paint.roundRect(-bg.width, -bg.height, 2 * bg.width, 2 * bg.height, bg.cornerRadius);
  paint.clip();
  const stripe = (2 * bg.width) / STRIPES;
  for (let index = 0; index < STRIPES; index += 1) {
    paint.fillStyle = index % 2 === 0 ? COLORS.pitch : COLORS.pitchAlt;
    // A little overlap: antialiased edges would leave a seam.
    paint.fillRect(-bg.width + index * stripe, -bg.height, stripe + 0.5, 2 * bg.height);
  }
  paintLights(paint, bg);
  chalk(paint);
  paint.globalAlpha = 0.85;
  paint.beginPath();
  paint.moveTo(0, -bg.height);
  paint.lineTo(0, bg.height);
  paint.stroke();
  if (bg.kickOffRadius > 0) {
    paint.beginPath();
    paint.arc(0, 0, bg.kickOffRadius, 0, 2 * Math.PI);
    paint.stroke();
  }
  paint.fillStyle = COLORS.line;
  paint.beginPath();
  paint.arc(0, 0, 4, 0, 2 * Math.PI);
  paint.fill();
  paint.restore();
  chalk(paint);
  paint.beginPath();
  paint.roundRect(-bg.width, -bg.height, 2 * bg.width, 2 * bg.height, bg.cornerRadius);
  paint.stroke();
}

/** One light in each corner; the caller clips to the field. */
function paintLights(paint: Paint, { width, height }: Stadium['bg']): void {
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

/** Sun's net is solid lines, Wave's is dotted: the pattern again says whose it is. */
function paintNet(paint: Paint, stadium: Stadium, goal: StadiumGoal, palette: TeamPalette): void {
  const pocket = pocketOf(stadium, goal);
  const color = goal.team === 1 ? palette.sun : palette.wave;
  paint.save();
  pocketPath(paint, pocket);
  paint.fillStyle = COLORS.pitchOut;
  paint.fill();
  paint.globalAlpha = 0.14;
  paint.fillStyle = color;
  paint.fill();
  paint.clip();
  paint.globalAlpha = 0.75;
  paint.strokeStyle = COLORS.net;
  paint.lineWidth = goal.team === 1 ? 1 : 1.7;
  paint.setLineDash(goal.team === 1 ? [] : [0.1, 5]);
  const { line, side, depth, top, bottom } = pocket;
  for (let offset = NET_GAP / 2; offset < depth; offset += NET_GAP) {
    paint.beginPath();
    paint.moveTo(line + side * offset, top);
    paint.lineTo(line + side * offset, bottom);
    paint.stroke();
  }
  paint.restore();
  paint.save();
  pocketPath(paint, pocket);
  paint.strokeStyle = color;
  paint.lineWidth = LINE_WIDTH * 0.8;
  paint.stroke();
  paint.restore();
}

function paintWalls(paint: Paint, stadium: Stadium): void {
  const pockets = stadium.goals.map((goal) => pocketOf(stadium, goal));
  for (const segment of stadium.segments) {
    if (!segment.vis || segment.color === null) continue;
    const from = stadium.vertexes[segment.v0]!;
    const to = stadium.vertexes[segment.v1]!;
    const isNet = pockets.some((pocket) => isBehind(pocket, from) && isBehind(pocket, to));
    if (isNet) continue;
    // A line that nothing collides with is only chalk on the ground.
    const isWall = segment.cMask !== 0 && segment.cGroup !== 0;
    paint.globalAlpha = isWall ? 1 : 0.5;
    paint.lineWidth = isWall ? LINE_WIDTH : LINE_WIDTH * 0.7;
    paint.strokeStyle = wallColor(segment.color);
    paint.beginPath();
    if (segment.curveF === null) {
      paint.moveTo(from.x, from.y);
      paint.lineTo(to.x, to.y);
    } else {
      const arc = arcOf(from, to, segment.curveF);
      const start = Math.atan2(from.y - arc.y, from.x - arc.x);
      const end = Math.atan2(to.y - arc.y, to.x - arc.x);
      paint.arc(arc.x, arc.y, arc.radius, start, end);
    }
    paint.stroke();
  }
  paint.globalAlpha = 1;
}

function paintGoalLine(paint: Paint, goal: StadiumGoal, palette: TeamPalette): void {
  paint.strokeStyle = goal.team === 1 ? palette.sun : palette.wave;
  paint.lineWidth = LINE_WIDTH;
  paint.beginPath();
  paint.moveTo(goal.p0.x, goal.p0.y);
  paint.lineTo(goal.p1.x, goal.p1.y);
  paint.stroke();
}

/** Discs that can never move belong to the ground. */
function paintPosts(paint: Paint, stadium: Stadium, palette: TeamPalette): void {
  for (const disc of stadium.discs.slice(1)) {
    if (disc.invMass !== 0 || disc.color === null) continue;
    const goal = stadium.goals.find(({ p0, p1 }) =>
      [p0, p1].some((end) => Math.hypot(end.x - disc.pos.x, end.y - disc.pos.y) < 2 * disc.radius),
    );
    const team = goal && (goal.team === 1 ? palette.sun : palette.wave);
    paint.fillStyle = COLORS.ink;
    paint.beginPath();
    paint.arc(disc.pos.x, disc.pos.y, disc.radius, 0, 2 * Math.PI);
    paint.fill();
    paint.fillStyle = team ?? wallColor(disc.color);
    paint.beginPath();
    paint.arc(disc.pos.x, disc.pos.y, disc.radius * 0.76, 0, 2 * Math.PI);
    paint.fill();
  }
}

type Pocket = {
  readonly line: number;
  readonly side: number;
  readonly depth: number;
  readonly top: number;
  readonly bottom: number;
};

function pocketOf(stadium: Stadium, goal: StadiumGoal): Pocket {
  return {
    line: (goal.p0.x + goal.p1.x) / 2,
    side: Math.sign(goal.p0.x + goal.p1.x) || 1,
    depth: netDepth(stadium, goal),
    top: Math.min(goal.p0.y, goal.p1.y),
    bottom: Math.max(goal.p0.y, goal.p1.y),
  };
}

function pocketPath(paint: Paint, { line, side, depth, top, bottom }: Pocket): void {
  const back = line + side * depth;
  paint.beginPath();
  paint.moveTo(line, top);
  paint.arcTo(back, top, back, bottom, NET_CORNER);
  paint.arcTo(back, bottom, line, bottom, NET_CORNER);
  paint.lineTo(line, bottom);
}

function isBehind(pocket: Pocket, { x, y }: { readonly x: number; readonly y: number }): boolean {
  const behind = (x - pocket.line) * pocket.side;
  return behind > -9 && y > pocket.top - 9 && y < pocket.bottom + 9;
}

/** Greys are chalk and drawn in ours; real colours mean something in the stadium and are kept. */
function wallColor(color: Exclude<Colour, null>): string {
  const channels = [(color >> 16) & 255, (color >> 8) & 255, color & 255];
  if (Math.max(...channels) - Math.min(...channels) < GREY_SPREAD) return COLORS.line;
  return `rgb(${channels.join(',')})`;
}

function chalk(paint: Paint): void {
  paint.strokeStyle = COLORS.line;
  paint.lineWidth = LINE_WIDTH;
}
