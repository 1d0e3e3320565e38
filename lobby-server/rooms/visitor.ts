import type { GuestId, RoomVersions } from '../store/room-store.ts';

/** One socket and who is behind it. */
export type Visitor = {
  readonly guest: GuestId;
  readonly page: string;
  readonly connection: string;
  readonly versions: RoomVersions;
  /** Stands for its address: equal for equal addresses, and nothing can be read from it. */
  readonly prefix: string;
};
