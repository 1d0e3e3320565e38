import { type Arena, FLAG, type PlayerPhysics } from '../../sim/physics/arena.ts';
import { listMeetings, playerMasks } from '../../sim/physics/meetings.ts';
import { SEATS } from '../../sim/seat.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import { compileDiscs, compileJoints, compileStart, speedOf } from './compile-discs.ts';
import { compileGrids } from './compile-grids.ts';
import { compileGoals, compilePlanes, compileSegments, compileVertexes } from './compile-walls.ts';
import type { LimitChange } from '../format/limit-change.ts';
import type { Point, Stadium } from '../format/stadium.ts';
import { wallShapes } from './wall-shapes.ts';

/**
 * [F2] Everything about a stadium that can be decided before a tick is decided here. What a limit
 * changes about the products that a tick uses is added to `changes` [F5].
 */
export function compileArena(stadium: Stadium, changes: LimitChange[] = []): Arena {
  const firstPlayerDisc = stadium.discs.length;
  const discs = compileDiscs(stadium, changes);
  const vertexes = compileVertexes(stadium);
  const segments = compileSegments(stadium, vertexes);
  const planes = compilePlanes(stadium);
  const extraGroup = stadium.playerPhysics.cGroup;
  const players = playerMasks(extraGroup);
  return {
    discCount: firstPlayerDisc + MAX_SEATS,
    firstPlayerDisc,
    discs,
    startDiscs: compileStart(stadium),
    planes,
    segments,
    vertexes,
    goals: compileGoals(stadium),
    joints: compileJoints(stadium),
    ...listMeetings({ discs, firstPlayerDisc, seats: SEATS.map(() => players) }),
    ...compileGrids(stadium, discs, players, planes, wallShapes(segments, vertexes)),
    kickable: discsWith(stadium, FLAG.kick),
    scoring: discsWith(stadium, FLAG.score),
    playersKickable: (extraGroup & FLAG.kick) !== 0,
    playersScore: (extraGroup & FLAG.score) !== 0,
    player: compilePlayer(stadium, changes),
    spawn: {
      halfWidth: stadium.width,
      distance: stadium.spawnDistance,
      sunSide: -1,
      sun: flatPoints(stadium.redSpawnPoints),
      wave: flatPoints(stadium.blueSpawnPoints),
    },
    resetsAllDiscs: stadium.kickOffReset === 'full',
    plain: null,
  };
}

function discsWith({ discs }: Stadium, flag: number): Uint16Array {
  return Uint16Array.from([...discs.keys()].filter((disc) => (discs[disc]!.cGroup & flag) !== 0));
}

function compilePlayer({ playerPhysics: player }: Stadium, changes: LimitChange[]): PlayerPhysics {
  const path = 'playerPhysics.kickback × playerPhysics.invMass';
  return {
    acceleration: player.acceleration,
    kickingAcceleration: player.kickingAcceleration,
    recoil: new Float64Array(MAX_SEATS).fill(speedOf(path, player.kickback, player, changes)),
    kickStrength: player.kickStrength,
    kickback: player.kickback,
  };
}

function flatPoints(points: readonly Point[]): Float64Array {
  return Float64Array.from(points.flatMap((point) => [point.x, point.y]));
}
