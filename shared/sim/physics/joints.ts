import type { Arena } from './arena.ts';
import { boundDisc } from './contact.ts';
import { DISC_STRIDE, DISC_VX, DISC_VY, DISC_X, DISC_Y, type MatchState } from '../match-state.ts';
import { JOINT_PASSES } from '../tuning.ts';

/** [S30] Brings jointed discs back to their distance, in file order, a fixed number of passes. */
export function solveJoints(arena: Arena, match: MatchState): void {
  for (let pass = 0; pass < JOINT_PASSES; pass += 1) {
    for (let joint = 0; joint < arena.joints.count; joint += 1) {
      // A spring is a force: it acts once a tick, however often the rigid ones are tightened.
      if (pass === 0 || arena.joints.strength[joint] === 0) solveJoint(arena, match.discs, joint);
    }
  }
}

function solveJoint(arena: Arena, discs: Float64Array, joint: number): void {
  const { joints } = arena;
  const inverse0 = arena.discs.invMass[joints.disc0[joint]!]!;
  const inverseSum = inverse0 + arena.discs.invMass[joints.disc1[joint]!]!;
  if (inverseSum === 0) return;
  const a = joints.disc0[joint]! * DISC_STRIDE;
  const b = joints.disc1[joint]! * DISC_STRIDE;
  const dx = discs[b + DISC_X]! - discs[a + DISC_X]!;
  const dy = discs[b + DISC_Y]! - discs[a + DISC_Y]!;
  const distance = Math.sqrt(dx * dx + dy * dy);
  // Two discs in one place: there is no direction to pull in.
  if (distance === 0) return;
  const length = Math.max(joints.minLength[joint]!, Math.min(joints.maxLength[joint]!, distance));
  const error = distance - length;
  if (error === 0) return;
  const nx = dx / distance;
  const ny = dy / distance;
  const share0 = inverse0 / inverseSum;
  const share1 = 1 - share0;
  const strength = joints.strength[joint]!;
  let pull: number;
  if (strength === 0) {
    discs[a + DISC_X]! += nx * error * share0;
    discs[a + DISC_Y]! += ny * error * share0;
    discs[b + DISC_X]! -= nx * error * share1;
    discs[b + DISC_Y]! -= ny * error * share1;
    // Of the speed only what makes the error worse is taken away.
    const dvx = discs[b + DISC_VX]! - discs[a + DISC_VX]!;
    const dvy = discs[b + DISC_VY]! - discs[a + DISC_VY]!;
    const parting = nx * dvx + ny * dvy;
    pull = parting * error > 0 ? parting : 0;
  } else {
    // No spring closes more than its whole error in a tick: beyond that it would only explode.
    pull = error * Math.max(-1, Math.min(1, strength * inverseSum));
  }
  discs[a + DISC_VX]! += nx * pull * share0;
  discs[a + DISC_VY]! += ny * pull * share0;
  discs[b + DISC_VX]! -= nx * pull * share1;
  discs[b + DISC_VY]! -= ny * pull * share1;
  boundDisc(discs, a);
  boundDisc(discs, b);
}
