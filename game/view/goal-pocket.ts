import type { Point, Stadium, StadiumGoal } from '../../shared/stadium/format/stadium.ts';
import { COLORS } from '../settings/theme.ts';
import type { PitchStyle } from './pitch-style.ts';

type Paint = CanvasRenderingContext2D;

const NET_CORNER = 9;
const NET_GAP = 8;
/** A goal line that leans more than this, or is longer than this share of the map, has no net. */
const LEAN_MAX = 0.2;
const LENGTH_MAX = 0.7;
/** Goal lines this close to the end of the field have a net even without walls behind them. */
const NEAR_END = 20;
/** Ends of walls this far beside a goal still belong to its net. */
const BESIDE = 14;
/** Walls further behind a goal than this do not belong to its net. */
const NET_DEPTH_MAX = 90;
/** A net as the eye expects it, where a stadium has no walls behind its goal. */
const NET_DEPTH_DEFAULT = 34;

/** The net behind an upright goal line. */
export type Pocket = {
  readonly line: number;
  readonly side: number;
  readonly depth: number;
  readonly top: number;
  readonly bottom: number;
};

/** Null for goal lines that are no goal as the eye knows one: floors, whole sides, portals. */
export function pocketOf(stadium: Stadium, { p0, p1, ...goal }: StadiumGoal): Pocket | null {
  const height = Math.abs(p1.y - p0.y);
  const isUpright = Math.abs(p1.x - p0.x) <= LEAN_MAX * height;
  if (!isUpright || height > 2 * stadium.height * LENGTH_MAX) return null;
  const line = (p0.x + p1.x) / 2;
  const isAtEnd = stadium.bg.type !== 'none' && Math.abs(line) > stadium.bg.width - NEAR_END;
  const { depth, isWalled } = netDepth(stadium, { p0, p1, ...goal });
  if (!isWalled && !isAtEnd) return null;
  return {
    line,
    side: Math.sign(line) || 1,
    depth,
    top: Math.min(p0.y, p1.y),
    bottom: Math.max(p0.y, p1.y),
  };
}

/** How far the walls behind a goal are, if there are any: that is how deep its net hangs. */
export function netDepth(
  stadium: Stadium,
  goal: StadiumGoal,
): { readonly depth: number; readonly isWalled: boolean } {
  const side = Math.sign(goal.p0.x + goal.p1.x) || 1;
  const line = Math.max(Math.abs(goal.p0.x), Math.abs(goal.p1.x));
  const top = Math.min(goal.p0.y, goal.p1.y) - BESIDE;
  const bottom = Math.max(goal.p0.y, goal.p1.y) + BESIDE;
  let depth = 0;
  for (const segment of stadium.segments) {
    for (const index of [segment.v0, segment.v1]) {
      const { x, y } = stadium.vertexes[index]!;
      const behind = x * side - line;
      if (y >= top && y <= bottom && behind <= NET_DEPTH_MAX) depth = Math.max(depth, behind);
    }
  }
  return depth < 4 ? { depth: NET_DEPTH_DEFAULT, isWalled: false } : { depth, isWalled: true };
}

/** Sun's net is solid lines, Wave's is dotted: the pattern again says whose it is. */
export function paintNet(paint: Paint, pocket: Pocket, team: 1 | 2, style: PitchStyle): void {
  const color = team === 1 ? style.palette.sun : style.palette.wave;
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
  paint.lineWidth = team === 1 ? 1 : 1.7;
  paint.setLineDash(team === 1 ? [] : [0.1, 5]);
  const { line, side, depth, top, bottom } = pocket;
  for (let offset = NET_GAP / 2; offset < depth; offset += NET_GAP) {
    paint.beginPath();
    paint.moveTo(line + side * offset, top);
    paint.lineTo(line + side * offset, bottom);
    paint.stroke();
  }
  paint.restore();
  pocketPath(paint, pocket);
  paint.strokeStyle = color;
  paint.lineWidth = style.lineWidth * 0.8;
  paint.stroke();
}

/** True for what the net is drawn over. */
export function isBehind(pocket: Pocket, { x, y }: Point): boolean {
  const behind = (x - pocket.line) * pocket.side;
  const isWithin = behind > -9 && behind < pocket.depth + 9;
  return isWithin && y > pocket.top - 9 && y < pocket.bottom + 9;
}

function pocketPath(paint: Paint, { line, side, depth, top, bottom }: Pocket): void {
  const back = line + side * depth;
  paint.beginPath();
  paint.moveTo(line, top);
  paint.arcTo(back, top, back, bottom, NET_CORNER);
  paint.arcTo(back, bottom, line, bottom, NET_CORNER);
  paint.lineTo(line, bottom);
}
