import { arcOf } from '../../shared/stadium/arc.ts';
import type { Point, Stadium, StadiumGoal, StadiumSegment } from '../../shared/stadium/stadium.ts';
import { isVisible } from './pitch-style.ts';

export type PitchBounds = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Room for the outlines around the outermost wall, in map units. */
const MARGIN = 14;
/** Players may run out of the field as far as this and stay in the picture. */
const RUN_OFF = 36;
/** Walls further behind a goal than this do not belong to its net. */
const NET_DEPTH_MAX = 90;
/** A net as the eye expects it, where a stadium has no walls behind its goal. */
const NET_DEPTH_DEFAULT = 34;
/** Half sizes of a picture, whatever a file says. */
const LEAST = 60;
const MOST = 20_000;

/**
 * What must be seen of a stadium: its field, its nets, what is drawn, and a little of the run-off;
 * nothing beyond the limits that the file sets the camera.
 */
export function pitchBounds(stadium: Stadium): PitchBounds {
  const { cameraWidth, cameraHeight } = stadium;
  let right = stadium.bg.type === 'none' ? 0 : stadium.bg.width;
  let bottom = stadium.bg.type === 'none' ? 0 : stadium.bg.height;
  const include = (x: number, y: number, radius = 0): void => {
    right = Math.max(right, Math.abs(x) + radius);
    bottom = Math.max(bottom, Math.abs(y) + radius);
  };
  for (const segment of stadium.segments) {
    if (!segment.vis || segment.color === null) continue;
    for (const { x, y } of extremesOf(stadium, segment)) include(x, y);
  }
  for (const disc of stadium.discs.slice(1)) {
    if (isVisible(disc)) include(disc.pos.x, disc.pos.y, disc.radius);
  }
  for (const goal of stadium.goals) {
    include(goal.p0.x, goal.p0.y);
    include(goal.p1.x, goal.p1.y);
    const { depth, isWalled } = netDepth(stadium, goal);
    if (isWalled) right = Math.max(right, Math.abs((goal.p0.x + goal.p1.x) / 2) + depth);
  }
  right = withRunOff(right, cameraWidth > 0 ? cameraWidth : stadium.width);
  bottom = withRunOff(bottom, cameraHeight > 0 ? cameraHeight : stadium.height);
  return { left: -right, right, top: -bottom, bottom };
}

/** The ends of a line, and where an arc is furthest out. */
function extremesOf(stadium: Stadium, { v0, v1, curveF }: StadiumSegment): readonly Point[] {
  const from = stadium.vertexes[v0]!;
  const to = stadium.vertexes[v1]!;
  if (curveF === null) return [from, to];
  const { x, y, radius } = arcOf(from, to, curveF);
  const start = Math.atan2(from.y - y, from.x - x);
  const sweep = positiveAngle(Math.atan2(to.y - y, to.x - x) - start);
  const tops = [0, 1, 2, 3]
    .map((quarter) => (quarter * Math.PI) / 2)
    .filter((angle) => positiveAngle(angle - start) < sweep)
    .map((angle) => ({ x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) }));
  return [from, to, ...tops];
}

function positiveAngle(angle: number): number {
  const turn = 2 * Math.PI;
  return ((angle % turn) + turn) % turn;
}

function withRunOff(drawn: number, limit: number): number {
  const wanted = drawn === 0 ? limit : Math.max(drawn + MARGIN, Math.min(limit, drawn + RUN_OFF));
  return Math.min(Math.max(Math.min(wanted, limit + MARGIN), LEAST), MOST);
}

/** How far the walls behind a goal are, if there are any: that is how deep its net hangs. */
export function netDepth(
  stadium: Stadium,
  goal: StadiumGoal,
): { readonly depth: number; readonly isWalled: boolean } {
  const side = Math.sign(goal.p0.x + goal.p1.x) || 1;
  const line = Math.max(Math.abs(goal.p0.x), Math.abs(goal.p1.x));
  const top = Math.min(goal.p0.y, goal.p1.y) - MARGIN;
  const bottom = Math.max(goal.p0.y, goal.p1.y) + MARGIN;
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
