import type { PeerId } from '../../shared/base/peer-id.ts';
import type { RoomCode } from '../../shared/lobby/ids.ts';
import type { Limits, Times } from '../limits/limits.ts';
import type { LobbySeat, RoomRecord, RoomStore } from '../store/room-store.ts';
import type { Timers } from '../timers.ts';
import type { PutOut } from './rebuild-room.ts';
import type { WitnessDesk } from './witness-desk.ts';

/** What a room is opened with. */
export type NewRoom = {
  readonly name: string;
  readonly max: number;
  /** [L110] The queue fills it. */
  readonly quick?: boolean;
};

/** Codes that belong to one process of several. */
export type Homes = {
  /** False where the code is taken elsewhere, or nobody can say. */
  claimNew(code: RoomCode): Promise<boolean>;
  /** [L182] Takes the code by which newcomers come into a room that was brought here. */
  claimDoor(door: RoomCode): void;
  /** The room has ended, or is not called so any more: `id` is null then. */
  release(code: RoomCode, id: RoomRecord['id'] | null): void;
  /** [L156] Counts with the rooms of these networks on every node. */
  opened(code: RoomCode, networks: readonly string[]): void;
  /** A room is not here any more, for whatever reason. */
  gone(code: RoomCode): void;
};

/** The outcome of a request for a place. */
export type Placed = {
  readonly room: RoomRecord;
  readonly seat: LobbySeat;
  /** The seat as it was held before; null when it was free. */
  readonly before: LobbySeat | null;
};

/** What the rooms of a server need, and whom they tell. */
export type RoomsPorts = {
  readonly store: RoomStore;
  readonly witness: WitnessDesk;
  readonly timers: Timers;
  readonly limits: Pick<Limits, 'rooms' | 'roomsOfPrefix' | 'socketsOfPrefix'>;
  readonly times: Times;
  /** 0 … 1, not to be guessed: room codes come from it. */
  readonly random: () => number;
  readonly makePeerId: () => PeerId;
  /** Of what must not be guessed. */
  readonly makeId: () => string;
  /** [L150] Where several processes share the rooms: which of them keeps which. */
  readonly homes?: Homes | undefined;
  /** After every change that members see. */
  readonly onChange: (room: RoomRecord) => void;
  /** After every change of who may come in and who runs the room. */
  readonly onAccess: (room: RoomRecord) => void;
  /** There is no such room any more. */
  readonly onGone: (code: RoomCode) => void;
  /** [L131] A page that is connected has no seat any more, by the word of a ticket. */
  readonly onOut: (code: RoomCode, out: PutOut) => void;
};
