import type { PeerId } from '../base/peer-id.ts';
import type { Command } from '../room/command.ts';
import { type RoomState, isPerson } from '../room/room-state.ts';

/**
 * [P7] A replay is handed around: it names members as they named themselves, and not by what the
 * lobby knows their machines as. Rules only ask whether two peers are the same ([R8]), so each gets
 * one name for as long as one records, also when it comes again as another member.
 */
export class PeerNames {
  readonly #names = new Map<PeerId, PeerId>();

  ofRoom(room: RoomState): RoomState {
    const members = room.members.map((member) =>
      isPerson(member) ? { ...member, peer: this.#nameOf(member.peer) } : member,
    );
    const owner = room.owner === null ? null : this.#nameOf(room.owner);
    return { ...room, members, owner };
  }

  ofCommand(command: Command): Command {
    return command.type === 'join' ? { ...command, peer: this.#nameOf(command.peer) } : command;
  }

  #nameOf(peer: PeerId): PeerId {
    const known = this.#names.get(peer);
    if (known !== undefined) return known;
    const name = `peer-${this.#names.size}` as PeerId;
    this.#names.set(peer, name);
    return name;
  }
}
