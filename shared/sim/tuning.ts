import { TICK_RATE } from './tick.ts';

/** How long a goal is celebrated before the next kick-off. */
export const GOAL_TICKS = 2.5 * TICK_RATE;

/** How long the result stands before the match is over. */
export const END_TICKS = 5 * TICK_RATE;

/** [S57] The countdown of a start: 3, 2, 1. */
export const COUNTDOWN_TICKS = 3 * TICK_RATE;

/** [S57] The countdown after a goal. */
export const GOAL_COUNTDOWN_TICKS = TICK_RATE;

/** [S53] A kick-off that nobody takes is free for both teams after this. */
export const KICK_OFF_TICKS = 8 * TICK_RATE;

/** [S58] How long the ball of a warm-up lies in the goal. */
export const BALL_BACK_TICKS = TICK_RATE;

/** [S63] Distance from the middle at which somebody comes into a warm-up. */
export const WARM_UP_DISTANCE = 50;

/** [S64] Ticks of play without another input, after which a player is asked whether it is there. */
export const STILL_TICKS = 15 * TICK_RATE;

/** [S64] The same, after which it is idle. */
export const IDLE_TICKS = 25 * TICK_RATE;

/** [S15] The countdown after a pause: 3, 2, 1. */
export const RESUME_TICKS = 3 * TICK_RATE;

/** A kick reaches a disc whose gap to the player is below this. */
export const KICK_REACH = 4;

/** Vertical distance between players at a kick-off without spawn points. */
export const SPAWN_ROW = 55;

/** Default kick rate limit: at least this many ticks from one kick to the next. */
export const KICK_INTERVAL_TICKS = 2;

/** Passes over all joints in a tick. */
export const JOINT_PASSES = 2;

/** [S41] A shot reaches the goal line within this time, and is over after it. */
export const SHOT_TICKS = 2 * TICK_RATE;

/** [S41] A shot is at least this fast, in units per tick: about as fast as a player runs. */
export const SHOT_SPEED = 2;

/** [S41] A save is of a ball that would have been in within this time: only near the goal. */
export const SAVE_TICKS = TICK_RATE;

/** [S41] What is stopped earlier than so many ticks after the kick is stopped at the foot. */
export const SHOT_FLIGHT_TICKS = 6;

/** [S41] A blocked shot that the same player kicks again within this time is the same shot. */
export const SHOT_REST_TICKS = TICK_RATE;

/**
 * [S40] A contact with the ball is over when none came for so many ticks: whoever runs with the
 * ball meets it every few ticks.
 */
export const CONTACT_TICKS = 10;

/** [S40] Ticks: a player that played the ball in this one or the one before is still at it. */
export const PLAY_TICKS = 2;

/** [S40] Slower towards the ball, in units per tick, is standing. */
export const PLAY_SPEED = 0.1;

/** [S40] Least share in the speed at which both meet: with less, the ball came to the player. */
export const PLAY_SHARE = 0.25;

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
