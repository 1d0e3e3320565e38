import type { Limits } from '../limits/limits.ts';
import type { Nodes } from '../nodes/nodes.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { TicketDesk } from '../rooms/ticket-desk.ts';
import type { Timers } from '../timers.ts';
import { CarriedPages } from './carried-pages.ts';
import type { Connection } from './connection.ts';
import type { Dispatch } from './dispatch.ts';
import type { Sockets } from './handlers.ts';
import { anyEvent, type IoServer, type IoSocket } from './io-socket.ts';
import { type LineSocket, NodeLines } from './node-lines.ts';
import type { Relay, RelayPage } from './relay.ts';
import { leaveRoom } from './room-handlers.ts';

export type JoinSocketsPorts = {
  readonly nodes: Nodes;
  readonly rooms: Rooms;
  readonly tickets: TicketDesk;
  readonly timers: Timers;
  readonly limits: Limits;
  readonly sockets: Sockets & { isThere(connection: string): Promise<boolean> };
  readonly io: IoServer;
  readonly dispatch: Dispatch;
  readonly relay: Relay;
  readonly relayPage: (socket: IoSocket) => RelayPage;
  readonly onLeft: (connection: Connection, how: 'lost' | 'bye') => void;
};

/** Pages of other nodes in rooms of this one, and pages of this one in rooms of others. */
export type JoinedSockets = { readonly pages: CarriedPages; readonly lines: NodeLines };

/** [L153] Ties the sockets of this node to the other nodes of the lobby. */
export function joinSockets(ports: JoinSocketsPorts): JoinedSockets {
  const { io, dispatch, relay, relayPage, limits, sockets } = ports;
  const known = io.sockets.sockets;
  const pages = new CarriedPages({
    ...ports,
    isPost: (name) => dispatch.isPost(name),
    handle: (connection, name, request) =>
      lines.carryNoFurther(connection, name, request, () =>
        dispatch.handle(connection, name, request),
      ),
    relay: (connection, packed) => relay.receiveCarried(connection, packed),
  });
  const lineOf = (socket: IoSocket): LineSocket => ({
    connection: socket.data.lobby,
    emit: (name, news) => anyEvent(socket).emit(name, news),
    join: (channels) => void socket.join([...channels]),
    leave: (channels) => channels.forEach((channel) => void socket.leave(channel)),
    relay: (packed) => {
      const page = relayPage(socket);
      if (page.waitingBytes() <= limits.relayWaitingBytes) page.send(packed);
    },
    isThere: () => sockets.isThere(socket.id),
    drop: () => socket.conn.close(),
  });
  const lines = new NodeLines({
    ...ports,
    pages,
    find: (connection) => {
      const socket = known.get(connection);
      return socket === undefined ? null : lineOf(socket);
    },
    all: () => [...known.values()].map(lineOf),
    emitTo: (channel, name, news) => anyEvent(io.to(channel)).emit(name, news),
    leaveHere: (connection, code) => leaveRoom(ports, connection, code),
  });
  return { pages, lines };
}
