import { finishHash, mixHash } from '../../shared/base/hash.ts';
import { type Arena, playerDisc } from '../../shared/sim/physics/arena.ts';
import {
  INPUT_DOWN,
  INPUT_KICK,
  INPUT_LEFT,
  INPUT_RIGHT,
  INPUT_UP,
  type InputBits,
  NEUTRAL_INPUT,
  toInputBits,
} from '../../shared/sim/input.ts';
import {
  BALL_DISC,
  DISC_STRIDE,
  DISC_VX,
  DISC_VY,
  DISC_X,
  DISC_Y,
  MATCH,
  type MatchState,
  PHASE,
} from '../../shared/sim/match-state.ts';
import type { Seat } from '../../shared/sim/seat.ts';
import { TEAM_SUN, type Team } from '../../shared/sim/team.ts';

/** Ticks between two decisions of where to run: its reaction time, which makes it beatable. */
const DECIDE_TICKS = 9;
/** Looks this far ahead of a rolling ball. */
const LEAD_TICKS = 14;
/** Distance behind the ball from which it begins its run. */
const RUN_UP = 14;
/** Distance at which it goes around the ball instead of through it. */
const DETOUR = 34;
/** Gap to the ball at which it kicks. */
const KICK_GAP = 5;
/** How well the ball must be lined up: cosine of the angle to the goal. */
const AIM_COSINE = 0.55;
/** Nearer to its aim than this it stands still. */
const ARRIVED = 4;
/** It changes its mind this often about the corner to shoot at. */
const MOOD_TICKS = 75;
/** A ball this slow between two bots is pinned: now and then one of them lets go for this long. */
const PINNED_SPEED = 0.35;
const LET_GO_TICKS = 45;
/** How far beside the middle of the goal it may aim, as a share of half its width. */
const AIM_SPREAD = 0.8;
/** Smaller share of a direction than this is not pressed: tan 22.5°, the eight-way border. */
const EIGHT_WAY = 0.414;

type Point = { readonly x: number; readonly y: number };

/**
 * A simple opponent: gets behind the ball as seen from the goal it attacks, runs, kicks. It plays
 * through the same buttons as people, is the same on every machine, and never kicks towards its
 * own goal.
 */
export class PracticeBot {
  readonly seat: Seat;
  readonly team: Team;
  #move = 0;

  constructor(seat: Seat, team: Team) {
    this.seat = seat;
    this.team = team;
  }

  think(arena: Arena, match: MatchState, tick: number): InputBits {
    const phase = match.ints[MATCH.phase];
    const kickOffTeam = match.ints[MATCH.kickOffTeam];
    if (phase === PHASE.kickOff && kickOffTeam !== this.team) return NEUTRAL_INPUT;
    if (phase !== PHASE.kickOff && phase !== PHASE.playing) return NEUTRAL_INPUT;

    const seed = match.ints[MATCH.random0]!;
    const me = place(match, playerDisc(arena, this.seat));
    const ball = place(match, BALL_DISC);
    const aim = direction(ball, this.#attackedGoal(arena, seed, tick));
    // The seat shifts the rhythm, so that two bots never move as one.
    if ((tick + this.seat * 4) % DECIDE_TICKS === 0) {
      const isStuck =
        isPinned(match) && noise(seed, this.seat, Math.floor(tick / LET_GO_TICKS)) > 0;
      this.#move = steer(me, isStuck ? this.#home(arena) : this.#target(me, leadOf(match), aim));
    }
    const reach =
      arena.discs.radius[BALL_DISC]! + arena.discs.radius[playerDisc(arena, this.seat)]!;
    const kick = this.#mayKick(me, ball, aim, reach) ? INPUT_KICK : 0;
    return toInputBits(this.#move | kick);
  }

  #target(me: Point, ball: Point, aim: Point): Point {
    const behind = { x: ball.x - aim.x * RUN_UP, y: ball.y - aim.y * RUN_UP };
    const toBall = direction(me, ball);
    const linedUp = toBall.x * aim.x + toBall.y * aim.y;
    if (linedUp > AIM_COSINE) return linedUp > 0.8 ? ball : behind;
    // On the wrong side: around the ball, on the side that is nearer.
    const side = (me.x - ball.x) * -aim.y + (me.y - ball.y) * aim.x < 0 ? -1 : 1;
    return {
      x: ball.x - aim.x * RUN_UP - aim.y * DETOUR * side,
      y: ball.y - aim.y * RUN_UP + aim.x * DETOUR * side,
    };
  }

  /** Halfway to the own goal: where to go when pushing leads nowhere. */
  #home(arena: Arena): Point {
    return { x: ((this.team === TEAM_SUN ? -1 : 1) * arena.spawn.halfWidth) / 2, y: 0 };
  }

  #mayKick(me: Point, ball: Point, aim: Point, reach: number): boolean {
    const gap = Math.hypot(ball.x - me.x, ball.y - me.y) - reach;
    if (gap > KICK_GAP) return false;
    const exit = direction(me, ball);
    const forward = exit.x * (this.team === TEAM_SUN ? 1 : -1);
    return forward > 0.2 && exit.x * aim.x + exit.y * aim.y > AIM_COSINE;
  }

  #attackedGoal(arena: Arena, seed: number, tick: number): Point {
    const { goals } = arena;
    const mood = noise(seed, this.seat, Math.floor(tick / MOOD_TICKS)) * AIM_SPREAD;
    for (let goal = 0; goal < goals.count; goal += 1) {
      if (goals.team[goal] === this.team) continue;
      const halfHeight = Math.abs(goals.y1[goal]! - goals.y0[goal]!) / 2;
      return {
        x: (goals.x0[goal]! + goals.x1[goal]!) / 2,
        y: (goals.y0[goal]! + goals.y1[goal]!) / 2 + mood * halfHeight,
      };
    }
    return { x: this.team === TEAM_SUN ? arena.spawn.halfWidth : -arena.spawn.halfWidth, y: 0 };
  }
}

/** -1 … 1, the same on every machine: a bot must not play differently when a match is replayed. */
function noise(seed: number, seat: number, mood: number): number {
  return finishHash(mixHash(mixHash(seed, seat), mood), 2) / 0x8000_0000 - 1;
}

function isPinned(match: MatchState): boolean {
  const at = BALL_DISC * DISC_STRIDE;
  const vx = match.discs[at + DISC_VX]!;
  const vy = match.discs[at + DISC_VY]!;
  return match.ints[MATCH.phase] === PHASE.playing && vx * vx + vy * vy < PINNED_SPEED ** 2;
}

function place(match: MatchState, disc: number): Point {
  const at = disc * DISC_STRIDE;
  return { x: match.discs[at + DISC_X]!, y: match.discs[at + DISC_Y]! };
}

function leadOf(match: MatchState): Point {
  const at = BALL_DISC * DISC_STRIDE;
  return {
    x: match.discs[at + DISC_X]! + match.discs[at + DISC_VX]! * LEAD_TICKS,
    y: match.discs[at + DISC_Y]! + match.discs[at + DISC_VY]! * LEAD_TICKS,
  };
}

function direction(from: Point, to: Point): Point {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  return { x: dx / length, y: dy / length };
}

function steer(from: Point, to: Point): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  if (Math.abs(dx) < ARRIVED && Math.abs(dy) < ARRIVED) return 0;
  let bits = 0;
  if (Math.abs(dx) > Math.abs(dy) * EIGHT_WAY) bits |= dx > 0 ? INPUT_RIGHT : INPUT_LEFT;
  if (Math.abs(dy) > Math.abs(dx) * EIGHT_WAY) bits |= dy > 0 ? INPUT_DOWN : INPUT_UP;
  return bits;
}
