import type { DiscShape } from '../sim/physics/reshape.ts';
import { WORLD_LIMIT } from '../sim/tuning.ts';

/**
 * [R40] What a command makes of a disc; null: stays as it is. Places in map units, speeds in units a tick, the
 * rest as in a stadium file. All but flags and colour are numbers of 32 bits, so that eight commands fit into
 * one packet.
 */
export type DiscValues = DiscShape & {
  readonly x: number | null;
  readonly y: number | null;
  readonly vx: number | null;
  readonly vy: number | null;
  /** 0xRRGGBB, or -1: not drawn. */
  readonly color: number | null;
};

/** What stays of it: a place and a speed are the match's own. */
export type DiscTraits = DiscShape & Pick<DiscValues, 'color'>;

/** As many as a world's snapshot has room for. */
export const CHANGED_DISCS_MAX = 64;

const COLOR_MAX = 0xff_ff_ff;
const NOT_DRAWN = -1;

/** The numbers of 32 bits, in the order in which they travel. */
export const DISC_NUMBERS = [
  'x',
  'y',
  'vx',
  'vy',
  'radius',
  'bCoef',
  'invMass',
  'damping',
  'gravityX',
  'gravityY',
] as const satisfies readonly (keyof DiscValues)[];

/** What makes a disc another one. */
export const DISC_TRAITS = [
  'radius',
  'bCoef',
  'invMass',
  'damping',
  'gravityX',
  'gravityY',
  'cMask',
  'cGroup',
  'color',
] as const satisfies readonly (keyof DiscTraits)[];

/** What makes a disc another one, unchanged. */
export const NO_DISC_TRAITS: DiscTraits = {
  radius: null,
  bCoef: null,
  invMass: null,
  damping: null,
  gravityX: null,
  gravityY: null,
  cMask: null,
  cGroup: null,
  color: null,
};

/** Nothing of a disc changes. */
export const NO_DISC_VALUES: DiscValues = {
  x: null,
  y: null,
  vx: null,
  vy: null,
  ...NO_DISC_TRAITS,
};

/**
 * [R40] Values as they travel: rounded to 32 bits, and 0 for what is too small for them. Null when one is not
 * finite, further out than the world, or no flags or colour.
 */
export function toDiscValues(asked: Partial<DiscValues>): DiscValues | null {
  const rounded: { -readonly [Name in keyof DiscValues]: DiscValues[Name] } = { ...NO_DISC_VALUES };
  for (const name of DISC_NUMBERS) {
    const value = asked[name] ?? null;
    rounded[name] = value === null ? null : Math.fround(value) + 0;
  }
  rounded.cMask = asked.cMask ?? null;
  rounded.cGroup = asked.cGroup ?? null;
  rounded.color = asked.color ?? null;
  return areDiscValues(rounded) ? rounded : null;
}

/** [R40] Whether every peer takes these for the same. */
export function areDiscValues(values: DiscValues): boolean {
  return (
    DISC_NUMBERS.every((name) => isNumber(values[name])) &&
    isFlags(values.cMask) &&
    isFlags(values.cGroup) &&
    isColor(values.color)
  );
}

function isNumber(value: number | null): boolean {
  if (value === null) return true;
  const isIn = value >= -WORLD_LIMIT && value <= WORLD_LIMIT;
  return isIn && Math.fround(value) === value && !Object.is(value, -0);
}

function isFlags(value: number | null): boolean {
  return value === null || (value | 0) === value;
}

function isColor(value: number | null): boolean {
  if (value === null) return true;
  return Number.isInteger(value) && value >= NOT_DRAWN && value <= COLOR_MAX;
}
