import type { PeerId } from '../../base/peer-id.ts';
import { setPaused } from '../../sim/match/match-commands.ts';
import { MATCH, PHASE } from '../../sim/match-state.ts';
import { findMemberOf, isPerson } from '../../room/room-state.ts';
import type { ArenaSource, World } from '../../room/world.ts';
import { decodeWorld, encodeWorld } from '../../wire/world-codec.ts';

/** What a page keeps of its match for when all pages are loaded anew; null when none is on. */
export function keepWorld(world: World): Uint8Array<ArrayBuffer> | null {
  return world.match.ints[MATCH.phase] === PHASE.warmUp ? null : encodeWorld(world);
}

/**
 * [N31] The world that a page kept, to begin the room from: nobody counts as here before it is heard,
 * and a countdown leads back into play. Null for bytes that are no world in which `self` is a member,
 * or one of a stadium that is not here.
 */
export function resumeWorld(kept: Uint8Array, arenas: ArenaSource, self: PeerId): World | null {
  const world = decodeWorld(kept, arenas);
  if (!world || !findMemberOf(world.room, self)) return null;
  const members = world.room.members.map((one) =>
    isPerson(one) ? { ...one, absent: one.peer !== self } : one,
  );
  world.room = { ...world.room, members };
  setPaused(world.match, true);
  setPaused(world.match, false);
  return world;
}
