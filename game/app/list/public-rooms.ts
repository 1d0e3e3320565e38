import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { PublicParts, PublicRoomsView } from '../../ui/model/public-rooms-model.ts';
import type { Hand } from '../../ui/model/hands-model.ts';
import type { Timers } from '../../time/timers.ts';
import type { AccessDesk } from './access-desk.ts';
import type { ListDesk } from './list-desk.ts';

/** Both sides of public rooms, with what draws them: a part of its own, loaded when it is needed. */
export type PublicRooms = {
  readonly list: ListDesk;
  readonly access: AccessDesk;
  readonly parts: PublicParts;
};

/** What they need of the page. */
export type PublicRoomsPorts = {
  readonly timers: Timers;
  readonly enter: PublicRoomsView['enter'];
  readonly onKnock: () => void;
  /** Of the link to a private room; undefined where there was none. */
  readonly keyOf: (code: RoomCode) => string | undefined;
  readonly hand: () => Hand;
  /** Of the map that is played on. */
  readonly mapName: () => string;
};
