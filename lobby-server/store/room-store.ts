import type { Brand } from '../../shared/base/brand.ts';
import type { PeerId } from '../../shared/base/peer-id.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { RoomAccess } from '../../shared/lobby/room-access.ts';

/** A guest, known by a signed id that it keeps. Never told to other guests. */
export type GuestId = Brand<string, 'GuestId'>;

export type LobbySeat = {
  readonly guest: GuestId;
  /** What the others know this member by: made for this room, so that nobody is followed around. */
  readonly id: PeerId;
  readonly name: string;
  /** The page load that holds the seat. */
  readonly page: string;
  readonly session: number;
  /** [L87] Of that page in the consensus; free again some time after its session is over. */
  readonly pageNumber: number;
  /** Socket that holds the seat; null while there is none. */
  readonly connection: string | null;
};

export type RoomVersions = { readonly sim: number; readonly wire: number };

/** [L93] What is kept of a password, both in base64. */
export type PasswordHash = { readonly salt: string; readonly hash: string };

/** [L183] What a removed guest was called in the room. */
export type RemovedName = { readonly guest: GuestId; readonly name: string };

/** Plain data: a store may keep it as JSON elsewhere. */
export type RoomRecord = {
  /** What members and the server know the room by, for as long as it lasts. */
  readonly code: RoomCode;
  /** [L182] The code by which newcomers come in: the same one until the host asks for another. */
  readonly door: RoomCode;
  /** [L129] Not to be guessed, and never given again as a code may be. */
  readonly id: string;
  /** [L14] The member that sequences, as far as the witness knows; else the first one heard. */
  readonly sequencer: PeerId;
  readonly max: number;
  /** [L110] The queue fills it. */
  readonly quick: boolean;
  /** [L117] The queue sends nobody here any more. */
  readonly closed: boolean;
  readonly revision: number;
  readonly nextSession: number;
  readonly versions: RoomVersions;
  /** The sequencer was here together with somebody: until then nobody else can have a match. */
  readonly hasMet: boolean;
  /** In order of arrival. */
  readonly seats: readonly LobbySeat[];
  /** [L88] Numbers of pages whose sessions are over and that nobody was given since, oldest first. */
  readonly endedPages: readonly number[];
  /** The guest that made the room. */
  readonly founder: GuestId;
  /** [L86] Which member that guest was, while its seat has run out; null otherwise. */
  readonly lapsedId: PeerId | null;
  /** [L92] The member that runs the room, by the word of the last one that did, or of the sequencer. */
  readonly host: PeerId;
  readonly access: RoomAccess;
  readonly password: PasswordHash | null;
  /** [L94] Made when the room became private for the first time. */
  readonly key: string | null;
  /** Guests that were removed, oldest first; at most `REMOVED_MAX`. */
  readonly removed: readonly GuestId[];
  /** [L183] What the newest of them were called, oldest first; at most `REMOVED_NAMES_MAX`. */
  readonly removedNames: readonly RemovedName[];
};

export type RoomChange<Outcome> = {
  /** Null: there is no such room any more. The record that came in: nothing changes. */
  readonly room: RoomRecord | null;
  readonly outcome: Outcome;
};

/** Where rooms are kept. Adapters pass `room-store.contract.ts`. */
export interface RoomStore {
  get(code: RoomCode): Promise<RoomRecord | null>;

  /**
   * Changes a room as one step that nothing can come between. `change` gets null where there is no
   * room; it must be pure, since a store that is shared may have to run it again.
   */
  update<Outcome>(
    code: RoomCode,
    change: (room: RoomRecord | null) => RoomChange<Outcome>,
  ): Promise<Outcome>;

  count(): Promise<number>;

  /** Of this server, in no order; for its operator. */
  all(): Promise<readonly RoomRecord[]>;
}
