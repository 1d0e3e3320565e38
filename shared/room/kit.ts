import { TEAM_NONE, TEAM_SUN, type Team } from '../sim/team.ts';

/** [R36] Colours of a team, as numbers 0xRRGGBB. */
export type Kit = {
  /** Degrees, 0 … 359, that the stripes are turned by, clockwise; 0 has them upright. */
  readonly angle: number;
  /** Of what stands on the disc. */
  readonly text: number;
  /** 1 … KIT_STRIPES_MAX, from left to right. */
  readonly stripes: readonly number[];
};

/** Null: as each person chose. */
export type Kits = { readonly sun: Kit | null; readonly wave: Kit | null };

export const NO_KITS: Kits = { sun: null, wave: null };
export const KIT_STRIPES_MAX = 3;
export const KIT_ANGLES = 360;

/** [R36] Whether every peer takes these for the same. */
export function areKit({ angle, text, stripes }: Kit): boolean {
  const isTurn = Number.isInteger(angle) && angle >= 0 && angle < KIT_ANGLES;
  const isCount = stripes.length > 0 && stripes.length <= KIT_STRIPES_MAX;
  return isTurn && isCount && [text, ...stripes].every(isColour);
}

function isColour(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 0xff_ff_ff;
}

/** The kit of a team; null where each person has its own colours, and for none. */
export function kitOf({ sun, wave }: Kits, team: Team): Kit | null {
  if (team === TEAM_NONE) return null;
  return team === TEAM_SUN ? sun : wave;
}
