import type { MemberId } from '../../shared/room/command.ts';
import { peopleIn, type RoomState } from '../../shared/room/room-state.ts';
import { TICK_RATE } from '../../shared/sim/tick.ts';
import type { World } from '../../shared/room/world.ts';

/** Ticks after which a member that does not count yet is no newcomer: one of a bad network hears the rest. */
const PATIENCE_TICKS = 1.5 * TICK_RATE;

/**
 * Tells whether somebody has come who cannot hear yet: a page knows who speaks to it once it has the world.
 * It has by the time that it counts in the room's configuration.
 */
export class Newcomers {
  /** People, with the tick in which they came; those who were there first came at no time. */
  #cameAt: ReadonlyMap<MemberId, number> | null = null;
  #room: RoomState | null = null;
  #areDeaf = false;

  /** @param world the final one; true while what is said now would be lost on a newcomer */
  areDeaf({ room, tick }: Pick<World, 'room' | 'tick'>): boolean {
    if (room !== this.#room) this.#follow(room, tick);
    return this.#areDeaf && [...this.#cameAt!.values()].some((at) => tick - at < PATIENCE_TICKS);
  }

  #follow(room: RoomState, tick: number): void {
    const before = this.#cameAt;
    const people = peopleIn(room);
    this.#cameAt = new Map(
      people.map(({ id }) => [id, before?.get(id) ?? (before ? tick : Number.NEGATIVE_INFINITY)]),
    );
    this.#room = room;
    const present = people.filter(({ absent }) => !absent).length;
    this.#areDeaf = room.configuration !== null && countBits(room.configuration.pages) < present;
  }
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits >>> 0; left !== 0; left = (left & (left - 1)) >>> 0) count += 1;
  return count;
}
