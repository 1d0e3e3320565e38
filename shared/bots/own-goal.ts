import {
  EIGHT_WAYS,
  INPUT_DOWN,
  INPUT_LEFT,
  INPUT_RIGHT,
  INPUT_UP,
  NEUTRAL_INPUT,
} from '../sim/input.ts';
import type { BotMemory } from './bot-memory.ts';
import { BALL_DISC, DISC_VX, DISC_VY, DISC_X, DISC_Y } from '../sim/match-state.ts';
import { otherTeam } from '../sim/team.ts';
import { DIAGONAL } from '../sim/tuning.ts';
import { crossing, nearest } from './sensorium/lanes.ts';
import { keyAxis } from './sensorium/motion.ts';
import type { Pitch } from './sensorium/pitch.ts';
import { discOf } from './sensorium/scene.ts';
import { mayMeet, type Place } from './sensorium/ways.ts';

/** Beyond the ticks until it decides again, a bot needs so many to stop or to turn away. */
const TURN_TICKS = 10;
/** Every other tick is looked at: nothing moves farther in it than a ball is wide. */
const LOOK_TICKS = 2;
/** A bot that would pass the ball within this, in map units, may touch it: what it foresees is not exact. */
const MARGIN = 4;
/**
 * An opponent this near to the ball, in map units, may have played it since: then the bot leaves it
 * more room.
 */
const DUEL = 50;
const DUEL_MARGIN = 10;
/** A ball that leaves within this share of half the goal's width may go in. */
const WIDTH = 1.3;
/** Within this of the goal, in map units, a ball that is pushed on goes in, however slow it is. */
const PUSH_ON = 130;
/** What a bot can do instead. */
const WAYS = [NEUTRAL_INPUT, ...EIGHT_WAYS] as const;

/** Scratch: the ball when it is met, the way from the player to it, and what the player's keys come to. */
const ball = new Float64Array(4);
const gap: Place = { x: 0, y: 0 };
const keys: Place = { x: 0, y: 0 };
const limit = { reach: 0 };

/**
 * The keys that a bot holds instead of those it wants, when by these it would soon push the ball
 * into its own goal: of all that push it elsewhere or nowhere those that lead the most alike; where
 * all do, those that do so last.
 */
export function spareOwnGoal(
  pitch: Pitch,
  seat: number,
  team: 1 | 2,
  wanted: number,
  memory: BotMemory,
): number {
  const { discs } = memory.scene;
  const at = discOf(seat);
  const until = memory.level.decide + TURN_TICKS;
  // A ball that goes in anyway cannot be pushed to a worse place.
  if (!mayMeet(pitch, discs, at, until, 0) || goesIn(pitch, team, discs, 1)) return wanted;
  setReach(pitch, team, memory);
  holdInHead(wanted);
  let latest = pushesIn(pitch, team, discs, at, until);
  if (latest > until) return wanted;
  let best = wanted;
  let most = likeness(wanted, wanted);
  for (let index = 0; index < WAYS.length; index += 1) {
    const way = WAYS[index]!;
    holdInHead(way);
    const when = pushesIn(pitch, team, discs, at, until);
    const alike = likeness(wanted, way);
    if (when < latest || (when === latest && alike <= most)) continue;
    latest = when;
    most = alike;
    best = way;
  }
  return best;
}

/** Sets how near to the ball is too near. */
function setReach(pitch: Pitch, team: 1 | 2, memory: BotMemory): void {
  gap.x = memory.scene.discs[DISC_X]!;
  gap.y = memory.scene.discs[DISC_Y]!;
  const isDuel = nearest(memory.scene, gap, otherTeam(team), -1) < DUEL;
  limit.reach = pitch.ballRadius + pitch.playerRadius + (isDuel ? DUEL_MARGIN : MARGIN);
}

function holdInHead(way: number): void {
  const x = keyAxis(way, INPUT_RIGHT, INPUT_LEFT);
  const y = keyAxis(way, INPUT_DOWN, INPUT_UP);
  const share = x !== 0 && y !== 0 ? DIAGONAL : 1;
  keys.x = x * share;
  keys.y = y * share;
}

/** The tick, from now, in which the player sends the ball to its goal by these keys; else `until` + 1. */
function pushesIn(
  pitch: Pitch,
  team: 1 | 2,
  discs: Float64Array,
  at: number,
  until: number,
): number {
  for (let tick = 0; tick <= until; tick += LOOK_TICKS) {
    gapAt(pitch, discs, at, tick);
    if (gap.x * gap.x + gap.y * gap.y >= limit.reach * limit.reach) continue;
    return meetsBadly(pitch, team, discs, at, tick) ? tick : until + 1;
  }
  return until + 1;
}

/** From the player to the ball, so many ticks from now. */
function gapAt(pitch: Pitch, discs: Float64Array, at: number, tick: number): void {
  const run = pitch.run[tick]!;
  const glide = pitch.glide[tick]!;
  const roll = pitch.roll[tick]!;
  const x = discs[DISC_X]! + discs[DISC_VX]! * roll;
  const y = discs[DISC_Y]! + discs[DISC_VY]! * roll;
  gap.x = x - discs[at + DISC_X]! - discs[at + DISC_VX]! * glide - keys.x * run;
  gap.y = y - discs[at + DISC_Y]! - discs[at + DISC_VY]! * glide - keys.y * run;
}

/** Does the ball, met by a player in `tick`, go to the goal that the player's team defends? */
function meetsBadly(
  pitch: Pitch,
  team: 1 | 2,
  discs: Float64Array,
  at: number,
  tick: number,
): boolean {
  const { invMass, bCoef } = pitch.arena.discs;
  const player = pitch.arena.firstPlayerDisc;
  const { run, glide, roll } = pitch;
  const pace = run[tick + 1]! - run[tick]!;
  const glides = glide[tick + 1]! - glide[tick]!;
  const rolls = roll[tick + 1]! - roll[tick]!;
  ball[DISC_X] = discs[DISC_X]! + discs[DISC_VX]! * roll[tick]!;
  ball[DISC_Y] = discs[DISC_Y]! + discs[DISC_VY]! * roll[tick]!;
  const vx = discs[DISC_VX]! * rolls;
  const vy = discs[DISC_VY]! * rolls;
  const distance = Math.sqrt(gap.x * gap.x + gap.y * gap.y) || 1;
  const ux = gap.x / distance;
  const uy = gap.y / distance;
  const closing =
    (discs[at + DISC_VX]! * glides + keys.x * pace - vx) * ux +
    (discs[at + DISC_VY]! * glides + keys.y * pace - vy) * uy;
  const masses = invMass[BALL_DISC]! + invMass[player]!;
  if (closing <= 0 || masses <= 0) return false;
  const change =
    closing * (1 + bCoef[BALL_DISC]! * bCoef[player]!) * (invMass[BALL_DISC]! / masses);
  ball[DISC_VX] = vx + ux * change;
  ball[DISC_VY] = vy + uy * change;
  if (goesIn(pitch, team, ball, WIDTH)) return true;
  // A bot that goes on pushing sends it along the line between both, sooner or later.
  if (keys.x * ux + keys.y * uy <= 0) return false;
  const home = pitch.homes[team];
  const hx = home.x - ball[DISC_X]!;
  const hy = home.y - ball[DISC_Y]!;
  return hx * hx + hy * hy < PUSH_ON * PUSH_ON && Math.abs(crossing(home, ball, ux, uy)) < WIDTH;
}

/** Does a ball roll over the line of the goal that a team defends, or past it within `width` of half of it? */
function goesIn(pitch: Pitch, team: 1 | 2, rolling: Float64Array, width: number): boolean {
  const home = pitch.homes[team];
  const vx = rolling[DISC_VX]!;
  const vy = rolling[DISC_VY]!;
  if (Math.abs(crossing(home, rolling, vx, vy)) >= width) return false;
  const dx = home.x - rolling[DISC_X]!;
  const dy = home.y - rolling[DISC_Y]!;
  const range = pitch.roll[pitch.roll.length - 1]!;
  return dx * dx + dy * dy < (vx * vx + vy * vy) * range * range;
}

/** Two ways of eight, or none: 1 when they are the same, less the more they differ. */
function likeness(one: number, other: number): number {
  const x = keyAxis(one, INPUT_RIGHT, INPUT_LEFT) * keyAxis(other, INPUT_RIGHT, INPUT_LEFT);
  const y = keyAxis(one, INPUT_DOWN, INPUT_UP) * keyAxis(other, INPUT_DOWN, INPUT_UP);
  return x + y;
}
