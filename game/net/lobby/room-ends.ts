import type { LobbyErrorCode } from '../../../shared/lobby/lobby-error.ts';
import type { News } from '../../../shared/lobby/lobby-events.ts';
import type { RoomEnd } from './room-channel.ts';

/** What `room:gone` means for the page. */
export const ENDS = {
  REPLACED: 'replaced',
  IDLE: 'idle',
  REMOVED: 'removed',
  EXPIRED: 'expired',
  CLOSED: 'closed',
} as const satisfies Record<News<'room:gone'>['why'], RoomEnd>;

/** [L69] What is a no to the page that wants its seat again; anything else is none. */
export const SEAT_ENDS: ReadonlyMap<LobbyErrorCode, RoomEnd> = new Map([
  ['NO_ROOM', 'forgotten'],
  ['NOT_MEMBER', 'expired'],
  ['REPLACED', 'replaced'],
  ['REMOVED', 'removed'],
]);
