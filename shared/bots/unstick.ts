import { MAX_SEATS } from '../base/room-limits.ts';
import { DISC_X, DISC_Y } from '../sim/match-state.ts';
import { DIAGONAL } from '../sim/tuning.ts';
import { TEAM_SUN, TEAM_WAVE } from '../sim/team.ts';
import { type BotMemory, STATE } from './bot-memory.ts';
import { CHANNEL, chance } from './chance.ts';
import { discOf, type Scene } from './sensorium/scene.ts';
import type { Pitch } from './sensorium/pitch.ts';
import type { Place } from './sensorium/ways.ts';
import { passPosts } from './steering.ts';

/** An attempt to free the ball along it lasts so long, in ticks. */
const ATTEMPT_TICKS = 22;
/** Gap to the ball, in map units, within which a bot is at it. */
const AT_BALL = 7;
/** Discs this near to the ball, centre to centre, keep others from it. */
const CAGE = 52;
/** Way around the ball in map units: with one other disc at it, and with more. */
const ROUND_ONE = 42;
const ROUND_MORE = 62;
/** Ticks of its own speed that a bot takes off its way around. */
const ROUND_BRAKE = 7;
/** How far away the spot is that it runs to, in map units. */
const RUN = 60;
/** Ways to the ball, as eighths of a turn and what lies between. */
const WAYS = [
  1,
  0,
  0.924,
  0.383,
  DIAGONAL,
  DIAGONAL,
  0.383,
  0.924,
  0,
  1,
  -0.383,
  0.924,
  -DIAGONAL,
  DIAGONAL,
  -0.924,
  0.383,
  -1,
  0,
  -0.924,
  -0.383,
  -DIAGONAL,
  -DIAGONAL,
  -0.383,
  -0.924,
  0,
  -1,
  0.383,
  -0.924,
  DIAGONAL,
  -DIAGONAL,
  0.924,
  -0.383,
] as const;
/** A way is free enough at this cosine to the next disc; of two free ways the nearer one is taken. */
const FREE = 0.2;
const NEARER = 0.3;
/** Where the next disc is nearer to a way than this cosine, a bot does not get through. */
const NARROW = 0.62;
/** Cosine from which a bot is on its way and runs in. */
const ON_WAY = 0.9;

/** Cosine from which a bot pushes a crowd along, and how near a wall stops that, in map units. */
const PUSHING = 0.1;
const AT_WALL = 20;

const ball: Place = { x: 0, y: 0 };
/** From the ball to the bot, and to the side from which it will come. */
const from: Place = { x: 0, y: 0 };
const side: Place = { x: 0, y: 0 };
/** The cosine from that side to the disc next to it; and how many discs are at the ball. */
const cage = { tightest: 0, count: 0 };

/**
 * Pushing at the ball leads nowhere. A bot at it goes along it instead of against it, first one way,
 * then the other, and kicks. One that is not there comes where the others leave the widest gap, and
 * parts them.
 */
export function unstick(pitch: Pitch, seat: number, tick: number, memory: BotMemory): void {
  const { spot, scene } = memory;
  const at = discOf(seat);
  ball.x = scene.discs[DISC_X]!;
  ball.y = scene.discs[DISC_Y]!;
  from.x = scene.discs[at + DISC_X]! - ball.x;
  from.y = scene.discs[at + DISC_Y]! - ball.y;
  const distance = Math.sqrt(from.x * from.x + from.y * from.y) || 1;
  from.x /= distance;
  from.y /= distance;
  memory.brake = 0;
  memory.state = STATE.unstick;
  const touch = pitch.ballRadius + pitch.playerRadius;
  if (distance < touch + AT_BALL) {
    const attempt = Math.floor((tick - memory.stillSince) / ATTEMPT_TICKS);
    const first = chance(memory.seed, seat, memory.stillSince, CHANNEL.side) < 0.5 ? 1 : -1;
    const turn = attempt % 2 === 0 ? first : -first;
    spot.x = ball.x + from.x * distance + (from.y * turn - from.x * 0.4) * RUN;
    spot.y = ball.y + from.y * distance + (-from.x * turn - from.y * 0.4) * RUN;
    return;
  }
  chooseSide(pitch, scene, seat, distance);
  if (cage.count > 2 && cage.tightest > NARROW && pushCrowd(pitch, seat, distance, memory)) return;
  const along = from.x * side.x + from.y * side.y;
  if (along > ON_WAY) {
    spot.x = ball.x;
    spot.y = ball.y;
    return;
  }
  // Around, an eighth of a turn at a time, without running past the side.
  memory.brake = ROUND_BRAKE;
  const cross = from.x * side.y - from.y * side.x < 0 ? -1 : 1;
  const x = (from.x - from.y * cross) * DIAGONAL;
  const y = (from.y + from.x * cross) * DIAGONAL;
  const isAlmost = along > DIAGONAL;
  const round = cage.count > 1 ? ROUND_MORE : ROUND_ONE;
  spot.x = ball.x + (isAlmost ? side.x : x) * round;
  spot.y = ball.y + (isAlmost ? side.y : y) * round;
}

/**
 * Those who run at the ball from all sides push in balance: all who push one way move them. The way
 * is the same for the whole team: forward, and at the ends along the wall, away from the goal.
 */
function pushCrowd(pitch: Pitch, seat: number, distance: number, memory: BotMemory): boolean {
  const { spot, scene } = memory;
  const target = pitch.targets[scene.teams[seat] === TEAM_SUN ? TEAM_SUN : TEAM_WAVE];
  const isAtEnd = ball.x < pitch.left + AT_WALL || ball.x > pitch.right - AT_WALL;
  const isAtSide = ball.y < pitch.top + AT_WALL || ball.y > pitch.bottom - AT_WALL;
  if (isAtEnd && isAtSide) return false;
  side.x = isAtEnd ? 0 : target.x < ball.x ? -1 : 1;
  side.y = isAtEnd ? (ball.y < target.y ? -1 : 1) : 0;
  const along = -(from.x * side.x + from.y * side.y);
  if (along > PUSHING) {
    const across = (from.x * side.y - from.y * side.x) * distance;
    spot.x = ball.x + from.x * distance + side.x * RUN - side.y * across;
    spot.y = ball.y + from.y * distance + side.y * RUN + side.x * across;
    passPosts(pitch, scene.discs, discOf(seat), spot);
    return true;
  }
  const cross = from.x * side.y - from.y * side.x > 0 ? -1 : 1;
  spot.x = ball.x + (from.x - from.y * cross) * DIAGONAL * ROUND_MORE;
  spot.y = ball.y + (from.y + from.x * cross) * DIAGONAL * ROUND_MORE;
  return true;
}

/** Finds the side with the widest gap. */
function chooseSide(pitch: Pitch, scene: Scene, seat: number, distance: number): void {
  const { outer, posts } = pitch;
  const room = pitch.ballRadius + pitch.playerRadius;
  let least = Infinity;
  cage.tightest = 1;
  side.x = from.x;
  side.y = from.y;
  for (let way = 0; way < WAYS.length; way += 2) {
    const x = WAYS[way]!;
    const y = WAYS[way + 1]!;
    const px = ball.x + x * room;
    const py = ball.y + y * room;
    if (px < outer.left || px > outer.right || py < outer.top || py > outer.bottom) continue;
    let closest = FREE;
    let count = 0;
    for (let other = 0; other < MAX_SEATS; other += 1) {
      if (other === seat || scene.teams[other] === 0) continue;
      const at = discOf(other);
      // A mate that is farther away makes room.
      if (scene.teams[other] === scene.teams[seat] && isFarther(scene, other, distance)) continue;
      const cosine = cosineTo(scene.discs[at + DISC_X]!, scene.discs[at + DISC_Y]!, x, y);
      if (cosine > -1) count += 1;
      if (cosine > closest) closest = cosine;
    }
    for (let post = 0; post < posts.length; post += 3) {
      closest = Math.max(closest, cosineTo(posts[post]!, posts[post + 1]!, x, y));
    }
    cage.count = count;
    const worth = closest - NEARER * (x * from.x + y * from.y);
    if (worth >= least) continue;
    least = worth;
    cage.tightest = closest;
    side.x = x;
    side.y = y;
  }
}

/** Is a player farther from the ball than this? */
function isFarther(scene: Scene, seat: number, distance: number): boolean {
  const at = discOf(seat);
  const dx = scene.discs[at + DISC_X]! - ball.x;
  const dy = scene.discs[at + DISC_Y]! - ball.y;
  return dx * dx + dy * dy > distance * distance;
}

/** Cosine between a way and the one to a disc at the ball; -1 when the disc is not there. */
function cosineTo(discX: number, discY: number, x: number, y: number): number {
  const dx = discX - ball.x;
  const dy = discY - ball.y;
  const square = dx * dx + dy * dy;
  if (square > CAGE * CAGE || square === 0) return -1;
  return Math.max(-0.99, (dx * x + dy * y) / Math.sqrt(square));
}
