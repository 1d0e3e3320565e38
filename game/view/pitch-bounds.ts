import type { Stadium, StadiumGoal } from '../../shared/stadium/stadium.ts';

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

/** What must be seen of a stadium: its field, its nets, and a little of the run-off. */
export function pitchBounds(stadium: Stadium): PitchBounds {
  let right = stadium.bg.type === 'none' ? 0 : stadium.bg.width;
  let bottom = stadium.bg.type === 'none' ? 0 : stadium.bg.height;
  for (const segment of stadium.segments) {
    if (!segment.vis || segment.color === null) continue;
    for (const index of [segment.v0, segment.v1]) {
      const vertex = stadium.vertexes[index]!;
      right = Math.max(right, Math.abs(vertex.x));
      bottom = Math.max(bottom, Math.abs(vertex.y));
    }
  }
  for (const goal of stadium.goals) {
    const line = Math.max(Math.abs(goal.p0.x), Math.abs(goal.p1.x));
    right = Math.max(right, line + netDepth(stadium, goal));
    bottom = Math.max(bottom, Math.abs(goal.p0.y), Math.abs(goal.p1.y));
  }
  right = withRunOff(right, stadium.width);
  bottom = withRunOff(bottom, stadium.height);
  return { left: -right, right, top: -bottom, bottom };
}

function withRunOff(drawn: number, limit: number): number {
  if (drawn === 0) return limit;
  return Math.max(drawn + MARGIN, Math.min(limit, drawn + RUN_OFF));
}

/** How far the walls behind a goal are: that is how deep its net hangs. */
export function netDepth(stadium: Stadium, goal: StadiumGoal): number {
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
  return depth < 4 ? NET_DEPTH_DEFAULT : depth;
}
