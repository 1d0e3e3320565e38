import { MAX_SEATS } from '../base/room-limits.ts';
import { INPUT_DOWN, INPUT_KICK, INPUT_LEFT, INPUT_RIGHT, INPUT_UP } from '../sim/input.ts';
import { DISC_VX, DISC_VY, DISC_X, DISC_Y } from '../sim/match-state.ts';
import { KICK_REACH } from '../sim/tuning.ts';
import { type BotMemory, STATE } from './bot-memory.ts';
import type { Rehearsal } from './rehearsal.ts';
import { crossing } from './sensorium/lanes.ts';
import { holdKeys, moveScene } from './sensorium/motion.ts';
import { isOverLine, type Pitch } from './sensorium/pitch.ts';
import { copyScene, discOf, type Scene } from './sensorium/scene.ts';
import { steer } from './steering.ts';
import { ALL_TRIES, followTry, SOLO_TRIES } from './tries.ts';

/** How far a try is thought through, in ticks, and how often the keys change in it. */
const DEPTH = 90;
const STEER_TICKS = 3;
/** Players farther from the ball than this, in map units, have no part in it. */
const NEAR = 140;
/** The ball is free once it is so far from where it stood, in map units. */
const FREE = 16;
/** One at the ball who pushes at it steers along an axis from this on, in map units. */
const PUSH_AXIS = 6;
/** A try has to be better by so many ticks than the one that is under way. */
const HYSTERESIS = 3;
/** What a try that frees nothing lacks, in ticks, when it does not move the ball at all. */
const STUCK = 20;
/** Ticks that it costs when the ball rolls to the own goal; and most that its way is worth. */
const TO_OWN_GOAL = 30;
const MOST_GAIN = 5;
/** Map units that the ball comes forward for the worth of a tick. */
const GAIN = 4;
/** A ball that leaves within this share of half its own goal's width of it is not kicked. */
const OWN_GOAL = 1.7;
const KICK_MARGIN = 0.5;

/**
 * Pushing at the ball leads nowhere. A bot goes through what it could do instead in its head, a try
 * in a tick, and does what frees the ball soonest. `think` has it rehearse before it is due.
 */
export function unstick(seat: number, memory: BotMemory): void {
  memory.state = STATE.unstick;
  memory.brake = followTry(memory.scene, seat, memory.rehearsal.best, memory.spot);
}

/** Thinks the next try through, and chooses the best one that is known. */
export function rehearse(pitch: Pitch, seat: number, memory: BotMemory): void {
  const { rehearsal } = memory;
  const { worths } = rehearsal;
  if (rehearsal.since !== memory.stillSince) {
    rehearsal.since = memory.stillSince;
    rehearsal.next = 0;
    worths.fill(-DEPTH);
  }
  copyScene(memory.scene, rehearsal.scene);
  findNear(rehearsal, seat);
  const tries = rehearsal.mates > 0 ? ALL_TRIES : SOLO_TRIES;
  const index = rehearsal.next % tries;
  worths[index] = worthOf(pitch, seat, rehearsal, index);
  rehearsal.next = index + 1;
  let { best } = rehearsal;
  for (let other = 0; other < tries; other += 1) {
    if (worths[other]! > worths[best]! + HYSTERESIS) best = other;
  }
  rehearsal.best = best;
}

/** Lists the players near the ball, the bot first. */
function findNear(rehearsal: Rehearsal, seat: number): void {
  const { scene, near } = rehearsal;
  const { discs, teams } = scene;
  near[0] = seat;
  rehearsal.count = 1;
  rehearsal.mates = 0;
  for (let other = 0; other < MAX_SEATS; other += 1) {
    if (other === seat || teams[other] === 0) continue;
    const at = discOf(other);
    const dx = discs[at + DISC_X]! - discs[DISC_X]!;
    const dy = discs[at + DISC_Y]! - discs[DISC_Y]!;
    if (dx * dx + dy * dy > NEAR * NEAR) continue;
    near[rehearsal.count] = other;
    rehearsal.count += 1;
    if (teams[other] === teams[seat]) rehearsal.mates += 1;
  }
}

/** Plays a try to its end. Returns the ticks that it saves of `DEPTH`; below 0 it frees nothing. */
function worthOf(pitch: Pitch, seat: number, rehearsal: Rehearsal, index: number): number {
  const { scene } = rehearsal;
  const { discs } = scene;
  const team = scene.teams[seat] === 1 ? 1 : 2;
  const x = discs[DISC_X]!;
  const y = discs[DISC_Y]!;
  for (let tick = 0; tick < DEPTH; tick += 1) {
    holdAll(pitch, seat, rehearsal, index, tick);
    moveScene(pitch, scene, rehearsal.near, rehearsal.count);
    if (isOverLine(pitch, team, discs)) return -DEPTH;
    const dx = discs[DISC_X]! - x;
    const dy = discs[DISC_Y]! - y;
    if (dx * dx + dy * dy > FREE * FREE) return DEPTH - tick + gainOf(pitch, team, scene, dx, dy);
  }
  const dx = discs[DISC_X]! - x;
  const dy = discs[DISC_Y]! - y;
  return (Math.sqrt(dx * dx + dy * dy) / FREE - 1) * STUCK;
}

/** What the ball's way to freedom is worth, in ticks. */
function gainOf(pitch: Pitch, team: 1 | 2, scene: Scene, dx: number, dy: number): number {
  const { discs } = scene;
  const home = pitch.homes[team];
  const target = pitch.targets[team];
  const x = target.x - home.x;
  const y = target.y - home.y;
  const gain = (dx * x + dy * y) / (Math.sqrt(x * x + y * y) || 1) / GAIN;
  const isToOwnGoal = Math.abs(crossing(home, discs, discs[DISC_VX]!, discs[DISC_VY]!)) < 1.2;
  return Math.max(-MOST_GAIN, Math.min(MOST_GAIN, gain)) - (isToOwnGoal ? TO_OWN_GOAL : 0);
}

/** The bot follows the try, its mates too when it is joint; the others run straight at the ball. */
function holdAll(pitch: Pitch, seat: number, rehearsal: Rehearsal, index: number, tick: number) {
  const { scene, near, spot } = rehearsal;
  const { discs, held, teams } = scene;
  for (let number = 0; number < rehearsal.count; number += 1) {
    const other = near[number]!;
    if (teams[other] !== teams[seat]) held[other] = keysToBall(discs, discOf(other));
    else if (other === seat || index >= SOLO_TRIES) {
      let keys = held[other]! & ~INPUT_KICK;
      if (tick % STEER_TICKS === 0) {
        const brake = followTry(scene, other, index, spot);
        keys = steer(discs, discOf(other), spot, brake, keys);
      }
      const wasUp = (held[other]! & INPUT_KICK) === 0;
      holdKeys(scene, other, keys | (wasUp && mayKick(pitch, scene, other) ? INPUT_KICK : 0));
    }
  }
}

function keysToBall(discs: Float64Array, at: number): number {
  const dx = discs[DISC_X]! - discs[at + DISC_X]!;
  const dy = discs[DISC_Y]! - discs[at + DISC_Y]!;
  const sideways = dx > PUSH_AXIS ? INPUT_RIGHT : dx < -PUSH_AXIS ? INPUT_LEFT : 0;
  return sideways | (dy > PUSH_AXIS ? INPUT_DOWN : dy < -PUSH_AXIS ? INPUT_UP : 0);
}

/** Is the ball in reach of a kick that does not send it to the own goal? */
function mayKick(pitch: Pitch, scene: Scene, seat: number): boolean {
  const { discs } = scene;
  const at = discOf(seat);
  const dx = discs[DISC_X]! - discs[at + DISC_X]!;
  const dy = discs[DISC_Y]! - discs[at + DISC_Y]!;
  const reach = pitch.ballRadius + pitch.playerRadius + KICK_REACH - KICK_MARGIN;
  const square = dx * dx + dy * dy;
  if (square >= reach * reach || square === 0) return false;
  const distance = Math.sqrt(square);
  const vx = discs[DISC_VX]! + (dx / distance) * pitch.kickSpeed;
  const vy = discs[DISC_VY]! + (dy / distance) * pitch.kickSpeed;
  const home = pitch.homes[scene.teams[seat] === 1 ? 1 : 2];
  return Math.abs(crossing(home, discs, vx, vy)) >= OWN_GOAL;
}
