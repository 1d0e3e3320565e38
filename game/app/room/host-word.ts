import type { PeerId } from '../../../shared/base/peer-id.ts';
import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { AccessNews } from '../../../shared/lobby/room-access.ts';
import type { JoinedRoom } from '../../../shared/lobby/room.ts';
import { findMember, type RoomState } from '../../../shared/room/room-state.ts';

/** Before saying it again: the lobby may have had no ear for it. */
const AGAIN_MS = 3000;

/** What telling the lobby of a host needs of it. `LobbyClient` is one. */
export interface HostChannel {
  readonly isOnline: boolean;
  /** Null until the lobby has said which host it knows. */
  readonly access: AccessNews | null;
  nameHost(code: RoomCode, peer: PeerId): void;
}

/**
 * [L92] Tells the lobby which member runs the room, where it takes another one for that. The sequencer
 * does, since it has the timeline, and the one that the lobby takes for the host.
 */
export class HostWord {
  readonly #lobby: HostChannel;
  #toldMs = Number.NEGATIVE_INFINITY;

  constructor(lobby: HostChannel) {
    this.#lobby = lobby;
  }

  /** Runs every tick in a room with others. */
  follow(state: RoomState, { self, room }: JoinedRoom, nowMs: number): void {
    const { access, isOnline } = this.#lobby;
    const peer = findMember(state, state.host)?.peer ?? null;
    if (access === null || peer === null || peer === access.host || !isOnline) return;
    const isSequencer = findMember(state, state.sequencer)?.peer === self;
    if (!isSequencer && access.host !== self) return;
    if (nowMs - this.#toldMs < AGAIN_MS) return;
    this.#toldMs = nowMs;
    this.#lobby.nameHost(room.code, peer);
  }
}
