import { TICK_RATE } from './tick.ts';

/** How long a goal is celebrated before the next kick-off. */
export const GOAL_TICKS = 2.5 * TICK_RATE;

/** How long the result stands before the match is over. */
export const END_TICKS = 5 * TICK_RATE;

/** Countdown after a pause. */
export const RESUME_TICKS = 2 * TICK_RATE;

/** A kick reaches a disc whose gap to the player is below this. */
export const KICK_REACH = 4;

/** Vertical distance between players at a kick-off without spawn points. */
export const SPAWN_ROW = 55;

/** Default kick rate limit: at least this many ticks from one kick to the next. */
export const KICK_INTERVAL_TICKS = 2;

/** Passes over all joints in a tick. */
export const JOINT_PASSES = 2;

/** A shot that nobody stopped within this time counts no longer as one to be saved. */
export const SHOT_TICKS = 2 * TICK_RATE;

/** Part of the acceleration along each axis when moving along both: 1 / √2. */
export const DIAGONAL = Math.sqrt(0.5);

/**
 * [S16] The world ends here, per axis, in map units, and nothing is faster than from the spot to
 * there in a tick: a place further out could not be told from the next to a ten-thousandth.
 */
export const WORLD_LIMIT = 1e12;

/**
 * [S16] Most that a contact changes a speed by, in units per tick, whatever the coefficients say:
 * so much more than the world's limit that what is left of it ends there all the same, and so
 * little that no share of it overflows.
 */
export const CHANGE_LIMIT = 1e100;
