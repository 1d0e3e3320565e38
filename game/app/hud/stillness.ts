import type { RoomSession } from '../../../shared/netplay/room-session.ts';
import { findMember } from '../../../shared/room/room-state.ts';
import { MATCH, PHASE, SEAT, seatInt } from '../../../shared/sim/match-state.ts';
import { STILL_TICKS } from '../../../shared/sim/tuning.ts';

/**
 * [S64] Whether the person of a session is asked if it is there, or taken to be away. Read from the state, so that any
 * other input ends it.
 */
export function stillnessOf({ self, world }: RoomSession): 'asked' | 'idle' | null {
  const me = self === null ? undefined : findMember(world.room, self);
  if (!me || me.seat === null) return null;
  if (me.idle) return 'idle';
  const { ints } = world.match;
  const isInPlay = ints[MATCH.phase] === PHASE.playing || ints[MATCH.phase] === PHASE.kickOff;
  return isInPlay && ints[seatInt(me.seat, SEAT.still)]! >= STILL_TICKS ? 'asked' : null;
}
