import type { Arena } from '../sim/physics/arena.ts';
import type { InputBits } from '../sim/input.ts';
import type { Seat } from '../sim/seat.ts';
import type { Tick } from '../sim/tick.ts';
import type { Command } from './command.ts';
import type { World } from './world.ts';

/** What was held in each seat once, for a match that may go another way. */
export interface RecordedSeats {
  /** Once a tick: looks whether what was recorded still fits. */
  follow(world: World): void;
  /** What this seat held in the tick; null where its recording fits no more, or is over. */
  bits(seat: Seat, tick: number): InputBits | null;
}

/** A moment of a replay that a room can play on from. It never changes. */
export interface PlayableMoment {
  /** [R45] Makes a world the one of the moment, for the members who are there. */
  begin(world: World, command: Command & { readonly type: 'playOn' }): void;
  /** @param from the first tick of play */
  recall(from: Tick): RecordedSeats;
}

/** What an arena source gives for a moment: its map, and the moment; null: the bytes are none. */
export type MomentArena = Arena & { readonly moment: PlayableMoment | null };

/** Tells a moment from a map. */
export function isMomentArena(arena: Arena): arena is MomentArena {
  return 'moment' in arena;
}
