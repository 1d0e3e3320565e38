import type { Result } from '../../../shared/base/result.ts';
import type { IceConfig } from '../../../shared/lobby/ice-config.ts';
import type { WayReport } from '../../../shared/lobby/way-report.ts';
import type { LobbyError } from '../../../shared/lobby/lobby-error.ts';
import type { News } from '../../../shared/lobby/lobby-events.ts';
import type { Relayed } from '../../../shared/lobby/relay.ts';
import type { Room } from '../../../shared/lobby/room.ts';
import type { AccessNews } from '../../../shared/lobby/room-access.ts';
import type { IncomingSignal, OutgoingSignal } from '../../../shared/lobby/signal.ts';
import type { IncomingVoice, OutgoingVoice } from '../../../shared/lobby/voice.ts';

/** Why the lobby says no more about a room. */
export type RoomEnd =
  /** `leaveRoom`, or another room was joined. */
  | 'left'
  /** The same guest took this place from another page. */
  | 'replaced'
  /** The host sent this guest away. */
  | 'removed'
  /** This page was away for longer than its seat is kept; the room goes on without it. */
  | 'expired'
  /** [L135] The person who runs the server ended the room. */
  | 'closed'
  /** This member was alone for long, and the lobby ended the room. */
  | 'idle'
  /** The lobby knows the room no more: everybody left it, or the lobby was started anew. */
  | 'forgotten';

export type RoomWatcher = {
  readonly onRoom: (room: Room) => void;
  readonly onSignal: (signal: IncomingSignal) => void;
  readonly onEnd: (end: RoomEnd) => void;
  /** [L115] How many there are in quick rooms. */
  readonly onQueue?: (status: News<'queue:status'>) => void;
  /** [L114] [L116] People were found. */
  readonly onMatch?: (match: News<'queue:match'>) => void;
  readonly onRelayed?: (relayed: Relayed) => void;
  readonly onRelayRefused?: (refused: News<'relay:refused'>) => void;
};

/** What a room's connections need of the lobby. `LobbyClient` is one. */
export interface RoomChannel {
  /** Whether the lobby is connected: what is sent to others reaches it. */
  readonly isOnline: boolean;

  /** [L141] Links are made over TURN alone, and no signal tells where this page is. */
  readonly hidesAddress: boolean;

  /** Tells of the room that is joined now, until the returned function is called. */
  watchRoom(watcher: RoomWatcher): () => void;

  /** Sends or drops: a link that misses a signal fails and is tried again. */
  sendSignal(signal: OutgoingSignal): void;

  /**
   * Has the lobby hand a frame to another page of the room. False when it could not leave at once;
   * true says nothing of whether it arrives.
   */
  relay(toSession: number, frame: Uint8Array): boolean;

  fetchIce(): Promise<Result<IceConfig, LobbyError>>;

  /** [L136] For whoever runs the lobby: which way a pair found. Sent or dropped. */
  reportLink(report: WayReport): void;
}

/** What people need of the lobby to hear each other. `LobbyClient` is one. */
export interface VoiceChannel extends Pick<RoomChannel, 'isOnline' | 'hidesAddress'> {
  /** [L157] Says whether people of the room may talk; null until it is known. */
  readonly access: AccessNews | null;

  readonly line: {
    /** Sends or drops: a call that misses it fails and is tried again. */
    post(name: 'voice', voice: OutgoingVoice): void;

    /** Tells what other pages of the room say, until the returned function is called. */
    hear(name: 'voice', handle: (voice: IncomingVoice) => void): () => void;
  };
}
