import type { Result } from '../../shared/base/result.ts';
import type { IceConfig } from '../../shared/lobby/ice-config.ts';
import type { LobbyError } from '../../shared/lobby/lobby-error.ts';
import type { Room } from '../../shared/lobby/room.ts';
import type { IncomingSignal, OutgoingSignal } from '../../shared/lobby/signal.ts';

/** Why the lobby says no more about a room. */
export type RoomEnd =
  /** `leaveRoom`, or another room was joined. */
  | 'left'
  /** The same guest took this place from another page. */
  | 'replaced'
  /** Nobody else was here for long, and the lobby ended the room. */
  | 'idle'
  /** The lobby knows the room or the membership no more, for example after its restart. */
  | 'forgotten';

export type RoomWatcher = {
  readonly onRoom: (room: Room) => void;
  readonly onSignal: (signal: IncomingSignal) => void;
  readonly onEnd: (end: RoomEnd) => void;
};

/** What a room's connections need of the lobby. `LobbyClient` is one. */
export interface RoomChannel {
  /** Tells of the room that is joined now, until the returned function is called. */
  watchRoom(watcher: RoomWatcher): () => void;

  /** Sends or drops: a link that misses a signal fails and is tried again. */
  sendSignal(signal: OutgoingSignal): void;

  fetchIce(): Promise<Result<IceConfig, LobbyError>>;
}
