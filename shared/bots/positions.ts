import { DISC_X, DISC_Y } from '../sim/match-state.ts';
import { otherTeam } from '../sim/team.ts';
import { type BotMemory, STATE } from './bot-memory.ts';
import { laneGap, nearest } from './sensorium/lanes.ts';
import type { Pitch } from './sensorium/pitch.ts';
import type { Place } from './sensorium/ways.ts';
import { ROLE } from './team-plan.ts';

/** Share of the way from the own goal to the ball at which the cover stands. */
const COVER_DEPTH = 0.42;
/** The cover is at least so far in front of its goal, in map units. */
const COVER_LEAST = 28;
/** Spots that support looks at: along the pitch, as shares of the way to the goal, and across. */
const AHEAD = [-0.15, 0.2, 0.45] as const;
const ACROSS = [-0.75, -0.4, 0.4, 0.75] as const;
/** An opponent farther away than this does not matter to a spot. */
const OPEN = 90;
/** Nearer to the ball than this, support is in the way. */
const CROWDED = 110;
/** A new spot has to be better by this. */
const HYSTERESIS = 15;

const ball: Place = { x: 0, y: 0 };
const spot: Place = { x: 0, y: 0 };

/** Sets the spot of a player who does not go to the ball. */
export function takePosition(
  pitch: Pitch,
  seat: number,
  team: 1 | 2,
  role: number,
  memory: BotMemory,
): void {
  ball.x = memory.scene.discs[DISC_X]!;
  ball.y = memory.scene.discs[DISC_Y]!;
  if (role === ROLE.cover) takeCover(pitch, team, memory);
  else takeSpot(pitch, seat, team, role, memory);
}

/** Between the ball and the goal. */
function takeCover(pitch: Pitch, team: 1 | 2, memory: BotMemory): void {
  const home = pitch.homes[team];
  const dx = ball.x - home.x;
  const dy = ball.y - home.y;
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  const depth = Math.min(length * 0.7, Math.max(COVER_LEAST, length * COVER_DEPTH));
  memory.state = STATE.cover;
  memory.spot.x = home.x + (dx / length) * depth;
  memory.spot.y = home.y + (dy / length) * depth;
}

/** The best of twelve spots: open, forward, with a free lane to the ball. The wing takes one half. */
function takeSpot(pitch: Pitch, seat: number, team: 1 | 2, role: number, memory: BotMemory): void {
  const goal = pitch.targets[team];
  const height = pitch.bottom - pitch.top;
  const middle = (pitch.bottom + pitch.top) / 2;
  const wing = role === ROLE.wing ? 1 : -1;
  let most = -Infinity;
  let bestX = memory.spot.x;
  let bestY = memory.spot.y;
  for (let row = 0; row < AHEAD.length; row += 1) {
    for (let column = 0; column < ACROSS.length; column += 1) {
      spot.x = ball.x + (goal.x - ball.x) * AHEAD[row]!;
      spot.y = middle + (height / 2) * ACROSS[column]!;
      let worth = worthOf(pitch, seat, team, memory) + row * 6;
      if (ACROSS[column]! * wing > 0) worth += HYSTERESIS;
      const move = Math.abs(spot.x - memory.spot.x) + Math.abs(spot.y - memory.spot.y);
      if (move < 40) worth += HYSTERESIS;
      if (worth <= most) continue;
      most = worth;
      bestX = spot.x;
      bestY = spot.y;
    }
  }
  memory.state = STATE.receive;
  memory.spot.x = bestX;
  memory.spot.y = bestY;
}

function worthOf(pitch: Pitch, seat: number, team: 1 | 2, memory: BotMemory): number {
  const { scene } = memory;
  const opponents = otherTeam(team);
  const open = Math.min(OPEN, nearest(scene, spot, opponents, -1)) / 3;
  const lane = Math.max(-30, Math.min(30, laneGap(pitch, scene, ball, spot, opponents)));
  const mates = Math.min(OPEN, nearest(scene, spot, team, seat)) / 3;
  const dx = spot.x - ball.x;
  const dy = spot.y - ball.y;
  const isCrowded = dx * dx + dy * dy < CROWDED * CROWDED;
  return open + lane + mates - (isCrowded ? 60 : 0);
}
