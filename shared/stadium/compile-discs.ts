import { type DiscTable, FLAG, type JointTable } from '../sim/arena.ts';
import { DISC_STRIDE, DISC_VX, DISC_VY, DISC_X, DISC_Y } from '../sim/match-state.ts';
import { MAX_SEATS } from '../sim/seat.ts';
import { SPEED_LIMIT } from '../sim/tuning.ts';
import { limited } from './limited.ts';
import type { Stadium, StadiumDisc } from './stadium.ts';

/** The file's discs, then one a seat, all made from `playerPhysics`. */
export function compileDiscs(stadium: Stadium): DiscTable {
  const player = playerAsDisc(stadium);
  const discs = [...stadium.discs, ...Array.from({ length: MAX_SEATS }, () => player)];
  return {
    radius: Float64Array.from(discs, (disc) => Math.max(0, limited(disc.radius))),
    invMass: Float64Array.from(discs, (disc) => limited(disc.invMass)),
    damping: Float64Array.from([
      ...discs.map((disc) => limited(disc.damping)),
      limited(stadium.playerPhysics.kickingDamping),
    ]),
    bCoef: Float64Array.from(discs, (disc) => limited(disc.bCoef)),
    gravityX: Float64Array.from(discs, (disc) => limited(disc.gravity.x)),
    gravityY: Float64Array.from(discs, (disc) => limited(disc.gravity.y)),
    cMask: Int32Array.from(discs, (disc) => disc.cMask),
    cGroup: Int32Array.from(discs, (disc) => disc.cGroup),
  };
}

export function compileStart({ discs }: Stadium): Float64Array {
  const start = new Float64Array((discs.length + MAX_SEATS) * DISC_STRIDE);
  for (const [index, disc] of discs.entries()) {
    const at = index * DISC_STRIDE;
    start[at + DISC_X] = limited(disc.pos.x);
    start[at + DISC_Y] = limited(disc.pos.y);
    start[at + DISC_VX] = Math.max(-SPEED_LIMIT, Math.min(SPEED_LIMIT, limited(disc.speed.x)));
    start[at + DISC_VY] = Math.max(-SPEED_LIMIT, Math.min(SPEED_LIMIT, limited(disc.speed.y)));
  }
  return start;
}

/** [F50] Joints without a length keep the distance that the file puts their discs at. */
export function compileJoints(stadium: Stadium): JointTable {
  // A spring without strength and a joint of a disc with itself hold nothing.
  const joints = stadium.joints.filter((joint) => joint.strength !== 0 && joint.d0 !== joint.d1);
  const lengths = joints.map((joint) => joint.length ?? distanceAtLoad(stadium, joint));
  return {
    count: joints.length,
    disc0: Uint16Array.from(joints, (joint) => joint.d0),
    disc1: Uint16Array.from(joints, (joint) => joint.d1),
    minLength: Float64Array.from(lengths, (length) => Math.max(0, limited(length.min))),
    maxLength: Float64Array.from(lengths, (length) => Math.max(0, limited(length.max))),
    strength: Float64Array.from(joints, ({ strength }) =>
      strength === 'rigid' ? 0 : limited(strength),
    ),
  };
}

function distanceAtLoad(
  { discs }: Stadium,
  joint: { readonly d0: number; readonly d1: number },
): { readonly min: number; readonly max: number } {
  const dx = limited(discs[joint.d0]!.pos.x) - limited(discs[joint.d1]!.pos.x);
  const dy = limited(discs[joint.d0]!.pos.y) - limited(discs[joint.d1]!.pos.y);
  const distance = Math.sqrt(dx * dx + dy * dy);
  return { min: distance, max: distance };
}

function playerAsDisc({ playerPhysics: player }: Stadium): StadiumDisc {
  return {
    pos: { x: 0, y: 0 },
    speed: { x: 0, y: 0 },
    gravity: player.gravity,
    radius: player.radius,
    invMass: player.invMass,
    damping: player.damping,
    bCoef: player.bCoef,
    color: null,
    cMask: PLAYER_MASK,
    cGroup: player.cGroup,
  };
}

/** What every player meets; the kick-off barrier comes on top. */
export const PLAYER_MASK = FLAG.ball | FLAG.red | FLAG.blue | FLAG.wall;
