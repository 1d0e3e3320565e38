import { TEAM_NONE, TEAM_SUN, TEAM_WAVE, type Team } from '../../shared/sim/team.ts';

/** The team that a script means; null for what is none. */
export function readTeam(value: unknown): Team | null {
  const number = Number(value);
  return number === TEAM_NONE || number === TEAM_SUN || number === TEAM_WAVE ? number : null;
}

/** A whole number within bounds, nearest to what a script says; null for what is no number. */
export function readWhole(value: unknown, min: number, max: number): number | null {
  const number = Number(value);
  if (!Number.isFinite(number)) return null;
  return Math.min(max, Math.max(min, Math.trunc(number)));
}

/** 0xRRGGBB; null for what is no colour. */
export function readColor(value: unknown): number | null {
  const number = Number(value);
  const isOne = value !== null && Number.isInteger(number) && number >= 0 && number <= 0xffffff;
  return isOne ? number : null;
}
