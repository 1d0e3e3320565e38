import type { GuestId, RoomVersions } from '../store/room-store.ts';

/** One socket and who is behind it. */
export type Visitor = {
  readonly guest: GuestId;
  readonly page: string;
  readonly connection: string;
  readonly versions: RoomVersions;
  /** [L141] Nothing that tells its address is handed on to others. */
  readonly hidesAddress: boolean;
  /**
   * [L133] Names of the networks that its address is in, narrowest first: equal for equal ones, and nothing
   * can be read from them.
   */
  readonly networks: readonly string[];
};
