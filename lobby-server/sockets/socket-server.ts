import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type { IceConfig } from '../../shared/lobby/ice-config.ts';
import type { ClientEvents, ServerEvents } from '../../shared/lobby/lobby-events.ts';
import { MESSAGE_BYTES_MAX } from '../../shared/lobby/limits.ts';
import { toRoom } from '../rooms/room-record.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { Limits, Times } from '../limits.ts';
import type { Log } from '../log.ts';
import type { RoomRecord } from '../store/room-store.ts';
import type { Timers } from '../timers.ts';
import { clientAddress, PrefixNames } from './address-prefix.ts';
import { admit, refusalError } from './admit.ts';
import { isOriginAllowed } from './check-origin.ts';
import { Connection } from './connection.ts';
import type { Counters } from './counters.ts';
import { Dispatch } from './dispatch.ts';
import type { GuestIds } from './guest-ids.ts';
import type { Channel, Place, Sockets } from './handlers.ts';
import { PrefixBuckets } from './prefix-buckets.ts';
import { Relay, type RelayPage } from './relay.ts';
import { makeRoomHandlers } from './room-handlers.ts';
import { makeSignalHandlers } from './signal-handlers.ts';
import { watchWaitingBytes, type BufferingSocket } from './waiting-bytes.ts';

export type SocketServerPorts = {
  readonly http: HttpServer;
  readonly rooms: Rooms;
  readonly guests: GuestIds;
  readonly timers: Timers;
  readonly limits: Limits;
  readonly times: Times;
  readonly counters: Counters;
  readonly log: Log;
  readonly onHeard: (code: RoomRecord['code']) => void;
  readonly makeIce: (member: string) => IceConfig;
  /** Frames are handed on between pages. */
  readonly relay: boolean;
  readonly allowedOrigins: readonly string[];
  readonly trustedProxies: number;
};

type IoServer = Server<ClientEvents, ServerEvents, Record<string, never>, { lobby: Connection }>;
type IoSocket = Socket<ClientEvents, ServerEvents, Record<string, never>, { lobby: Connection }>;

const SETTINGS = {
  serveClient: false,
  maxHttpBufferSize: MESSAGE_BYTES_MAX,
  pingInterval: 10_000,
  pingTimeout: 8000,
  connectTimeout: 10_000,
  /** A quarter of a megabyte for each client, to save little on short messages. */
  perMessageDeflate: false,
} as const;

/** The only place that knows Socket.IO. */
export class SocketServer implements Sockets {
  readonly #ports: SocketServerPorts;
  readonly #io: IoServer;
  readonly #dispatch: Dispatch;
  readonly #relay: Relay;
  readonly #waitingBytes = new WeakMap<object, () => number>();
  readonly #prefixes = new PrefixNames();
  readonly #newConnections: PrefixBuckets;
  readonly #socketsOf = new Map<string, number>();

  constructor(ports: SocketServerPorts) {
    this.#ports = ports;
    this.#newConnections = new PrefixBuckets(ports.limits.connections);
    this.#dispatch = new Dispatch({
      ...ports,
      handlers: {
        ...makeRoomHandlers({ ...ports, sockets: this }),
        ...makeSignalHandlers({ ...ports, sockets: this }),
      },
      expel: (connection) => this.#expel(connection),
    });
    this.#relay = new Relay({
      ...ports,
      isOn: ports.relay,
      findPage: (code, session) => this.#findPage(code, session),
      complain: ({ visitor }, complaint) => {
        this.#io.in(visitor.connection).emit('relay:refused', complaint);
      },
      expel: (connection) => this.#expel(connection),
    });
    this.#io = new Server(ports.http, {
      ...SETTINGS,
      allowRequest: (request, decide) => {
        const refused = this.#refuseRequest(request);
        if (refused !== null) ports.counters.add(`request/${refused}`);
        decide(refused, refused === null);
      },
    });
    this.#io.engine.on('connection', (raw: RawSocket) => {
      this.#countSocket(raw);
      const onClose = (): void => ports.counters.add('slow-reader');
      this.#waitingBytes.set(raw, watchWaitingBytes(raw, ports.limits.waitingBytes, onClose));
    });
    this.#io.use((socket, next) => {
      const admitted = this.#admit(socket);
      next(admitted === null ? undefined : admitted);
    });
    this.#io.on('connection', (socket) => this.#serve(socket));
  }

  get size(): number {
    return this.#io.engine.clientsCount;
  }

  send: Sockets['send'] = (to, name, news) => {
    // Socket.IO's types cannot follow a generic event name.
    const target = this.#io.to(channelName(to)) as unknown as { emit(n: string, d: object): void };
    target.emit(name, news);
  };

  enter(connection: string, code: RoomRecord['code'], seat: Place): void {
    this.#io.in(connection).socketsJoin(channelsOf(code, seat));
  }

  exit(connection: string, code: RoomRecord['code'], seat: Place): void {
    this.#io.in(connection).socketsLeave(channelsOf(code, seat));
  }

  tellRoom(room: RoomRecord): void {
    this.send({ room: room.code }, 'room:state', toRoom(room));
  }

  /** The room is gone: nobody hears anything of its code any more. */
  closeRoom({ code, seats }: RoomRecord): void {
    this.send({ room: code }, 'room:gone', { code, why: 'IDLE' });
    for (const seat of seats) {
      if (seat.connection !== null) this.exit(seat.connection, code, seat);
    }
  }

  /** [L28] A connection stays open for up to 18 s after the network behind it is gone. */
  isThere(connection: string): Promise<boolean> {
    const socket = this.#io.sockets.sockets.get(connection);
    if (socket === undefined) return Promise.resolve(false);
    return new Promise((resolve) => {
      const answered = (problem: Error | null): void => resolve(problem === null);
      socket.timeout(this.#ports.times.aliveMs).emit('alive', answered);
    });
  }

  announceDraining(): void {
    this.#io.emit('notice', { type: 'draining' });
  }

  /** Ends every connection and stops listening. */
  async close(): Promise<void> {
    await this.#io.close();
  }

  #expel({ visitor }: Connection): void {
    this.#io.in(visitor.connection).disconnectSockets(true);
  }

  /** Socket.IO's own `volatile` would drop the second of two frames that leave at once. */
  #findPage(code: RoomRecord['code'], session: number): RelayPage | null {
    const { adapter, sockets } = this.#io.sockets;
    const [id] = adapter.rooms.get(channelName({ room: code, session })) ?? [];
    const socket = id === undefined ? undefined : sockets.get(id);
    if (socket === undefined) return null;
    return {
      connection: socket.id,
      waitingBytes: () => this.#waitingBytes.get(socket.conn)?.() ?? 0,
      send: (packed) => socket.emit('relay', packed),
    };
  }

  /** What is wrong with a request for a connection; null when nothing is. */
  #refuseRequest(request: IncomingMessage): string | null {
    const { limits, timers, allowedOrigins, trustedProxies } = this.#ports;
    const { origin, host } = request.headers;
    if (!isOriginAllowed(origin, host, allowedOrigins)) return 'ORIGIN';
    if (this.size >= limits.sockets) return 'TRY_LATER';
    const prefix = this.#prefixes.nameOf(clientAddress(request, trustedProxies), timers.now());
    if ((this.#socketsOf.get(prefix) ?? 0) >= limits.socketsOfPrefix) return 'RATE_LIMITED';
    const waitMs = this.#newConnections.of(prefix, timers.now()).take(timers.now());
    return waitMs > 0 ? 'RATE_LIMITED' : null;
  }

  #countSocket(raw: RawSocket): void {
    const { timers, trustedProxies } = this.#ports;
    const prefix = this.#prefixes.nameOf(clientAddress(raw.request, trustedProxies), timers.now());
    this.#socketsOf.set(prefix, (this.#socketsOf.get(prefix) ?? 0) + 1);
    raw.once('close', () => {
      const left = (this.#socketsOf.get(prefix) ?? 1) - 1;
      if (left > 0) this.#socketsOf.set(prefix, left);
      else this.#socketsOf.delete(prefix);
    });
  }

  #admit(socket: IoSocket): Error | null {
    const { guests, limits, timers, counters, trustedProxies } = this.#ports;
    const address = clientAddress(socket.request, trustedProxies);
    const prefix = this.#prefixes.nameOf(address, timers.now());
    const admitted = admit(socket.handshake.auth, guests, { connection: socket.id, prefix });
    counters.add(`connect/${admitted.ok ? 'OK' : admitted.error.code}`);
    if (!admitted.ok) return refusalError(admitted.error);
    socket.data.lobby = new Connection(admitted.value, limits, timers.now());
    return null;
  }

  #serve(socket: IoSocket): void {
    const { rooms, guests, log } = this.#ports;
    const connection = socket.data.lobby;
    const { visitor } = connection;
    socket.onAny((event: unknown, ...message: unknown[]) => {
      if (event === 'relay') this.#relay.receive(connection, message);
      else this.#dispatch.receive(connection, event, message);
    });
    socket.once('disconnect', (reason) => {
      connection.closed = true;
      void connection.inTurn(async () => {
        if (connection.code === null) return;
        // [L15] A page that is closed says goodbye by itself; a lost one cannot.
        const how = reason === 'client namespace disconnect' ? 'bye' : 'lost';
        await rooms.disconnected(visitor, connection.code, how).catch((problem: unknown) => {
          log.error('disconnect-failed', { problem: String(problem) });
        });
      });
    });
    socket.emit('welcome', { guest: guests.sign(visitor.guest) });
  }
}

type RawSocket = BufferingSocket & {
  readonly request: IncomingMessage;
  once(event: 'close', run: () => void): void;
};

function channelsOf(code: RoomRecord['code'], { id, session }: Place): string[] {
  const channels: Channel[] = [{ room: code }, { room: code, member: id }, { room: code, session }];
  return channels.map(channelName);
}

function channelName(channel: Channel): string {
  if ('session' in channel) return `page ${channel.room} ${channel.session}`;
  return 'member' in channel ? `seat ${channel.room} ${channel.member}` : `room ${channel.room}`;
}
