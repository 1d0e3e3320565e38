import type { Arena } from '../physics/arena.ts';
import { collideDiscs } from '../physics/collide.ts';
import type { EventBuffer } from '../events.ts';
import { rememberScorers } from '../physics/goal-lines.ts';
import { integrateDiscs } from '../physics/integrate.ts';
import { solveJoints } from '../physics/joints.ts';
import { advanceMatch, holdForCountdown, holdWhilePaused } from './match-rules.ts';
import type { MatchState } from '../match-state.ts';
import { movePlayers, takeInputs } from '../physics/move-players.ts';

/** Most discs of a stadium file, plus the ball and the seats, with room to spare. */
const MAX_DISCS = 2048;

/** Scratch: written before it is read in every tick, so nothing lives from one to the next. */
const scorersBefore = new Float64Array(MAX_DISCS * 2);

/**
 * [S1] One tick of a match: the only thing that changes it, beside the commands of the tick that
 * the caller applied before. Allocates nothing. `inputs` holds the `InputBits` of each seat.
 */
export function stepMatch(
  arena: Arena,
  match: MatchState,
  _tick: number,
  inputs: Uint8Array,
  events: EventBuffer,
): void {
  takeInputs(arena, match, inputs, events);
  if (holdWhilePaused(match) || holdForCountdown(match, events)) return;
  movePlayers(arena, match, events);
  rememberScorers(arena, match, scorersBefore);
  integrateDiscs(arena, match);
  collideDiscs(arena, match, events);
  solveJoints(arena, match);
  advanceMatch(arena, match, scorersBefore, events);
}
