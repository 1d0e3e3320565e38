import { DISC_VX, DISC_VY, DISC_X, DISC_Y, PHASE } from '../sim/match-state.ts';
import { otherTeam } from '../sim/team.ts';
import { KICK_REACH } from '../sim/tuning.ts';
import { type BotMemory, STATE } from './bot-memory.ts';
import { CHANNEL, chance } from './chance.ts';
import { discOf } from './sensorium/scene.ts';
import { crossing, laneGap, nearest } from './sensorium/lanes.ts';
import type { Pitch } from './sensorium/pitch.ts';
import type { Place } from './sensorium/ways.ts';

/** A kick is pressed this much inside its reach: what a bot foresees is not exact. */
const MARGIN = 0.5;
/** A ball that leaves within this share of half its own goal's width of it is not kicked. */
const OWN_GOAL = 1.7;
/** Least cosine between where the ball goes and where it should. */
const ALIGNED = 0.93;
/** An opponent this near to the ball presses, in map units. */
const PRESSURE = 62;
/** Ticks for which a missed chance lasts. */
const MISS_TICKS = 18;

const ball: Place = { x: 0, y: 0 };

/** Does the bot press its kick now? Never when the ball would go towards its own goal. */
export function wantsKick(
  pitch: Pitch,
  seat: number,
  team: 1 | 2,
  tick: number,
  memory: BotMemory,
): boolean {
  const { discs } = memory.scene;
  const at = discOf(seat);
  const dx = discs[DISC_X]! - discs[at + DISC_X]!;
  const dy = discs[DISC_Y]! - discs[at + DISC_Y]!;
  const distance = Math.sqrt(dx * dx + dy * dy);
  const reach = pitch.ballRadius + pitch.playerRadius + KICK_REACH - MARGIN;
  const isInReach = distance < reach && distance > 0;
  const vx = discs[DISC_VX]! + (dx / distance) * pitch.kickSpeed;
  const vy = discs[DISC_VY]! + (dy / distance) * pitch.kickSpeed;
  const isChance = isInReach && isWorthIt(pitch, team, memory, vx, vy);
  if (isChance && !memory.hadChance) {
    const isMissed = chance(memory.seed, seat, tick, CHANNEL.kick) < memory.level.kickMiss;
    if (isMissed) memory.missUntil = tick + MISS_TICKS;
  }
  memory.hadChance = isChance;
  if (!isChance || tick < memory.missUntil) return false;
  return memory.state === STATE.unstick || tick >= memory.restUntil;
}

function isWorthIt(pitch: Pitch, team: 1 | 2, memory: BotMemory, vx: number, vy: number): boolean {
  const { discs, phase } = memory.scene;
  ball.x = discs[DISC_X]!;
  ball.y = discs[DISC_Y]!;
  if (Math.abs(crossing(pitch.homes[team], discs, vx, vy)) < OWN_GOAL) return false;
  const target = pitch.targets[team];
  const forward = target.x - pitch.homes[team].x;
  const upward = target.y - pitch.homes[team].y;
  const speed = Math.sqrt(vx * vx + vy * vy) || 1;
  const advance =
    (vx * forward + vy * upward) / (speed * Math.sqrt(forward * forward + upward * upward) || 1);
  if (memory.state === STATE.unstick) return true;
  if (phase === PHASE.kickOff) return advance > 0;
  const opponents = otherTeam(team);
  const pressure = nearest(memory.scene, ball, opponents, -1);
  // Whatever goes forward helps where the own goal is near and an opponent nearer.
  if (memory.state === STATE.block || memory.state === STATE.cover) return advance > 0;
  const ax = memory.aim.x - ball.x;
  const ay = memory.aim.y - ball.y;
  const aligned = (vx * ax + vy * ay) / (speed * Math.sqrt(ax * ax + ay * ay) || 1);
  if (Math.abs(crossing(target, discs, vx, vy)) < 0.85) {
    return laneGap(pitch, memory.scene, ball, target, opponents) > -20 || pressure < PRESSURE;
  }
  return aligned > ALIGNED && pressure < PRESSURE;
}
