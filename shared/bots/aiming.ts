import { MAX_SEATS } from '../base/room-limits.ts';
import { DISC_X, DISC_Y } from '../sim/match-state.ts';
import { otherTeam } from '../sim/team.ts';
import type { BotMemory } from './bot-memory.ts';
import { CHANNEL, chance, error } from './chance.ts';
import { discOf } from './sensorium/scene.ts';
import { laneGap } from './sensorium/lanes.ts';
import type { Pitch } from './sensorium/pitch.ts';
import type { Place } from './sensorium/ways.ts';

/** Points of a goal that are looked at, as shares of the half line from its middle. */
const POINTS = [-0.65, -0.35, 0, 0.35, 0.65] as const;
/** Gaps wider than this are all alike, in map units. */
const WIDE = 30;
/** A new aim has to be so much better than the one before. */
const HYSTERESIS = 8;
/** A mate has to be so much freer than the goal. */
const MATE_COST = 16;
/** A mate nearer than this needs no pass. */
const MATE_NEAR = 90;
/** An error of aim lasts so long, in ticks. */
const ERROR_TICKS = 40;
const PASS_TICKS = 60;

const ball: Place = { x: 0, y: 0 };
const point: Place = { x: 0, y: 0 };
const best: Place = { x: 0, y: 0 };

/** Chooses where the ball shall go: the freest point of the goal, or a mate who is freer. */
export function chooseAim(
  pitch: Pitch,
  seat: number,
  team: 1 | 2,
  tick: number,
  memory: BotMemory,
): void {
  const { scene, seed, level, aim } = memory;
  ball.x = scene.discs[DISC_X]!;
  ball.y = scene.discs[DISC_Y]!;
  const opponents = otherTeam(team);
  const goal = pitch.targets[team];
  let most = -Infinity;
  for (let index = 0; index < POINTS.length; index += 1) {
    const share = POINTS[index]!;
    point.x = goal.x + ((goal.x1 - goal.x0) / 2) * share;
    point.y = goal.y + ((goal.y1 - goal.y0) / 2) * share;
    const isOld = Math.abs(point.x - aim.x) + Math.abs(point.y - aim.y) < 20;
    const gap = Math.min(WIDE, laneGap(pitch, scene, ball, point, opponents));
    const worth = gap + (isOld ? HYSTERESIS : 0) - Math.abs(share);
    if (worth <= most) continue;
    most = worth;
    best.x = point.x;
    best.y = point.y;
  }
  const moment = Math.floor(tick / PASS_TICKS);
  if (chance(seed, seat, moment, CHANNEL.pass) < level.passing) {
    lookForMate(pitch, seat, team, memory, most);
  }
  const wrong = error(seed, seat, Math.floor(tick / ERROR_TICKS), CHANNEL.aim) * level.aimError;
  aim.x = best.x - (best.y - ball.y) * wrong;
  aim.y = best.y + (best.x - ball.x) * wrong;
}

function lookForMate(
  pitch: Pitch,
  seat: number,
  team: 1 | 2,
  memory: BotMemory,
  goalWorth: number,
): void {
  const { scene } = memory;
  const goal = pitch.targets[team];
  const toGoal = distance(ball, goal);
  let most = goalWorth + MATE_COST;
  for (let mate = 0; mate < MAX_SEATS; mate += 1) {
    if (mate === seat || scene.teams[mate] !== team) continue;
    const at = discOf(mate);
    point.x = scene.discs[at + DISC_X]!;
    point.y = scene.discs[at + DISC_Y]!;
    const gain = toGoal - distance(point, goal);
    if (gain < 0 || distance(ball, point) < MATE_NEAR) continue;
    const worth = Math.min(WIDE, laneGap(pitch, scene, ball, point, otherTeam(team)));
    if (worth <= most) continue;
    most = worth;
    best.x = point.x;
    best.y = point.y;
  }
}

function distance(from: Place, to: { readonly x: number; readonly y: number }): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  return Math.sqrt(dx * dx + dy * dy);
}
