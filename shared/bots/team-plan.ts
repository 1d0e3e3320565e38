import { MAX_SEATS } from '../base/room-limits.ts';
import { DISC_VX, DISC_VY, DISC_X, DISC_Y } from '../sim/match-state.ts';
import { TICK_RATE } from '../sim/tick.ts';
import { discOf, type Scene } from './sensorium/scene.ts';
import type { Pitch } from './sensorium/pitch.ts';
import { ticksToBall } from './sensorium/ways.ts';

/** What a player of a team does: exactly one goes to the ball. */
export const ROLE = { none: 0, chaser: 1, cover: 2, support: 3, wing: 4 } as const;

/** Roles are given out five times a second. */
export const PLAN_TICKS = TICK_RATE / 5;
/**
 * One who is on the way to the ball goes on unless another one is there so much earlier, in ticks:
 * 0.2 s. What is seen counts and not what was planned: two who plan for themselves agree.
 */
const CHASER_BONUS = 0.2 * TICK_RATE;
/** This fast towards the ball, in units a tick, one is on the way; this near to it, in map units. */
const COMMITTED = 1;
const AT_BALL = 50;
/** Ticks that it costs to come from the wrong side of the ball. */
const WRONG_SIDE = 20;
/** The one in cover stays it unless another one is nearer to the goal by so much, in map units. */
const COVER_BONUS = 60;

/** The roles of a team as one of its players sees them; all of one level see the same. */
export type TeamPlan = {
  readonly roles: Uint8Array;
  tick: number;
};

/** A plan in which nobody has a role. */
export function createTeamPlan(): TeamPlan {
  return { roles: new Uint8Array(MAX_SEATS), tick: -PLAN_TICKS };
}

const costs = new Float64Array(MAX_SEATS);

/** Gives the roles out anew, when it is time. */
export function planTeam(plan: TeamPlan, pitch: Pitch, scene: Scene, team: 1 | 2): void {
  const moment = scene.tick - (scene.tick % PLAN_TICKS);
  if (plan.tick === moment && isWhole(plan, scene, team)) return;
  plan.tick = moment;
  for (let seat = 0; seat < MAX_SEATS; seat += 1) {
    costs[seat] = scene.teams[seat] === team ? chaseCost(pitch, scene, seat, team) : Infinity;
  }
  const chaser = cheapest();
  for (let seat = 0; seat < MAX_SEATS; seat += 1) {
    if (costs[seat] !== Infinity) costs[seat] = coverCost(plan, pitch, scene, seat, team);
  }
  if (chaser >= 0) costs[chaser] = Infinity;
  const cover = cheapest();
  let next: number = ROLE.support;
  for (let seat = 0; seat < MAX_SEATS; seat += 1) {
    if (scene.teams[seat] !== team) plan.roles[seat] = ROLE.none;
    else if (seat === chaser) plan.roles[seat] = ROLE.chaser;
    else if (seat === cover) plan.roles[seat] = ROLE.cover;
    else {
      plan.roles[seat] = next;
      next = ROLE.wing;
    }
  }
}

/** Has everybody of the team a role, and nobody else? */
function isWhole(plan: TeamPlan, scene: Scene, team: number): boolean {
  for (let seat = 0; seat < MAX_SEATS; seat += 1) {
    if ((scene.teams[seat] === team) !== (plan.roles[seat] !== ROLE.none)) return false;
  }
  return true;
}

/** The seat with the least cost; -1 when there is none. */
function cheapest(): number {
  let best = -1;
  for (let seat = 0; seat < MAX_SEATS; seat += 1) {
    if (costs[seat] === Infinity) continue;
    if (best < 0 || costs[seat]! < costs[best]!) best = seat;
  }
  return best;
}

function chaseCost(pitch: Pitch, scene: Scene, seat: number, team: 1 | 2): number {
  const { discs } = scene;
  const at = discOf(seat);
  const target = pitch.targets[team];
  const dx = discs[DISC_X]! - discs[at + DISC_X]!;
  const dy = discs[DISC_Y]! - discs[at + DISC_Y]!;
  const isBehind = dx * (target.x - discs[DISC_X]!) + dy * (target.y - discs[DISC_Y]!) > 0;
  const distance = Math.sqrt(dx * dx + dy * dy) || 1;
  const pace = (discs[at + DISC_VX]! * dx + discs[at + DISC_VY]! * dy) / distance;
  const bonus = pace > COMMITTED || distance < AT_BALL ? CHASER_BONUS : 0;
  // Of two who are there at once the nearer one goes.
  return ticksToBall(pitch, discs, at) + distance / 100 + (isBehind ? 0 : WRONG_SIDE) - bonus;
}

function coverCost(plan: TeamPlan, pitch: Pitch, scene: Scene, seat: number, team: 1 | 2): number {
  const at = discOf(seat);
  const home = pitch.homes[team];
  const dx = scene.discs[at + DISC_X]! - home.x;
  const dy = scene.discs[at + DISC_Y]! - home.y;
  const bonus = plan.roles[seat] === ROLE.cover ? COVER_BONUS : 0;
  return Math.sqrt(dx * dx + dy * dy) - bonus;
}
