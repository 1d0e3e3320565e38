import { MAX_SEATS } from '../../shared/base/room-limits.ts';
import { SPAWN_ROW } from '../../shared/sim/tuning.ts';
import { arcOf } from '../../shared/stadium/format/arc.ts';
import type { Point, Stadium, StadiumSegment } from '../../shared/stadium/format/stadium.ts';
import { pocketOf } from './goal-pocket.ts';
import { isOfGround } from './ground.ts';
import { paintedGoals } from './painted-goals.ts';
import { isVisible } from './pitch-style.ts';

export type PitchBounds = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Room for the outlines around the outermost wall, in map units. */
const MARGIN = 14;
/** Players may run out of the field as far as this and stay in the picture. */
const RUN_OFF = 36;
/** Half sizes of a picture, whatever a file says. */
const LEAST = 60;
const MOST = 20_000;

const TEAM_SEATS = MAX_SEATS / 2;

/**
 * What must be seen of a stadium: its field, what is drawn, and a little of the run-off, nothing of
 * that beyond the limits that the file sets the camera; and in any case [V24] its nets and the places
 * where players begin.
 */
export function pitchBounds(stadium: Stadium): PitchBounds {
  const { cameraWidth, cameraHeight } = stadium;
  let right = stadium.bg.type === 'none' ? 0 : stadium.bg.width;
  let bottom = stadium.bg.type === 'none' ? 0 : stadium.bg.height;
  const include = (x: number, y: number, radius = 0): void => {
    right = Math.max(right, Math.abs(x) + radius);
    bottom = Math.max(bottom, Math.abs(y) + radius);
  };
  for (const segment of stadium.segments) {
    if (!isShown(segment, stadium)) continue;
    for (const { x, y } of extremesOf(stadium, segment)) include(x, y);
  }
  for (const disc of stadium.discs.slice(1)) {
    if (isVisible(disc) && isShown(disc, stadium)) include(disc.pos.x, disc.pos.y, disc.radius);
  }
  const goals = paintedGoals(stadium);
  for (const { p0, p1 } of goals) {
    include(p0.x, p0.y);
    include(p1.x, p1.y);
  }
  right = withRunOff(right, cameraWidth > 0 ? cameraWidth : stadium.width);
  bottom = withRunOff(bottom, cameraHeight > 0 ? cameraHeight : stadium.height);
  for (const goal of goals) {
    const pocket = pocketOf(stadium, goal);
    if (pocket) include(Math.abs(pocket.line) + pocket.depth, pocket.bottom, MARGIN);
  }
  const radius = Math.max(0, stadium.playerPhysics.radius);
  for (const { x, y } of startsOf(stadium)) include(x, y, radius);
  right = Math.min(right, MOST);
  bottom = Math.min(bottom, MOST);
  return { left: -right, right, top: -bottom, bottom };
}

function isShown(
  { vis = true, color }: Partial<Pick<StadiumSegment, 'vis'>> & Pick<StadiumSegment, 'color'>,
  stadium: Stadium,
): boolean {
  return vis && color !== null && !isOfGround(color, stadium);
}

/** Where the players of full teams begin. */
function startsOf(stadium: Stadium): readonly Point[] {
  const { redSpawnPoints, blueSpawnPoints, spawnDistance } = stadium;
  return [redSpawnPoints, blueSpawnPoints].flatMap((points) => {
    if (points.length > 0) return points.slice(0, TEAM_SEATS);
    const rows = Math.floor(TEAM_SEATS / 2);
    return [{ x: spawnDistance, y: rows * SPAWN_ROW }];
  });
}

/** The ends of a line, and where an arc is furthest out. */
function extremesOf(stadium: Stadium, { v0, v1, curveF }: StadiumSegment): readonly Point[] {
  const from = stadium.vertexes[v0]!;
  const to = stadium.vertexes[v1]!;
  if (curveF === null) return [from, to];
  const { x, y, radius } = arcOf(from, to, curveF);
  const start = Math.atan2(from.y - y, from.x - x);
  const sweep = positiveAngle(Math.atan2(to.y - y, to.x - x) - start);
  const tops = [0, 1, 2, 3]
    .map((quarter) => (quarter * Math.PI) / 2)
    .filter((angle) => positiveAngle(angle - start) < sweep)
    .map((angle) => ({ x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) }));
  return [from, to, ...tops];
}

function positiveAngle(angle: number): number {
  const turn = 2 * Math.PI;
  return ((angle % turn) + turn) % turn;
}

function withRunOff(drawn: number, limit: number): number {
  const wanted = drawn === 0 ? limit : Math.max(drawn + MARGIN, Math.min(limit, drawn + RUN_OFF));
  return Math.max(Math.min(wanted, limit + MARGIN), LEAST);
}
