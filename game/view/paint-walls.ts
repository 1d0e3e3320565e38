import { arcOf } from '../../shared/stadium/arc.ts';
import type { Stadium, StadiumGoal, StadiumSegment } from '../../shared/stadium/stadium.ts';
import { COLORS } from '../settings/theme.ts';
import { isBehind, type Pocket } from './goal-pocket.ts';
import { cssColour, isFixed, isVisible, lineColour, type PitchStyle } from './pitch-style.ts';

type Paint = CanvasRenderingContext2D;

/** What walls only chalk on the ground is drawn with. */
const CHALK_ALPHA = 0.5;
const CHALK_WIDTH = 0.7;

/** Every visible line, but those that a net covers. */
export function paintWalls(
  paint: Paint,
  stadium: Stadium,
  pockets: readonly Pocket[],
  style: PitchStyle,
): void {
  for (const segment of stadium.segments) {
    if (!segment.vis || segment.color === null) continue;
    const from = stadium.vertexes[segment.v0]!;
    const to = stadium.vertexes[segment.v1]!;
    const isNet = pockets.some((pocket) => isBehind(pocket, from) && isBehind(pocket, to));
    if (isNet && !style.mapColours) continue;
    // A line that nothing collides with is only chalk on the ground.
    const isWall = segment.cMask !== 0 && segment.cGroup !== 0;
    paint.globalAlpha = isWall || style.mapColours ? 1 : CHALK_ALPHA;
    paint.lineWidth = isWall ? style.lineWidth : style.lineWidth * CHALK_WIDTH;
    paint.strokeStyle = lineColour(segment.color, style);
    tracePath(paint, stadium, segment);
    paint.stroke();
  }
  paint.globalAlpha = 1;
}

export function paintGoalLine(paint: Paint, goal: StadiumGoal, style: PitchStyle): void {
  paint.strokeStyle = goal.team === 1 ? style.palette.sun : style.palette.wave;
  paint.lineWidth = style.lineWidth;
  paint.beginPath();
  paint.moveTo(goal.p0.x, goal.p0.y);
  paint.lineTo(goal.p1.x, goal.p1.y);
  paint.stroke();
}

/** Discs that can never move belong to the ground. Posts have the colour of their team. */
export function paintPosts(paint: Paint, stadium: Stadium, style: PitchStyle): void {
  for (const disc of stadium.discs.slice(1)) {
    if (!isFixed(disc) || !isVisible(disc) || disc.color === null) continue;
    const goal = stadium.goals.find(({ p0, p1 }) =>
      [p0, p1].some((end) => Math.hypot(end.x - disc.pos.x, end.y - disc.pos.y) < 2 * disc.radius),
    );
    const team = goal && (goal.team === 1 ? style.palette.sun : style.palette.wave);
    const own = style.mapColours ? cssColour(disc.color) : lineColour(disc.color, style);
    const color = style.mapColours ? own : (team ?? own);
    fillCircle(paint, disc.pos.x, disc.pos.y, disc.radius, COLORS.ink);
    const ring = Math.min(disc.radius * 0.24, style.lineWidth);
    fillCircle(paint, disc.pos.x, disc.pos.y, disc.radius - ring, color);
  }
}

function tracePath(paint: Paint, stadium: Stadium, { v0, v1, curveF }: StadiumSegment): void {
  const from = stadium.vertexes[v0]!;
  const to = stadium.vertexes[v1]!;
  paint.beginPath();
  paint.moveTo(from.x, from.y);
  if (curveF === null) {
    paint.lineTo(to.x, to.y);
    return;
  }
  const arc = arcOf(from, to, curveF);
  if (!Number.isFinite(arc.radius)) return;
  const start = Math.atan2(from.y - arc.y, from.x - arc.x);
  const end = Math.atan2(to.y - arc.y, to.x - arc.x);
  paint.arc(arc.x, arc.y, arc.radius, start, end);
}

function fillCircle(paint: Paint, x: number, y: number, radius: number, color: string): void {
  paint.fillStyle = color;
  paint.beginPath();
  paint.arc(x, y, radius, 0, 2 * Math.PI);
  paint.fill();
}
