import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { LeftSeatStore } from '../../net/lobby/left-seat.ts';
import type { LobbyClient } from '../../net/lobby/lobby-client.ts';

/** What the way to one's own seat goes by. */
export type SeatFinder = {
  readonly lobby: Pick<LobbyClient, 'becomeGuest'> & {
    readonly line: Pick<LobbyClient['line'], 'ask'>;
  };
  readonly leftSeats: Pick<LeftSeatStore, 'leftByAnother'>;
};

/**
 * [L128] Before a room is joined: where another page of this browser left a seat in it that the lobby keeps,
 * this page is that guest from now on. A page that still plays there is left alone, since its seat is in use.
 */
export async function takeKeptSeat(
  { lobby, leftSeats }: SeatFinder,
  code: RoomCode,
): Promise<void> {
  const left = leftSeats.leftByAnother(code);
  if (left === null) return;
  const found = await lobby.line.ask('room:peek', { code, guest: left.guest });
  if (found.ok && (found.value.seatMs ?? 0) > 0) lobby.becomeGuest(left.guest);
}
