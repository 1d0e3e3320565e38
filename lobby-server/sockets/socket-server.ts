import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { Server, type Socket } from 'socket.io';
import type { IceConfig } from '../../shared/lobby/ice-config.ts';
import type { WayReport } from '../../shared/lobby/way-report.ts';
import type { ClientEvents, ServerEvents } from '../../shared/lobby/lobby-events.ts';
import { MESSAGE_BYTES_MAX } from '../../shared/lobby/limits.ts';
import { describeProblem } from '../describe-problem.ts';
import type { KnownHosts } from '../known-hosts.ts';
import { toRoom } from '../rooms/room-record.ts';
import type { Entrance } from '../rooms/entrance.ts';
import type { Peeks } from '../rooms/peeks.ts';
import type { FirstSeconds } from '../rooms/first-seconds.ts';
import type { PublicList } from '../rooms/public-list.ts';
import type { QuickDesk } from '../quick/quick-desk.ts';
import type { PutOut } from '../rooms/rebuild-room.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { TicketDesk } from '../rooms/ticket-desk.ts';
import type { WitnessDesk } from '../rooms/witness-desk.ts';
import { Guesses } from './guesses.ts';
import type { Limits, Times } from '../limits/limits.ts';
import type { Logger } from '../log.ts';
import type { RoomRecord } from '../store/room-store.ts';
import type { Timers } from '../timers.ts';
import { clientAddress, PrefixNames } from '../limits/address-prefix.ts';
import { admit, refusalError } from './admit.ts';
import { answerRefused, checkRequest, type Refused } from './check-request.ts';
import { channelName, channelsOf } from './channels.ts';
import { Connection } from './connection.ts';
import type { Counters } from './counters.ts';
import { Dispatch } from './dispatch.ts';
import type { IceDesk } from '../signaling/ice-desk.ts';
import type { GuestIds } from './guest-ids.ts';
import type { MemberPage, RoomPage, Sockets } from './handlers.ts';
import { allowOneConnect, type PacketSocket } from './one-connect.ts';
import { PrefixBuckets } from '../limits/prefix-buckets.ts';
import { PrefixCounts } from '../limits/prefix-counts.ts';
import { takeAll } from '../limits/token-bucket.ts';
import { RelayBudget } from '../limits/relay-budget.ts';
import { Relay } from './relay.ts';
import { isPolling, RelayPages } from './relay-pages.ts';
import { makeQueueHandlers } from './queue-handlers.ts';
import { makeRoomHandlers } from './room-handlers.ts';
import { makeHostHandlers } from './host-handlers.ts';
import { makeListHandlers } from './list-handlers.ts';
import { makePeekHandlers } from './peek-handlers.ts';
import { makeSignalHandlers } from './signal-handlers.ts';
import { makeWitnessHandlers } from './witness-handlers.ts';
import { watchWaitingBytes, type BufferingSocket } from '../limits/waiting-bytes.ts';

export type SocketServerPorts = {
  readonly rooms: Rooms;
  readonly entrance: Entrance;
  readonly list: PublicList;
  readonly tickets: TicketDesk;
  readonly firstSeconds: FirstSeconds;
  readonly quick: QuickDesk;
  readonly peeks: Peeks;
  readonly witness: WitnessDesk;
  readonly guests: GuestIds;
  readonly timers: Timers;
  readonly limits: Limits;
  readonly times: Times;
  readonly counters: Counters;
  readonly log: Logger;
  readonly onHeard: (code: RoomRecord['code']) => void;
  readonly ice: IceDesk;
  readonly onLink: (report: WayReport) => void;
  /** Of what must not be guessed. */
  readonly makeId: () => string;
  /** For strangers: without TURN. */
  readonly makeStun: () => IceConfig;
  /** Frames are handed on between pages. */
  readonly relay: boolean;
  readonly hosts: KnownHosts;
  /** Of every answer. */
  readonly headers: Readonly<Record<string, string>>;
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
  readonly path = '/socket.io/';
  /** Never listens: Engine.IO hears from it what has passed `checkRequest`, and nothing else. */
  readonly #passed = createServer();
  readonly #ports: SocketServerPorts;
  readonly #io: IoServer;
  readonly #dispatch: Dispatch;
  readonly #relay: Relay;
  /** Of each connection: which networks it came from. */
  readonly #networks = new WeakMap<object, readonly string[]>();
  readonly #waitingBytes = new WeakMap<object, () => number>();
  readonly #prefixes = new PrefixNames();
  readonly #newConnections: PrefixBuckets;
  readonly #socketsOf = new PrefixCounts();
  /** Engine.IO's name for each open connection. */
  readonly #sessions = new Set<string>();

  constructor(ports: SocketServerPorts) {
    this.#ports = ports;
    this.#newConnections = new PrefixBuckets(ports.limits.connections);
    const guesses = new Guesses(ports.limits, ports.timers, ports.firstSeconds);
    const visitorOf = (name: string) =>
      this.#io.sockets.sockets.get(name)?.data.lobby.visitor ?? null;
    this.#dispatch = new Dispatch({
      ...ports,
      handlers: {
        ...makeQueueHandlers({ ...ports, guesses, sockets: this }),
        ...makeRoomHandlers({ ...ports, guesses, sockets: this }),
        ...makeSignalHandlers({ ...ports, sockets: this }),
        ...makeWitnessHandlers(ports),
        ...makeHostHandlers({ ...ports, visitorOf }),
        ...makePeekHandlers({ ...ports, guesses }),
        ...makeListHandlers({ ...ports, sockets: this }),
      },
      expel: (connection) => this.#expel(connection),
    });
    const relayPages = new RelayPages();
    this.#relay = new Relay({
      ...ports,
      isOn: ports.relay,
      budget: new RelayBudget(ports.limits, ports.timers.now()),
      findPage: (code, session) => {
        const socket = this.#findSocket(code, session);
        const waitingBytes = (): number => this.#waitingBytes.get(socket?.conn ?? {})?.() ?? 0;
        return socket === undefined ? null : relayPages.of(socket, waitingBytes);
      },
      complain: ({ visitor }, complaint) => {
        this.#io.in(visitor.connection).emit('relay:refused', complaint);
      },
      expel: (connection) => this.#expel(connection),
    });
    this.#io = new Server(this.#passed, SETTINGS);
    this.#io.engine.on('headers', (headers: Record<string, string>) => {
      Object.assign(headers, ports.headers);
    });
    this.#io.engine.on('connection', (raw: RawSocket) => {
      this.#countSocket(raw);
      allowOneConnect(raw, () => ports.counters.add('ended/REPEATED'));
      const onClose = (): void => ports.counters.add('ended/SLOW_READER');
      this.#waitingBytes.set(raw, watchWaitingBytes(raw, ports.limits.waitingBytes, onClose));
    });
    this.#io.use((socket, next) => {
      next(this.#admit(socket) ?? undefined);
    });
    this.#io.on('connection', (socket) => this.#serve(socket));
  }

  get size(): number {
    return this.#io.engine.clientsCount;
  }

  handleRequest(request: IncomingMessage, response: ServerResponse): void {
    const refused = this.#refuse(request, false);
    response.setHeader('Cache-Control', 'no-store');
    if (refused === null) this.#passed.emit('request', request, response);
    else answerRefused(response, refused);
  }

  handleUpgrade(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    respond: () => ServerResponse,
  ): void {
    const refused = this.#refuse(request, true);
    if (refused === null) this.#passed.emit('upgrade', request, socket, head);
    else answerRefused(respond(), refused);
  }

  send: Sockets['send'] = (to, name, news) => {
    // Of one socket here there is no need to look for others that are meant.
    const one =
      typeof to === 'object' && 'connection' in to
        ? this.#io.sockets.sockets.get(to.connection)
        : undefined;
    // Socket.IO's types cannot follow a generic event name.
    const target = (one ?? this.#io.to(channelName(to))) as unknown as {
      emit(n: string, d: object): void;
    };
    target.emit(name, news);
  };

  findPage(code: RoomRecord['code'], session: number): RoomPage | null {
    const socket = this.#findSocket(code, session);
    return socket === undefined
      ? null
      : { member: socket.data.lobby.member, connection: socket.id };
  }

  enter(connection: string, code: RoomRecord['code'], seat: MemberPage): void {
    this.#io.in(connection).socketsJoin(channelsOf(code, seat));
  }

  exit(connection: string, code: RoomRecord['code'], seat: MemberPage): void {
    this.#io.in(connection).socketsLeave(channelsOf(code, seat));
  }

  followList(connection: string, on: boolean): void {
    if (on) this.#io.in(connection).socketsJoin(channelName('list'));
    else this.#io.in(connection).socketsLeave(channelName('list'));
  }

  tellRoom(room: RoomRecord): void {
    this.send({ room: room.code }, 'room:state', toRoom(room));
  }

  /** [L131] Its page has no seat any more, and hears why. */
  putOut(code: RoomRecord['code'], { seat, why }: PutOut): void {
    if (seat.connection === null) return;
    this.send({ connection: seat.connection }, 'room:gone', { code, why });
    this.exit(seat.connection, code, seat);
  }

  /** The room is gone: nobody hears anything of its code any more. */
  closeRoom({ code, seats }: RoomRecord, why: 'IDLE' | 'CLOSED'): void {
    this.send({ room: code }, 'room:gone', { code, why });
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
      const { aliveMs, alivePollingMs } = this.#ports.times;
      socket.timeout(isPolling(socket) ? alivePollingMs : aliveMs).emit('alive', answered);
    });
  }

  announceDraining(): void {
    this.#io.emit('notice', { type: 'draining' });
  }

  /** Ends every connection, without waiting for anybody. */
  async close(): Promise<void> {
    await this.#io.close();
  }

  #expel({ visitor }: Connection): void {
    this.#io.in(visitor.connection).disconnectSockets(true);
  }

  #findSocket(code: RoomRecord['code'], session: number): IoSocket | undefined {
    const { adapter, sockets } = this.#io.sockets;
    const [id] = adapter.rooms.get(channelName({ room: code, session })) ?? [];
    return id === undefined ? undefined : sockets.get(id);
  }

  #refuse(request: IncomingMessage, isUpgrade: boolean): Refused | null {
    const { hosts, counters } = this.#ports;
    const refused = checkRequest(request, isUpgrade, {
      hosts,
      isSession: (id) => this.#sessions.has(id),
      refuseNew: (asking) => this.#refuseNew(asking),
    });
    if (refused !== null) counters.add(`request/${refused.reason}`);
    return refused;
  }

  /** What stands in the way of one more connection; null when nothing does. */
  #refuseNew(request: IncomingMessage): Refused | null {
    const { limits, timers } = this.#ports;
    const nowMs = timers.now();
    if (this.size >= limits.sockets) return { status: 503, reason: 'TRY_LATER' };
    const networks = this.#networksOf(request);
    const isLimited =
      this.#socketsOf.isFull(networks, limits.socketsOfPrefix) ||
      takeAll(this.#newConnections.around(networks, nowMs), nowMs) > 0;
    return isLimited ? { status: 429, reason: 'RATE_LIMITED' } : null;
  }

  #countSocket(raw: RawSocket): void {
    const networks = raw.request === null ? [] : this.#networksOf(raw.request);
    this.#networks.set(raw, networks);
    // Headers and what Node keeps beside them: kilobytes that nobody looks at again.
    raw.request = null;
    this.#socketsOf.add(networks);
    this.#sessions.add(raw.id);
    raw.once('close', () => {
      this.#sessions.delete(raw.id);
      this.#socketsOf.remove(networks);
    });
  }

  #networksOf(request: IncomingMessage): readonly string[] {
    const { timers, trustedProxies } = this.#ports;
    return this.#prefixes.namesOf(clientAddress(request, trustedProxies), timers.now());
  }

  #admit(socket: IoSocket): Error | null {
    const { guests, limits, timers, counters } = this.#ports;
    const from = { connection: socket.id, networks: this.#networks.get(socket.conn) ?? [] };
    const admitted = admit(socket.handshake.auth, guests, from);
    counters.add(`connect/${admitted.ok ? 'OK' : admitted.error.code}`);
    if (!admitted.ok) return refusalError(admitted.error);
    socket.data.lobby = new Connection(admitted.value, limits, timers.now());
    return null;
  }

  #serve(socket: IoSocket): void {
    const { rooms, entrance, guests, log } = this.#ports;
    const connection = socket.data.lobby;
    const { visitor } = connection;
    socket.onAny((event: unknown, ...message: unknown[]) => {
      if (event === 'relay') this.#relay.receive(connection, message);
      else this.#dispatch.receive(connection, event, message);
    });
    socket.once('disconnect', (reason) => {
      connection.closed = true;
      entrance.endConnection(visitor.connection);
      void connection.inTurn(async () => {
        if (connection.code === null) return;
        // [L15] A page that is closed says goodbye by itself; a lost one cannot.
        const how = reason === 'client namespace disconnect' ? 'bye' : 'lost';
        await rooms.disconnected(visitor, connection.code, how).catch((problem: unknown) => {
          log.error('disconnect-failed', { problem: describeProblem(problem) });
        });
      });
    });
    socket.emit('welcome', { guest: guests.sign(visitor.guest) });
  }
}

type RawSocket = BufferingSocket &
  PacketSocket & {
    readonly id: string;
    request: IncomingMessage | null;
  };
