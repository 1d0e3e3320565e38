import type { Arena } from './arena.ts';
import type { MatchState } from './match-state.ts';
import type { RoomState } from './room-state.ts';
import type { Tick } from './tick.ts';

/** Everything a room is at one tick: the fold of its timeline up to, not including, `tick`. */
export type World = {
  tick: Tick;
  room: RoomState;
  arena: Arena;
  match: MatchState;
};

/** Finds the compiled arena of a stadium id; undefined while it is not here yet. */
export type ArenaSource = (stadium: string) => Arena | undefined;
