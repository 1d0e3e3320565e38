import { MAX_SEATS } from '../../base/room-limits.ts';
import type { Seat } from '../seat.ts';
import type { Team } from '../team.ts';

/** Collision flags as the bits of `cMask` and `cGroup`. */
export const FLAG = {
  ball: 1,
  red: 2,
  blue: 4,
  redKO: 8,
  blueKO: 16,
  wall: 32,
  all: 63,
  kick: 64,
  score: 128,
  c0: 1 << 28,
  c1: 1 << 29,
  c2: 1 << 30,
  c3: 1 << 31,
} as const;

/** Static properties, one entry a disc; the seats' discs come last and are all alike, until a command says otherwise. */
export type DiscTable = {
  /** May be negative: it is part of the sum at which two touch. */
  readonly radius: Float64Array;
  /** 0 = immovable; negative works and is pulled where others are pushed. */
  readonly invMass: Float64Array;
  /** One entry more than discs: the last is the damping of players with an armed kick. */
  readonly damping: Float64Array;
  readonly bCoef: Float64Array;
  readonly gravityX: Float64Array;
  readonly gravityY: Float64Array;
  readonly cMask: Int32Array;
  readonly cGroup: Int32Array;
  /**
   * Speed that a kick gives, 0 for what cannot be kicked: the players' kickStrength × inverse mass.
   * Their product, as either may be off any speed by hundreds of orders.
   */
  readonly kickSpeed: Float64Array;
};

export type PlaneTable = {
  readonly count: number;
  readonly normalX: Float64Array;
  readonly normalY: Float64Array;
  readonly dist: Float64Array;
  readonly bCoef: Float64Array;
  readonly cMask: Int32Array;
  readonly cGroup: Int32Array;
};

export type SegmentTable = {
  readonly count: number;
  readonly x0: Float64Array;
  readonly y0: Float64Array;
  readonly x1: Float64Array;
  readonly y1: Float64Array;
  /**
   * Straight: unit normal on the side that a disc is pushed to. Curved: `normalX` alone counts,
   * +1 pushes away from the centre and -1 towards it.
   */
  readonly normalX: Float64Array;
  readonly normalY: Float64Array;
  /** Never negative: the sign is in the normal. 0 = two-sided. */
  readonly bias: Float64Array;
  readonly bCoef: Float64Array;
  /** 0 = straight, 1 = an arc of less than half a turn, 2 = of half a turn or more. */
  readonly shape: Uint8Array;
  readonly centreX: Float64Array;
  readonly centreY: Float64Array;
  readonly arcRadius: Float64Array;
  readonly cMask: Int32Array;
  readonly cGroup: Int32Array;
};

export type VertexTable = {
  readonly count: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly bCoef: Float64Array;
  readonly cMask: Int32Array;
  readonly cGroup: Int32Array;
};

export type GoalTable = {
  readonly count: number;
  readonly x0: Float64Array;
  readonly y0: Float64Array;
  readonly x1: Float64Array;
  readonly y1: Float64Array;
  /** Team that defends the goal and concedes. */
  readonly team: Uint8Array;
};

export type JointTable = {
  readonly count: number;
  readonly disc0: Uint16Array;
  readonly disc1: Uint16Array;
  readonly minLength: Float64Array;
  readonly maxLength: Float64Array;
  /** 0 = rigid, else the strength of a spring. */
  readonly strength: Float64Array;
};

/**
 * The walls that one kind of disc (same masks, same radius) can meet, by place. A cell lists every
 * segment (its index) and vertex (segment count + its index) that such a disc can touch while its
 * centre is in that cell, in file order.
 */
export type WallGrid = {
  readonly planes: Uint16Array;
  readonly originX: number;
  readonly originY: number;
  readonly cellsPerUnit: number;
  readonly columns: number;
  readonly rows: number;
  /** `items` of cell c: from starts[c] to starts[c + 1]; the last cell is everything outside. */
  readonly starts: Uint32Array;
  readonly items: Uint16Array;
};

export type PlayerPhysics = {
  readonly acceleration: number;
  readonly kickingAcceleration: number;
  /** Speed that a kick takes from the player of each seat: kickback × inverse mass. */
  readonly recoil: Float64Array;
  readonly kickStrength: number;
  readonly kickback: number;
};

/**
 * A stadium as the physics needs it: flat, immutable, shared by every world. Disc 0 is the ball,
 * the file's discs follow, then one disc a seat, which exists while the seat has a team.
 */
export type Arena = {
  readonly discCount: number;
  readonly firstPlayerDisc: number;
  readonly discs: DiscTable;
  /** Position and speed of every disc after a full reset; zeros for the seats. */
  readonly startDiscs: Float64Array;
  readonly planes: PlaneTable;
  readonly segments: SegmentTable;
  readonly vertexes: VertexTable;
  readonly goals: GoalTable;
  readonly joints: JointTable;
  /** File discs (ball included) j > i that disc i meets: `partners` from starts[i] to starts[i+1]. */
  readonly partnerStarts: Uint32Array;
  readonly partners: Uint16Array;
  /** Per file disc, a bit for each `playerVariant` in which it meets the player of any seat. */
  readonly meetsPlayers: Uint8Array;
  /** The same for the player of one seat, at disc * MAX_SEATS + seat. */
  readonly meetsSeat: Uint8Array;
  /** Per barrier (0 none, else the team kicking off) and pair of seats, bit (teamA - 1) * 2 + teamB - 1. */
  readonly seatsMeet: Uint8Array;
  readonly grids: readonly WallGrid[];
  /** Index in `grids` of each file disc; -1 = never meets a wall. */
  readonly gridOfDisc: Int16Array;
  /** The same for each `playerVariant` of each seat, at seat * PLAYER_VARIANTS + variant. */
  readonly gridOfPlayer: Int16Array;
  /** File discs that can be kicked and that score, in order. */
  readonly kickable: Uint16Array;
  readonly scoring: Uint16Array;
  /** The same for the seats, which follow: some of their players may have these flags. */
  readonly playersKickable: boolean;
  readonly playersScore: boolean;
  readonly player: PlayerPhysics;
  readonly spawn: {
    /** Where somebody who joins mid-game appears when there are no spawn points. */
    readonly halfWidth: number;
    readonly distance: number;
    /** Where the Sun starts: −1 left as in the file, 1 with the ends swapped. */
    readonly sunSide: -1 | 1;
    /** x, y pairs; empty = the default rows. */
    readonly sun: Float64Array;
    readonly wave: Float64Array;
  };
  /** A kick-off puts all discs back, not only the ball. */
  readonly resetsAllDiscs: boolean;
  /** [R40] What this one was made of by other discs; null: it is as its stadium has it. */
  readonly plain: Arena | null;
};

/** Index of the disc that a seat plays with. */
export function playerDisc(arena: Arena, seat: Seat): number {
  return arena.firstPlayerDisc + seat;
}

/** Radius of what shows of a disc: nothing of one whose radius is negative. */
export function drawnRadius(arena: Arena, disc: number): number {
  return Math.max(0, arena.discs.radius[disc]!);
}

/** Bit and index of a player of `team` while `barrier` (0, or the team kicking off) is up. */
export function playerVariant(barrier: Team, team: number): number {
  return barrier * 2 + team - 1;
}

export const PLAYER_VARIANTS = 6;

/** Discs of an arena that are not a seat's. */
export function fileDiscCount(arena: Arena): number {
  return arena.discCount - MAX_SEATS;
}
