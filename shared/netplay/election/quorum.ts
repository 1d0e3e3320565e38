import type { PeerId } from '../../base/peer-id.ts';
import type { Command, MemberId } from '../../room/command.ts';
import { type Claim, isMajority } from './election.ts';

/** A member as far as votes go. */
export type Voter = { readonly id: MemberId; readonly peer: PeerId; readonly absent: boolean };

/** Who counts in one room after the other, as they were ordered. */
export type Rooms = readonly [final: readonly Voter[], ...later: (readonly Voter[])[]];

export type Count = {
  readonly isChosen: boolean;
  /** Those of `electorate` who want the candidate. */
  readonly voters: readonly Voter[];
  readonly electorate: readonly Voter[];
};

/** Whether it matters for a vote: somebody comes, goes, or is waited for no more, or again. */
export function changesVoters({ type }: Command): boolean {
  return type === 'join' || type === 'leave' || type === 'absent';
}

/** The rooms from one to the one behind all these commands. */
export function listRooms(first: readonly Voter[], commands: readonly Command[]): Rooms {
  const rooms: [readonly Voter[], ...(readonly Voter[])[]] = [first];
  let room = first;
  for (const command of commands.filter(changesVoters)) {
    room = foldVoters(room, command);
    rooms.push(room);
  }
  return rooms;
}

function foldVoters(room: readonly Voter[], command: Command): readonly Voter[] {
  switch (command.type) {
    case 'join': {
      const { member: id, peer } = command;
      return room.some((one) => one.id === id) ? room : [...room, { id, peer, absent: false }];
    }
    case 'leave':
      return room.filter(({ id }) => id !== command.member);
    case 'absent': {
      const { member, absent } = command;
      return room.map((one) => (one.id === member ? { ...one, absent } : one));
    }
    default:
      return room;
  }
}

/**
 * [N10] [N11] Whether the claims make this candidate the sequencer: more than half of those who are
 * here by the final room, or claim; and at least half of those present in that room and in each that
 * was ordered since. What is final is held by more than half of the present of one of these rooms
 * ([N24]), so somebody among the voters holds it.
 *
 * @param gone a sequencer that said goodbye, or lost its world
 * @returns with it the count that decided: less than half of it where what is final may be missed
 */
export function countVotes(
  rooms: Rooms,
  claims: readonly Claim[],
  candidate: MemberId,
  gone: MemberId | null,
): Count {
  const isHere = (id: MemberId): boolean => claims.some(({ member }) => member === id);
  const wants = ({ id }: Voter): boolean =>
    claims.some(({ member, vote }) => member === id && vote === candidate);
  for (const room of rooms) {
    const electorate = room.filter(({ absent }) => !absent);
    const voters = electorate.filter(wants);
    if (voters.length * 2 < electorate.length) return { isChosen: false, voters, electorate };
  }
  const here = rooms[0].filter(({ id, absent }) => isHere(id) || (!absent && id !== gone));
  const voters = here.filter(wants);
  return { isChosen: isMajority(voters.length, here.length), voters, electorate: here };
}
