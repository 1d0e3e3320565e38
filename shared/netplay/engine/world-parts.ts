import { type PartHashes, hashParts } from '../../sim/match/checksum.ts';
import { hashRoom } from '../../room/room-state.ts';
import type { World } from '../../room/world.ts';

/** The parts of a world that can differ by themselves. */
export const DESYNC_PARTS = ['players', 'ball', 'discs', 'score', 'random', 'room'] as const;
export type DesyncPart = (typeof DESYNC_PARTS)[number];
export type WorldParts = PartHashes & { readonly room: number };

/** Repairs within this many ticks after which a player only watches. */
const WINDOW_TICKS = 3_600;
const REPAIRS_MAX = 3;

export function partsOf({ arena, match, room }: World): WorldParts {
  return { ...hashParts(arena, match), room: hashRoom(room) };
}

/** How often one peer was repaired of late. */
export class RepairCount {
  #ticks: number[] = [];

  /** True when it was once too often. */
  add(tick: number): boolean {
    this.#ticks = this.#ticks.filter((one) => tick - one < WINDOW_TICKS);
    this.#ticks.push(tick);
    if (this.#ticks.length < REPAIRS_MAX) return false;
    this.#ticks = [];
    return true;
  }
}
