import { MAX_SEATS } from '../base/room-limits.ts';
import { DISC_VX, DISC_VY, DISC_X, DISC_Y, PHASE } from '../sim/match-state.ts';
import { otherTeam } from '../sim/team.ts';
import { chooseAim } from './aiming.ts';
import { type BotMemory, STATE } from './bot-memory.ts';
import { discOf } from './sensorium/scene.ts';
import { crossing, nearest } from './sensorium/lanes.ts';
import type { Pitch } from './sensorium/pitch.ts';
import { ballAfter, canReach, type Place, ticksToBall } from './sensorium/ways.ts';
import { takePosition } from './positions.ts';
import { ALIKE, type Disc, goRound, passPosts } from './steering.ts';
import { ROLE } from './team-plan.ts';
import { unstick } from './unstick.ts';

/** Gap to the ball, in map units, at which a run-up begins. */
const RUN_UP = 12;
/** Gap that is kept on the way around the ball. */
const ROUND = 12;
/** The ball has stood for so long, in ticks: something else than pushing is due. */
const STUCK_TICKS = 16;
/** After so long others than the chaser come, from so far away in map units. */
const HELP_TICKS = 16;
const HELP_DISTANCE = 220;
/** With each further tick they come from this much farther away. */
const HELP_SPREAD = 3;
/** Brakes, in ticks of the own speed: on a run through the ball, and on the way to a place. */
const THROUGH = 5;
const ARRIVE = 12;
/** The opponent is clearly first when it is at the ball so many ticks earlier. */
const FIRST = 12;

/** Two press the ball between them when it is so slow, and both so near to it. */
const CLASH_SPEED = 0.8;
const CLASH_GAP = 8;
/** Within this of its goal, in map units, a bot minds own goals; it looks so many ticks ahead. */
const OWN_GOAL = 220;
const OWN_GOAL_LEAD = 6;
/** Nearer to the ball than this, it steps away before it passes. */
const OFF = 9;
/** How much of what is missing to the line a run through the ball makes good. */
const ACROSS = 0.8;

/** The ball is passed on one side until the other one is shorter by this share of the gap to it. */
const SAME_SIDE = 0.6;

const me: Place = { x: 0, y: 0 };
const ball: Place = { x: 0, y: 0 };
const obstacle: Disc = { x: 0, y: 0, distance: 0, side: 1, alike: ALIKE };

/** Sets the state of a bot and the spot to run to. */
export function decide(
  pitch: Pitch,
  seat: number,
  team: 1 | 2,
  tick: number,
  memory: BotMemory,
): void {
  const at = discOf(seat);
  choose(pitch, seat, team, tick, memory);
  if (memory.state === STATE.unstick) return;
  keepOffOwnGoal(pitch, team, memory);
  passPosts(pitch, memory.scene.discs, at, memory.spot);
}

/** On the wrong side of the ball, near the own goal, a bot passes it at a distance. */
function keepOffOwnGoal(pitch: Pitch, team: 1 | 2, memory: BotMemory): void {
  const { discs } = memory.scene;
  const { spot } = memory;
  const home = pitch.homes[team];
  obstacle.x = discs[DISC_X]! + discs[DISC_VX]! * OWN_GOAL_LEAD;
  obstacle.y = discs[DISC_Y]! + discs[DISC_VY]! * OWN_GOAL_LEAD;
  const hx = home.x - obstacle.x;
  const hy = home.y - obstacle.y;
  const dx = me.x - obstacle.x;
  const dy = me.y - obstacle.y;
  if (hx * hx + hy * hy > OWN_GOAL * OWN_GOAL || dx * hx + dy * hy > 0) return;
  const touch = pitch.ballRadius + pitch.playerRadius;
  const distance = Math.sqrt(dx * dx + dy * dy) || 1;
  obstacle.distance = touch + ROUND;
  passBall(pitch, memory, 1);
  if (distance > touch + OFF) return;
  // So near that any step could push it: first away from it.
  spot.x += (dx / distance) * OFF * 3;
  spot.y += (dy / distance) * OFF * 3;
}

function choose(pitch: Pitch, seat: number, team: 1 | 2, tick: number, memory: BotMemory): void {
  const { scene, level } = memory;
  const at = discOf(seat);
  me.x = scene.discs[at + DISC_X]!;
  me.y = scene.discs[at + DISC_Y]!;
  memory.brake = ARRIVE;
  const role = leavesBall(pitch, seat, team, memory) ? ROLE.cover : memory.plan.roles[seat]!;
  if (block(pitch, at, team, memory)) return;
  const stood = tick - memory.stillSince;
  const helps = stood > HELP_TICKS && nearBall(memory, stood);
  if (role !== ROLE.chaser && !helps) {
    takePosition(pitch, seat, team, role, memory);
    return;
  }
  ballAfter(pitch, scene.discs, meetingTick(pitch, at, memory), ball);
  chooseAim(pitch, seat, team, tick, memory);
  if (stood > STUCK_TICKS || isClash(pitch, team, memory)) unstick(seat, memory);
  else if (level.contains && contain(pitch, at, team, memory)) memory.state = STATE.cover;
  else chase(pitch, memory);
}

/** One that plays safe goes to no ball beyond the middle when it has a mate, and stays behind it. */
function leavesBall(pitch: Pitch, seat: number, team: 1 | 2, memory: BotMemory): boolean {
  if (!memory.level.careful) return false;
  const { discs, teams } = memory.scene;
  const toHome = Math.abs(discs[DISC_X]! - pitch.homes[team].x);
  const toTarget = Math.abs(discs[DISC_X]! - pitch.targets[team].x);
  if (toHome < toTarget) return false;
  for (let mate = 0; mate < MAX_SEATS; mate += 1) {
    if (mate !== seat && teams[mate] === team) return true;
  }
  return false;
}

/** Is the bot near enough to a ball that stands, to free it too? */
function nearBall(memory: BotMemory, stood: number): boolean {
  const dx = memory.scene.discs[DISC_X]! - me.x;
  const dy = memory.scene.discs[DISC_Y]! - me.y;
  const far = HELP_DISTANCE + Math.max(0, stood - HELP_TICKS) * HELP_SPREAD;
  return dx * dx + dy * dy < far * far;
}

/** The tick, from now, at which the bot meets the ball; none that its level does not see. */
function meetingTick(pitch: Pitch, at: number, memory: BotMemory): number {
  const { discs } = memory.scene;
  for (let ticks = 0; ticks < memory.level.predict; ticks += 2) {
    ballAfter(pitch, discs, ticks, ball);
    if (canReach(pitch, discs, at, ball, ticks)) return ticks;
  }
  return memory.level.predict;
}

/** Does an opponent push the slow ball against the bot? */
function isClash(pitch: Pitch, team: 1 | 2, memory: BotMemory): boolean {
  const { discs } = memory.scene;
  const touch = pitch.ballRadius + pitch.playerRadius;
  const vx = discs[DISC_VX]!;
  const vy = discs[DISC_VY]!;
  if (vx * vx + vy * vy > CLASH_SPEED * CLASH_SPEED) return false;
  const dx = discs[DISC_X]! - me.x;
  const dy = discs[DISC_Y]! - me.y;
  const near = touch + CLASH_GAP;
  if (dx * dx + dy * dy > near * near) return false;
  return nearest(memory.scene, ball, otherTeam(team), -1) < near;
}

/** Gets behind the ball as seen from the aim, and then runs through it. */
function chase(pitch: Pitch, memory: BotMemory): void {
  const { aim, spot } = memory;
  const ax = aim.x - ball.x;
  const ay = aim.y - ball.y;
  const length = Math.sqrt(ax * ax + ay * ay) || 1;
  const ux = ax / length;
  const uy = ay / length;
  const touch = pitch.ballRadius + pitch.playerRadius;
  const rx = ball.x - me.x;
  const ry = ball.y - me.y;
  const distance = Math.sqrt(rx * rx + ry * ry) || 1;
  const linedUp = (rx * ux + ry * uy) / distance;
  memory.state = linedUp > 0.9 && distance < touch + 8 ? STATE.carry : STATE.chase;
  if (memory.scene.phase === PHASE.kickOff) memory.state = STATE.kickOff;
  if (linedUp > 0.92) {
    // Through the ball, and a little across: what is not quite in line comes into it.
    spot.x = ball.x + ux * 8 + (rx - ux * distance * linedUp) * ACROSS;
    spot.y = ball.y + uy * 8 + (ry - uy * distance * linedUp) * ACROSS;
    memory.brake = THROUGH;
    return;
  }
  const behind = touch + (linedUp > 0.5 ? RUN_UP / 2 : RUN_UP);
  spot.x = ball.x - ux * behind;
  spot.y = ball.y - uy * behind;
  obstacle.x = ball.x;
  obstacle.y = ball.y;
  obstacle.distance = touch + ROUND;
  passBall(pitch, memory, -ball.y * ux > 0 ? 1 : -1);
  memory.brake = 6;
}

/**
 * Leads around the ball, on the side on which it began: who changes its mind on the way runs
 * straight into it.
 */
function passBall(pitch: Pitch, memory: BotMemory, side: number): void {
  const { round } = memory;
  obstacle.side = round || side;
  obstacle.alike = round === 0 ? ALIKE : obstacle.distance * SAME_SIDE;
  memory.round = goRound(pitch, me, memory.spot, obstacle);
}

/** Steps between the ball and the own goal when an opponent is there first. */
function contain(pitch: Pitch, at: number, team: 1 | 2, memory: BotMemory): boolean {
  const { discs, teams } = memory.scene;
  const opponents = otherTeam(team);
  const home = pitch.homes[team];
  const hx = home.x - ball.x;
  const hy = home.y - ball.y;
  const length = Math.sqrt(hx * hx + hy * hy) || 1;
  // On the right side of the ball already it goes for it.
  if ((me.x - ball.x) * hx + (me.y - ball.y) * hy > 0) return false;
  let first = Infinity;
  for (let other = 0; other < MAX_SEATS; other += 1) {
    if (teams[other] === opponents)
      first = Math.min(first, ticksToBall(pitch, discs, discOf(other)));
  }
  if (first + FIRST > ticksToBall(pitch, discs, at)) return false;
  const gap = Math.min(length * 0.4, 70);
  memory.spot.x = ball.x + (hx / length) * gap;
  memory.spot.y = ball.y + (hy / length) * gap;
  return true;
}

/** A ball on its way into the own goal is met wherever it can be. */
function block(pitch: Pitch, at: number, team: 1 | 2, memory: BotMemory): boolean {
  const { discs, phase } = memory.scene;
  if ((phase !== PHASE.playing && phase !== PHASE.warmUp) || memory.level.predict === 0)
    return false;
  ball.x = discs[DISC_X]!;
  ball.y = discs[DISC_Y]!;
  const vx = discs[DISC_VX]!;
  const vy = discs[DISC_VY]!;
  const speed = vx * vx + vy * vy;
  const home = pitch.homes[team];
  if (speed < 1.5 || Math.abs(crossing(home, discs, vx, vy)) > 1.15) return false;
  const dx = home.x - ball.x;
  const dy = home.y - ball.y;
  const range = pitch.roll[pitch.roll.length - 1]!;
  // Does it come so far at all?
  if (dx * dx + dy * dy > speed * range * range) return false;
  for (let ticks = 0; ticks < memory.level.predict; ticks += 3) {
    ballAfter(pitch, discs, ticks, ball);
    if (!canReach(pitch, discs, at, ball, ticks)) continue;
    // From behind it would only be pushed in.
    if ((me.x - ball.x) * vx + (me.y - ball.y) * vy < 0) return false;
    memory.state = STATE.block;
    memory.spot.x = ball.x;
    memory.spot.y = ball.y;
    return true;
  }
  return false;
}
