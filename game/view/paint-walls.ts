import { arcOf } from '../../shared/stadium/format/arc.ts';
import type { Stadium, StadiumGoal, StadiumSegment } from '../../shared/stadium/format/stadium.ts';
import { isBehind, type Pocket } from './goal-pocket.ts';
import { cssColour, lineColour, type PitchStyle } from './pitch-style.ts';

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
    const color = segment.vis ? lineColour(segment.color, stadium, style) : null;
    if (color === null) continue;
    const from = stadium.vertexes[segment.v0]!;
    const to = stadium.vertexes[segment.v1]!;
    if (pockets.some((pocket) => isBehind(pocket, from) && isBehind(pocket, to))) continue;
    // A line that nothing collides with is only chalk on the ground.
    const isWall = style.mapColours || (segment.cMask !== 0 && segment.cGroup !== 0);
    paint.globalAlpha = isWall ? 1 : CHALK_ALPHA;
    paint.lineWidth = isWall ? style.lineWidth : style.lineWidth * CHALK_WIDTH;
    paint.strokeStyle = cssColour(color);
    tracePath(paint, stadium, segment);
    paint.stroke();
  }
  paint.globalAlpha = 1;
}

/** Paints the line of a goal in the colour of the team that defends it. */
export function paintGoalLine(paint: Paint, goal: StadiumGoal, style: PitchStyle): void {
  paint.strokeStyle = goal.team === 1 ? style.palette.sun : style.palette.wave;
  paint.lineWidth = style.lineWidth;
  paint.beginPath();
  paint.moveTo(goal.p0.x, goal.p0.y);
  paint.lineTo(goal.p1.x, goal.p1.y);
  paint.stroke();
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
