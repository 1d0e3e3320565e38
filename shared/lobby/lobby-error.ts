/** Why the lobby refused something. The UI owns the words. */
export const LOBBY_REFUSALS = [
  /** The message had another shape than this version of the protocol knows. */
  'BAD_REQUEST',
  /** Game, lobby or room are of different versions: `behind` says which has to be renewed. */
  'VERSION',
  'RATE_LIMITED',
  'NO_ROOM',
  'FULL',
  /** The host lets nobody new in. */
  'LOCKED',
  /** The room has a password: none was given, or another one. */
  'BAD_PASSWORD',
  /** The host is asked. `room:knocked` tells what it said. */
  'KNOCK_PENDING',
  /** The host said no, or nothing for too long. */
  'KNOCK_REFUSED',
  /** What only the host may do. */
  'NOT_HOST',
  'NOT_MEMBER',
  /** What only the sequencer may do. */
  'NOT_SEQUENCER',
  /** The same guest came back from another page: this one is out. */
  'REPLACED',
  /** This guest was sent away from this room, for as long as the room lasts. */
  'REMOVED',
  /** The member that was meant is not in the room any more, or came back as another page. */
  'NO_PEER',
  /** The operator of this lobby does not want it to carry game packets. */
  'RELAY_OFF',
  /** [L157] In this room people do not talk: strangers come into it, or its host does not want it. */
  'VOICE_OFF',
  /** The server is about to stop: no new rooms. */
  'DRAINING',
  /** The server is full for now. */
  'TRY_LATER',
  /** Too many rooms opened from this address. */
  'TOO_MANY_ROOMS',
  'INTERNAL',
] as const;

export type LobbyRefusal = (typeof LOBBY_REFUSALS)[number];

/** What the game finds by itself, without a word from the lobby. */
export type LobbyFailure =
  /** No connection to the lobby came about in time. */
  | 'UNREACHABLE'
  /** [L35] The lobby takes no more connections from this network. */
  | 'ADDRESS_FULL'
  /** Connected, but no answer in time. */
  | 'NO_ANSWER'
  /** The answer made no sense. */
  | 'BAD_ANSWER'
  /** The person left, or asked for something else meanwhile. */
  | 'CANCELLED';

export type LobbyErrorCode = LobbyRefusal | LobbyFailure;

/** With `VERSION`: reload the game, renew the lobby, or ask those in the room to reload. */
export type Behind = 'game' | 'lobby' | 'room';

export type LobbyError = {
  readonly code: LobbyErrorCode;
  /** Asking earlier is of no use. */
  readonly retryMs?: number | undefined;
  readonly behind?: Behind | undefined;
};
