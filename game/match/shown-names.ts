import type { PeerId } from '../../shared/base/peer-id.ts';
import type { Member, RoomState } from '../../shared/room/room-state.ts';

/** How a person is called on this screen. */
export type NameOf = (name: string, peer: PeerId) => string;

/** The room as this screen shows it, and the same object for the same room. */
export type ShowRoom = (room: RoomState) => RoomState;

/** Everybody under the own name. */
export const AS_IT_IS: ShowRoom = (room) => room;

/**
 * Calls people of a room by other names, for this screen alone; of bots the names are ours. What stands
 * on the disc of a person goes with the name.
 *
 * @param nameOf null while everybody has the own name
 */
export function roomShower(nameOf: () => NameOf | null): ShowRoom {
  const shown = new WeakMap<RoomState, { readonly names: string; readonly room: RoomState }>();
  return (room) => {
    const call = nameOf();
    if (call === null) return room;
    const members = room.members.map((member) => called(member, call));
    const names = members.map(({ name }) => name).join('\n');
    const known = shown.get(room);
    if (known?.names === names) return known.room;
    const made = { ...room, members };
    shown.set(room, { names, room: made });
    return made;
  };
}

/** Those of a match on this machine alone, whose peers no lobby gave (`PracticeSession`). */
const IS_OURS = /^(?:self|bot-\d+)$/;

function called(member: Member, call: NameOf): Member {
  if (member.type === 'bot' || IS_OURS.test(member.peer)) return member;
  const name = call(member.name, member.peer);
  return name === member.name ? member : { ...member, name, badge: null };
}
