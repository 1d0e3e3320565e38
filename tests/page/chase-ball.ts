/** Keys of the default binding, by the names that Playwright gives them. */
export type PlayKey = 'KeyW' | 'KeyA' | 'KeyS' | 'KeyD' | 'Space';

export type Point = { readonly x: number; readonly y: number };

/** How far behind the ball to run up from: the two radii and a little. */
const RUN_UP = 38;
/** Nearer than this to the line through ball and goal counts as on it. */
const ON_LINE = 10;
/** Nearer than this to where one wants to be, an axis is left alone. */
const CLOSE_ENOUGH = 5;
/** Within this the kick is held, so that it fires at contact. */
const KICK_REACH = 45;

/**
 * The keys that a simple player holds: get behind the ball, then run through it at the goal.
 * Positions are in map units, y down.
 */
export function chaseBall(self: Point, ball: Point, goal: Point): ReadonlySet<PlayKey> {
  const length = Math.hypot(goal.x - ball.x, goal.y - ball.y) || 1;
  const aim = { x: (goal.x - ball.x) / length, y: (goal.y - ball.y) / length };
  const offset = { x: self.x - ball.x, y: self.y - ball.y };
  const ahead = offset.x * aim.x + offset.y * aim.y;
  const aside = offset.y * aim.x - offset.x * aim.y;

  const isBehind = ahead < 0 && Math.abs(aside) < ON_LINE;
  if (isBehind) {
    const keys = steer(self, { x: ball.x + aim.x * RUN_UP, y: ball.y + aim.y * RUN_UP });
    if (Math.hypot(offset.x, offset.y) < KICK_REACH) keys.add('Space');
    return keys;
  }
  const behind = { x: ball.x - aim.x * RUN_UP, y: ball.y - aim.y * RUN_UP };
  // In front of the ball the straight way back would push it home: go round it instead.
  const isInTheWay = ahead > -RUN_UP / 2 && Math.abs(aside) < RUN_UP;
  if (!isInTheWay) return steer(self, behind);
  const side = aside < 0 ? -RUN_UP : RUN_UP;
  return steer(self, {
    x: ball.x - aim.x * (RUN_UP / 2) - aim.y * side,
    y: ball.y - aim.y * (RUN_UP / 2) + aim.x * side,
  });
}

function steer(from: Point, to: Point): Set<PlayKey> {
  const keys = new Set<PlayKey>();
  if (to.x - from.x > CLOSE_ENOUGH) keys.add('KeyD');
  if (from.x - to.x > CLOSE_ENOUGH) keys.add('KeyA');
  if (to.y - from.y > CLOSE_ENOUGH) keys.add('KeyS');
  if (from.y - to.y > CLOSE_ENOUGH) keys.add('KeyW');
  return keys;
}
