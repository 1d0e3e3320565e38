import { type DiscTable, FLAG, type JointTable } from '../../sim/physics/arena.ts';
import { kickGives } from '../../sim/physics/kick-gives.ts';
import { PLAYER_MASK } from '../../sim/physics/meetings.ts';
import { DISC_STRIDE, DISC_VX, DISC_VY, DISC_X, DISC_Y } from '../../sim/match-state.ts';
import { MAX_SEATS } from '../../base/room-limits.ts';
import type { LimitChange } from '../format/limit-change.ts';
import type { Stadium, StadiumDisc } from '../format/stadium.ts';

/** The file's discs, then one a seat, all made from `playerPhysics`. */
export function compileDiscs(stadium: Stadium, changes: LimitChange[]): DiscTable {
  const player = playerAsDisc(stadium);
  const discs = [...stadium.discs, ...Array.from({ length: MAX_SEATS }, () => player)];
  return {
    radius: Float64Array.from(discs, (disc) => disc.radius),
    invMass: Float64Array.from(discs, (disc) => disc.invMass),
    damping: Float64Array.from([
      ...discs.map((disc) => disc.damping),
      stadium.playerPhysics.kickingDamping,
    ]),
    bCoef: Float64Array.from(discs, (disc) => disc.bCoef),
    gravityX: Float64Array.from(discs, (disc) => disc.gravity.x),
    gravityY: Float64Array.from(discs, (disc) => disc.gravity.y),
    cMask: Int32Array.from(discs, (disc) => disc.cMask),
    cGroup: Int32Array.from(discs, (disc) => disc.cGroup),
    kickSpeed: compileKicks(stadium, discs, changes),
  };
}

/** Only of what can be kicked: no other product is used. All players are alike, and told once. */
function compileKicks(
  { playerPhysics, discs: ofFile }: Stadium,
  discs: readonly StadiumDisc[],
  changes: LimitChange[],
): Float64Array {
  return Float64Array.from(discs, (disc, index) => {
    if ((disc.cGroup & FLAG.kick) === 0) return 0;
    const whose = index < ofFile.length ? `disc ${index}` : 'players';
    const path = `playerPhysics.kickStrength × invMass of ${whose}`;
    return speedOf(path, playerPhysics.kickStrength, disc, index > ofFile.length ? [] : changes);
  });
}

/** [F5] What a strength makes of a disc: bounded once it is a speed, as its factors may be huge. */
export function speedOf(
  path: string,
  strength: number,
  { invMass }: { readonly invMass: number },
  changes: LimitChange[],
): number {
  const speed = strength * invMass + 0;
  const bounded = kickGives(strength, invMass);
  if (bounded !== speed) changes.push({ path, from: speed, to: bounded });
  return bounded;
}

/** Places and speeds of all discs at the start, by `DISC_STRIDE`; those of players are 0. */
export function compileStart({ discs }: Stadium): Float64Array {
  const start = new Float64Array((discs.length + MAX_SEATS) * DISC_STRIDE);
  for (const [index, disc] of discs.entries()) {
    const at = index * DISC_STRIDE;
    start[at + DISC_X] = disc.pos.x;
    start[at + DISC_Y] = disc.pos.y;
    start[at + DISC_VX] = disc.speed.x;
    start[at + DISC_VY] = disc.speed.y;
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
    minLength: Float64Array.from(lengths, (length) => length.min),
    maxLength: Float64Array.from(lengths, (length) => length.max),
    strength: Float64Array.from(joints, ({ strength }) => (strength === 'rigid' ? 0 : strength)),
  };
}

function distanceAtLoad(
  { discs }: Stadium,
  joint: { readonly d0: number; readonly d1: number },
): { readonly min: number; readonly max: number } {
  const dx = discs[joint.d0]!.pos.x - discs[joint.d1]!.pos.x;
  const dy = discs[joint.d0]!.pos.y - discs[joint.d1]!.pos.y;
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
