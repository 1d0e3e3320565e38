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
 * The world ends here, per axis, in map units: whatever gets further is put back on the edge. With
 * the speed limit this keeps every state finite, whatever a stadium asks for.
 */
export const WORLD_LIMIT = 1_000_000;

/** Units per tick and axis. On published maps only what is thrown on purpose gets there. */
export const SPEED_LIMIT = 10_000;
