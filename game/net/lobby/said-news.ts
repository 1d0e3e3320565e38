import type { RoomCode } from '../../../shared/lobby/ids.ts';
import type { News } from '../../../shared/lobby/lobby-events.ts';
import type { Room } from '../../../shared/lobby/room.ts';
import type { KeptTicket } from './kept-ticket.ts';
import type { LobbySocket, LobbyStatus } from './lobby-socket.ts';

/** What the lobby said last of the room that this page is in, beside who is there. */
export class SaidNews {
  /** It comes before the answer to entering the room, and is void with the connection. */
  witness: News<'room:witness'> | null = null;
  access: News<'room:access'> | null = null;
  queue: News<'queue:status'> | null = null;
  /** [L12] A place in this room is over; that can overtake the answer to entering the room, too. */
  gone: RoomCode | null = null;
  /** [L59] The lobby said that it stops, and was not reached since. */
  isDraining = false;

  constructor(socket: Pick<LobbySocket, 'onNews'>, ticket: Pick<KeptTicket, 'save'>) {
    socket.onNews('room:ticket', (news) => ticket.save(news, news.ticket));
    socket.onNews('room:witness', (witness) => {
      this.witness = witness;
    });
    socket.onNews('room:access', (access) => {
      this.access = access;
    });
    socket.onNews('queue:status', (queue) => {
      this.queue = queue;
    });
    socket.onNews('room:gone', ({ code }) => {
      this.gone = code;
    });
    socket.onNews('notice', () => {
      this.isDraining = true;
    });
  }

  /** [L182] Whether this is the code of the room, or the one that newcomers come by. */
  leadsTo({ code }: Pick<Room, 'code'>, asked: RoomCode | null): boolean {
    return code === asked || (this.access?.code === code && this.access.door === asked);
  }

  follow({ state }: LobbyStatus): void {
    if (state === 'online') this.isDraining = false;
    else this.witness = null;
  }
}
