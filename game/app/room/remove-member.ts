import type { PeerId } from '../../../shared/base/peer-id.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { FinalWatcher } from '../../../shared/netplay/engine/room-engine.ts';
import type { RoomSession } from '../../../shared/netplay/room-session.ts';
import { BY_SEQUENCER, type Command, type MemberId } from '../../../shared/room/command.ts';
import { findMember, findMemberOf, type RoomState } from '../../../shared/room/room-state.ts';
import type { World } from '../../../shared/room/world.ts';

/** What sending somebody away needs of the lobby. `LobbyClient` is one. */
export interface RemovalChannel {
  removeMember(code: RoomCode, peer: PeerId): Promise<unknown>;
}

/**
 * Sends a member away, in the timeline and in the lobby. The timeline puts it out of the match; only
 * the lobby can keep it out, since whoever comes again is another peer. What the lobby answers
 * changes nothing here: where it takes somebody else for the host, that one asks too ([L9]).
 */
export function removeMember(
  session: Pick<RoomSession, 'world' | 'request'>,
  lobby: RemovalChannel,
  code: RoomCode,
  member: MemberId,
): void {
  const peer = findMember(session.world.room, member)?.peer;
  if (peer === undefined) return;
  session.request({ type: 'leave', member });
  // The lobby knows no bots.
  if (peer !== null) void lobby.removeMember(code, peer);
}

/**
 * [L9] Keeps out the members that the host removed, by the final timeline. The lobby hears only the peer
 * that it takes for the host, which is the one that sequences: so that one asks it.
 */
export class RemovalWatch implements FinalWatcher {
  readonly #next: FinalWatcher;
  readonly #self: PeerId;
  readonly #keepOut: (peer: PeerId) => void;
  #room: RoomState | null = null;

  /** @param next is told everything as well */
  constructor(next: FinalWatcher, self: PeerId, keepOut: (peer: PeerId) => void) {
    this.#next = next;
    this.#self = self;
    this.#keepOut = keepOut;
  }

  begin(world: World): void {
    this.#room = world.room;
    this.#next.begin(world);
  }

  record(world: World, inputs: Uint8Array, commands: readonly Command[]): void {
    if (commands.length > 0) this.#look(world.room, commands);
    this.#room = world.room;
    this.#next.record(world, inputs, commands);
  }

  #look(room: RoomState, commands: readonly Command[]): void {
    if (findMemberOf(room, this.#self)?.id !== room.sequencer) return;
    for (const command of commands) {
      const isSentAway = command.type === 'leave' && command.by !== BY_SEQUENCER;
      if (!isSentAway || command.by === command.member || findMember(room, command.member))
        continue;
      const peer = this.#room && findMember(this.#room, command.member)?.peer;
      if (peer) this.#keepOut(peer);
    }
  }
}
