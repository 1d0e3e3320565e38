import { type PartHashes, hashParts } from '../../sim/match/checksum.ts';
import { hashRoom } from '../../room/hash-room.ts';
import type { World } from '../../room/world.ts';

/** The parts of a world that can differ by themselves. */
export const DESYNC_PARTS = ['players', 'ball', 'discs', 'score', 'random', 'room'] as const;
export type DesyncPart = (typeof DESYNC_PARTS)[number];
export type WorldParts = PartHashes & { readonly room: number };

/** The hash of each part of a world. */
export function partsOf({ arena, match, room }: World): WorldParts {
  return { ...hashParts(arena, match), room: hashRoom(room) };
}
