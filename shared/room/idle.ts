import { changePerson } from './places.ts';
import type { MemberId } from './command.ts';
import { findPerson, isPerson } from './room-state.ts';
import { forgetStillness } from '../sim/match/match-commands.ts';
import { SEAT, seatInt } from '../sim/match-state.ts';
import { IDLE_TICKS } from '../sim/tuning.ts';
import type { World } from './world.ts';

/** [R19] Once a tick: a player that has held the same for too long is idle. */
export function markIdle(world: World): void {
  const { ints } = world.match;
  for (const member of world.room.members) {
    const { id, seat } = member;
    if (!isPerson(member) || member.idle || seat === null) continue;
    if (ints[seatInt(seat, SEAT.still)]! >= IDLE_TICKS) changePerson(world, id, { idle: true });
  }
}

/** [R20] Whatever a member asks for shows that its person is there. */
export function noticePerson(world: World, id: MemberId): void {
  const member = findPerson(world.room, id);
  if (!member) return;
  if (member.seat !== null) forgetStillness(world.match, member.seat);
  if (member.idle) changePerson(world, id, { idle: false });
}
