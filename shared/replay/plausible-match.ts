import { MAX_SEATS } from '../base/room-limits.ts';
import { SCORE_LIMIT_MAX, TIME_LIMIT_MINUTES_MAX } from '../room/command.ts';
import { MATCH, type MatchState, PAUSED, PHASE, SEAT, seatInt } from '../sim/match-state.ts';
import { SEATS } from '../sim/seat.ts';
import { TICK_RATE } from '../sim/tick.ts';
import { RESUME_TICKS, WORLD_LIMIT } from '../sim/tuning.ts';

/** A day: no match is longer. */
const CLOCK_MAX = 24 * 60 * 60 * TICK_RATE;
/** Beyond what people or bots do in a day. */
const COUNT_MAX = 1_000_000;
const MINUTE_TICKS = 60 * TICK_RATE;

/** Least and most of the integers of a match that are more than counters of what was. */
const BOUNDS: readonly (readonly [field: number, least: number, most: number])[] = [
  [MATCH.phase, PHASE.warmUp, PHASE.countdown],
  [MATCH.phaseTicks, 0, CLOCK_MAX],
  [MATCH.clock, 0, CLOCK_MAX],
  [MATCH.sunScore, 0, COUNT_MAX],
  [MATCH.waveScore, 0, COUNT_MAX],
  [MATCH.kickOffTeam, 0, 2],
  [MATCH.timeLimitTicks, 0, TIME_LIMIT_MINUTES_MAX * MINUTE_TICKS],
  [MATCH.scoreLimit, 0, SCORE_LIMIT_MAX],
  [MATCH.pause, PAUSED, RESUME_TICKS],
  [MATCH.winner, 0, 2],
  [MATCH.lastTouch, 0, MAX_SEATS],
  [MATCH.previousTouch, 0, MAX_SEATS],
  [MATCH.inTheWay, 0, MAX_SEATS],
  [MATCH.scorer, 0, MAX_SEATS],
  [MATCH.assist, 0, MAX_SEATS],
  [MATCH.shooter, -1, MAX_SEATS],
  [MATCH.saver, -1, MAX_SEATS],
  [MATCH.shotBy, 0, MAX_SEATS],
];

const SEAT_FIELDS = Object.values(SEAT).filter((field) => field !== SEAT.team);

/**
 * [N82] False for the state of a match that no match comes to: a file of a stranger may hold any numbers.
 * What is left of them does at most what a match with a strange history does.
 */
export function isPlausible({ discs, ints }: MatchState): boolean {
  return (
    BOUNDS.every(([field, least, most]) => isWithin(ints[field]!, least, most)) &&
    SEATS.every((seat) => {
      const isTeam = isWithin(ints[seatInt(seat, SEAT.team)]!, 0, 2);
      return (
        isTeam &&
        SEAT_FIELDS.every((field) => isWithin(ints[seatInt(seat, field)]!, -COUNT_MAX, COUNT_MAX))
      );
    }) &&
    discs.every((value) => isWithin(value, -WORLD_LIMIT, WORLD_LIMIT))
  );
}

function isWithin(value: number, least: number, most: number): boolean {
  return value >= least && value <= most;
}
