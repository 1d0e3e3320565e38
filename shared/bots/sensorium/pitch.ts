import { type Arena, FLAG } from '../../sim/physics/arena.ts';
import { BALL_DISC, DISC_STRIDE, DISC_X, DISC_Y } from '../../sim/match-state.ts';
import { TEAM_SUN, TEAM_WAVE, type Team } from '../../sim/team.ts';

/** A goal line between its posts. */
export type Mouth = {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly x: number;
  readonly y: number;
};

/** What bots understand of an arena: the goals, the walls around the ball, how fast discs are. */
export type Pitch = {
  readonly arena: Arena;
  /** By team: where it scores, and what it defends. */
  readonly targets: readonly [null, Mouth, Mouth];
  readonly homes: readonly [null, Mouth, Mouth];
  /** The ball's centre stays within these, but for the goals. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The centres of players stay within these. */
  readonly outer: PitchBox;
  readonly ballRadius: number;
  readonly playerRadius: number;
  readonly kickSpeed: number;
  /** No player runs faster than this by its own keys, in map units a tick. */
  readonly topSpeed: number;
  /** Discs that no player moves, as x, y, radius. */
  readonly posts: Float64Array;
  /** Way of a player after n ticks of one key held, from rest; and, keys up, per unit of speed. */
  readonly run: Float64Array;
  readonly glide: Float64Array;
  /** The same of the ball that nobody touches. */
  readonly roll: Float64Array;
};

/** How far the tables of ways reach, in ticks: 5 s, longer than any way across a pitch. */
export const WAY_TICKS = 300;

/** A wall this near to a goal line, in map units, is the one that the goal stands in. */
const GOAL_WALL = 3;

const known = new WeakMap<Arena, Pitch>();

/** The pitch of an arena, read once. */
export function pitchOf(arena: Arena): Pitch {
  const before = known.get(arena);
  if (before) return before;
  const pitch = readPitch(arena);
  known.set(arena, pitch);
  return pitch;
}

function readPitch(arena: Arena): Pitch {
  const seat = arena.firstPlayerDisc;
  const radius = arena.discs.radius[BALL_DISC]!;
  const sunHome = mouthOf(arena, TEAM_SUN);
  const waveHome = mouthOf(arena, TEAM_WAVE);
  const box = boxOfBall(arena, [sunHome, waveHome]);
  const glide = waysOf(arena.discs.damping[seat]!);
  return {
    arena,
    // A goal counts for the team that does not defend it.
    targets: [null, waveHome, sunHome],
    homes: [null, sunHome, waveHome],
    left: box.left + radius,
    right: box.right - radius,
    top: box.top + radius,
    bottom: box.bottom - radius,
    ballRadius: radius,
    playerRadius: arena.discs.radius[seat]!,
    kickSpeed: arena.discs.kickSpeed[BALL_DISC]!,
    topSpeed: arena.player.acceleration * glide[WAY_TICKS]!,
    outer: boxOfPlayers(arena),
    posts: postsOf(arena),
    run: runsOf(glide, arena.player.acceleration),
    glide,
    roll: waysOf(arena.discs.damping[BALL_DISC]!),
  };
}

/** Is the ball behind the line of the goal that a team defends? */
export function isOverLine(pitch: Pitch, team: 1 | 2, discs: Float64Array): boolean {
  const home = pitch.homes[team];
  const x = discs[DISC_X]! - home.x;
  const y = discs[DISC_Y]!;
  const isBehind = pitch.targets[team].x > home.x ? x < 0 : x > 0;
  return isBehind && y > Math.min(home.y0, home.y1) && y < Math.max(home.y0, home.y1);
}

/** The goal that a team defends, of several the widest; without one a point at its end. */
function mouthOf(arena: Arena, team: Team): Mouth {
  const { goals } = arena;
  let widest: Mouth | null = null;
  let most = -1;
  for (let goal = 0; goal < goals.count; goal += 1) {
    if (goals.team[goal] !== team) continue;
    const [x0, y0, x1, y1] = [goals.x0[goal]!, goals.y0[goal]!, goals.x1[goal]!, goals.y1[goal]!];
    const width = (x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0);
    if (width <= most) continue;
    most = width;
    widest = { x0, y0, x1, y1, x: (x0 + x1) / 2, y: (y0 + y1) / 2 };
  }
  if (widest) return widest;
  const { halfWidth, sunSide } = arena.spawn;
  const x = (team === TEAM_SUN ? sunSide : -sunSide) * halfWidth;
  return { x0: x, y0: 0, x1: x, y1: 0, x, y: 0 };
}

/** More posts than this are scenery, not posts. */
const MOST_POSTS = 16;

function postsOf(arena: Arena): Float64Array {
  const posts: number[] = [];
  const { radius, invMass } = arena.discs;
  for (let disc = BALL_DISC + 1; disc < arena.firstPlayerDisc; disc += 1) {
    if (invMass[disc] !== 0 || arena.meetsPlayers[disc] === 0) continue;
    if (posts.length >= MOST_POSTS * 3) break;
    const at = disc * DISC_STRIDE;
    posts.push(arena.startDiscs[at + DISC_X]!, arena.startDiscs[at + DISC_Y]!, radius[disc]!);
  }
  return Float64Array.from(posts);
}

/** A rectangle; a side that nothing limits is infinitely far. */
export type PitchBox = { left: number; right: number; top: number; bottom: number };

/** The rectangle that planes and straight walls leave to the ball. */
function boxOfBall(arena: Arena, mouths: readonly Mouth[]): PitchBox {
  const box = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
  narrowByPlanes(arena, box, FLAG.ball);
  const { segments } = arena;
  for (let index = 0; index < segments.count; index += 1) {
    if (!meetsBall(arena, segments.cMask[index]!, segments.cGroup[index]!)) continue;
    const x = segments.x0[index]!;
    if (x !== segments.x1[index]) continue;
    for (const mouth of mouths) {
      if (Math.abs(x - mouth.x) > GOAL_WALL) continue;
      if (x < 0) box.left = Math.max(box.left, x);
      else box.right = Math.min(box.right, x);
    }
  }
  return box;
}

function boxOfPlayers(arena: Arena): PitchBox {
  const box = { left: -Infinity, right: Infinity, top: -Infinity, bottom: Infinity };
  narrowByPlanes(arena, box, FLAG.red | FLAG.blue);
  const radius = arena.discs.radius[arena.firstPlayerDisc]!;
  box.left += radius;
  box.right -= radius;
  box.top += radius;
  box.bottom -= radius;
  return box;
}

function narrowByPlanes(arena: Arena, box: PitchBox, group: number): void {
  const { planes } = arena;
  for (let index = 0; index < planes.count; index += 1) {
    if ((planes.cMask[index]! & group) === 0) continue;
    const dist = planes.dist[index]!;
    if (planes.normalX[index] === 1) box.left = Math.max(box.left, dist);
    if (planes.normalX[index] === -1) box.right = Math.min(box.right, -dist);
    if (planes.normalY[index] === 1) box.top = Math.max(box.top, dist);
    if (planes.normalY[index] === -1) box.bottom = Math.min(box.bottom, -dist);
  }
}

function meetsBall(arena: Arena, mask: number, group: number): boolean {
  const meets = (mask & arena.discs.cGroup[BALL_DISC]!) !== 0;
  return meets && (group & arena.discs.cMask[BALL_DISC]! & FLAG.all) !== 0;
}

/** Sum of the first n powers of a damping: the way of a disc of speed 1. */
function waysOf(damping: number): Float64Array {
  const ways = new Float64Array(WAY_TICKS + 1);
  let speed = 1;
  for (let tick = 1; tick <= WAY_TICKS; tick += 1) {
    ways[tick] = ways[tick - 1]! + speed;
    speed *= damping;
  }
  return ways;
}

/** The way of a disc that a key accelerates in every tick. */
function runsOf(glide: Float64Array, acceleration: number): Float64Array {
  const runs = new Float64Array(WAY_TICKS + 1);
  for (let tick = 1; tick <= WAY_TICKS; tick += 1) {
    runs[tick] = runs[tick - 1]! + acceleration * glide[tick]!;
  }
  return runs;
}
