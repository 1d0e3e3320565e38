import type { Masks } from '../../sim/physics/meetings.ts';

/** 0xRRGGBB; null = not drawn. */
export type Colour = number | null;

export type Point = { readonly x: number; readonly y: number };

export type StadiumVertex = Masks & Point & { readonly bCoef: number };

export type StadiumSegment = Masks & {
  /** Indices of vertexes, in the order that makes a curve positive. */
  readonly v0: number;
  readonly v1: number;
  readonly bCoef: number;
  /** 1 / tan(half the angle) of an arc, null = straight. See arc.ts for centre and radius. */
  readonly curveF: number | null;
  readonly bias: number;
  readonly vis: boolean;
  readonly color: Colour;
};

/** `team` defends the goal and concedes: 1 = left, 2 = right. */
export type StadiumGoal = { readonly p0: Point; readonly p1: Point; readonly team: 1 | 2 };

export type StadiumPlane = Masks & {
  /** Unit length; [0, 0] for a plane without direction, which meets nothing. */
  readonly normal: Point;
  readonly dist: number;
  readonly bCoef: number;
};

export type StadiumDisc = Masks & {
  readonly pos: Point;
  readonly speed: Point;
  readonly gravity: Point;
  readonly radius: number;
  readonly invMass: number;
  readonly damping: number;
  readonly bCoef: number;
  readonly color: Colour;
};

export type StadiumJoint = {
  readonly d0: number;
  readonly d1: number;
  /** Null = the distance of the discs when the stadium is loaded. */
  readonly length: { readonly min: number; readonly max: number } | null;
  readonly strength: 'rigid' | number;
  readonly color: Colour;
};

export type StadiumPlayer = {
  readonly bCoef: number;
  readonly invMass: number;
  readonly damping: number;
  readonly radius: number;
  readonly acceleration: number;
  readonly kickingAcceleration: number;
  readonly kickingDamping: number;
  readonly kickStrength: number;
  readonly kickback: number;
  readonly gravity: Point;
  /** On top of the team's flag. */
  readonly cGroup: number;
};

export type StadiumBackground = {
  readonly type: 'none' | 'grass' | 'hockey';
  readonly width: number;
  readonly height: number;
  readonly kickOffRadius: number;
  readonly cornerRadius: number;
  readonly goalLine: number;
  readonly color: Colour;
};

/** A stadium file with all defaults and traits filled in. */
export type Stadium = {
  readonly name: string;
  /** Half sizes. */
  readonly width: number;
  readonly height: number;
  readonly cameraWidth: number;
  readonly cameraHeight: number;
  /** 0 = off. */
  readonly maxViewWidth: number;
  readonly cameraFollow: 'ball' | 'player';
  readonly spawnDistance: number;
  readonly redSpawnPoints: readonly Point[];
  readonly blueSpawnPoints: readonly Point[];
  readonly canBeStored: boolean;
  readonly kickOffReset: 'partial' | 'full';
  readonly bg: StadiumBackground;
  readonly vertexes: readonly StadiumVertex[];
  readonly segments: readonly StadiumSegment[];
  readonly goals: readonly StadiumGoal[];
  /** The ball first, then the file's discs: what joints count by. */
  readonly discs: readonly StadiumDisc[];
  readonly planes: readonly StadiumPlane[];
  readonly joints: readonly StadiumJoint[];
  readonly playerPhysics: StadiumPlayer;
};
