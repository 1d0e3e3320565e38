import { sendAway } from '../rooms/remove-member.ts';
import type { PutOut } from '../rooms/rebuild-room.ts';
import type { Reports } from '../rooms/reports.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { RoomRecord, RoomStore } from '../store/room-store.ts';
import type { OperatorPorts } from './operator-door.ts';

export type OperatorWordPorts = {
  readonly store: Pick<RoomStore, 'all'>;
  readonly rooms: Pick<Rooms, 'doors' | 'end' | 'remove'>;
  readonly reports: Reports;
  /** The pages of a room that has ended, and of one that was sent away, hear of it. */
  readonly sockets: {
    closeRoom(room: RoomRecord, why: 'CLOSED'): void;
    putOut(code: RoomRecord['code'], out: PutOut): void;
  };
};

/** What the operator sees of rooms and does to them. */
export function makeOperatorWord({
  store,
  rooms,
  reports,
  sockets,
}: OperatorWordPorts): Pick<OperatorPorts, 'rooms' | 'reported' | 'closeRoom' | 'sendAway'> {
  const end: (...asked: Parameters<Rooms['end']>) => Promise<boolean> = async (door, isOver) => {
    const ended = await rooms.end(rooms.doors.roomAt(door), isOver);
    if (ended !== null) sockets.closeRoom(ended, 'CLOSED');
    return ended !== null;
  };
  return {
    rooms: () => store.all(),
    reported: async () => reports.all(await store.all()),
    closeRoom: (code) => end(code),
    async sendAway(door, peer) {
      const code = rooms.doors.roomAt(door);
      // With its last member a room ends.
      if (await end(code, ({ seats }) => seats.every(({ id }) => id === peer))) return true;
      const sent = await rooms.remove(
        code,
        (room) => sendAway(room, peer),
        (seat) => {
          reports.bar(code, seat.guest);
          sockets.putOut(code, { seat, why: 'REMOVED' });
        },
      );
      return sent.ok;
    },
  };
}
