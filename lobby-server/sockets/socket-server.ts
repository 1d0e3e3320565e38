import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { Server } from 'socket.io';
import type { IceConfig } from '../../shared/lobby/ice-config.ts';
import type { WayReport } from '../../shared/lobby/way-report.ts';
import { MESSAGE_BYTES_MAX } from '../../shared/lobby/limits.ts';
import { describeProblem } from '../describe-problem.ts';
import { toRoom } from '../rooms/room-record.ts';
import type { Entrance } from '../rooms/entrance.ts';
import type { Peeks } from '../rooms/peeks.ts';
import type { FirstSeconds } from '../rooms/first-seconds.ts';
import type { PublicList } from '../rooms/public-list.ts';
import type { QuickDesk } from '../quick/quick-desk.ts';
import type { RelayOnlyRooms } from '../rooms/relay-only-rooms.ts';
import type { PutOut } from '../rooms/rebuild-room.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { TicketDesk } from '../rooms/ticket-desk.ts';
import type { WitnessDesk } from '../rooms/witness-desk.ts';
import type { NodeName } from '../nodes/backplane.ts';
import type { Nodes } from '../nodes/nodes.ts';
import { Guesses } from './guesses.ts';
import type { Limits, Times } from '../limits/limits.ts';
import type { Logger } from '../log.ts';
import type { RoomRecord } from '../store/room-store.ts';
import type { Timers } from '../timers.ts';
import { admit, refusalError } from './admit.ts';
import { answerRefused } from './check-request.ts';
import { channelName, channelsOf } from './channels.ts';
import { Connection } from './connection.ts';
import type { Counters } from './counters.ts';
import { anyEvent, forgetHandshake, type IoServer, type IoSocket, writing } from './io-socket.ts';
import { type JoinedSockets, joinSockets } from './join-sockets.ts';
import { Dispatch } from './dispatch.ts';
import type { IceDesk } from '../signaling/ice-desk.ts';
import type { GuestIds } from './guest-ids.ts';
import type { MemberPage, RoomPage, Sockets } from './handlers.ts';
import { OneConnect } from './one-connect.ts';
import { holdBack, letGo, writeOnce } from './one-write.ts';
import { OpenSockets, type OpenSocketsPorts, type RawSocket } from './open-sockets.ts';
import { RelayBudget } from '../limits/relay-budget.ts';
import { isAnswering, PageEvents } from './page-events.ts';
import { PageSockets } from './page-sockets.ts';
import { Relay, type RelayPage } from './relay.ts';
import { RelayPages } from './relay-pages.ts';
import { makeQueueHandlers } from './queue-handlers.ts';
import { makeRoomHandlers } from './room-handlers.ts';
import { makeHostHandlers } from './host-handlers.ts';
import { makeListHandlers } from './list-handlers.ts';
import { makePeekHandlers } from './peek-handlers.ts';
import { makeReportHandlers, type ReportHandlersPorts } from './report-handlers.ts';
import { makeSignalHandlers } from './signal-handlers.ts';
import { makeWitnessHandlers } from './witness-handlers.ts';
import { TextSignals } from './text-signals.ts';
import { WaitingBytes } from '../limits/waiting-bytes.ts';

export type SocketServerPorts = OpenSocketsPorts &
  Pick<ReportHandlersPorts, 'reports' | 'onReport'> & {
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
    readonly relayOnly: RelayOnlyRooms;
    /** Of every answer. */
    readonly headers: Readonly<Record<string, string>>;
    /** Null where this process is the whole lobby. */
    readonly nodes: Nodes | null;
  };

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
  readonly #openSockets: OpenSockets;
  readonly #dispatch: Dispatch;
  readonly #relay: Relay;
  readonly #waitingBytes: WaitingBytes;
  readonly #events = new PageEvents({
    onMessage: (connection, event, message) => {
      if (event === 'relay') this.#relay.receive(connection, message);
      else this.#dispatch.receive(connection, event, message);
    },
    onGone: (socket, how) => {
      this.#pages.remove(socket);
      this.#ended(socket.data.lobby, how);
      this.#joined?.lines.left(socket.data.lobby, how);
    },
  });
  readonly #relayPages = new RelayPages();
  readonly #textSignals: TextSignals;
  readonly #pages = new PageSockets<IoSocket>();
  /** [L153] Null where this process is the whole lobby. */
  readonly #joined: JoinedSockets | null;

  constructor(ports: SocketServerPorts) {
    this.#ports = ports;
    this.#openSockets = new OpenSockets(ports);
    const failed = ports.shared.of('failedJoins', ports.limits.failedJoinsOfPrefix);
    const relayed = ports.shared.relayed(ports.limits.relayedOfPrefix);
    const guesses = new Guesses(failed, ports.timers, ports.firstSeconds);
    const visitorOf = (name: string) =>
      this.#io.sockets.sockets.get(name)?.data.lobby.visitor ??
      this.#joined?.pages.visitorOf(name) ??
      null;
    this.#dispatch = new Dispatch({
      ...ports,
      handlers: {
        ...makeQueueHandlers({ ...ports, guesses, sockets: this }),
        ...makeRoomHandlers({ ...ports, guesses, sockets: this }),
        ...makeSignalHandlers({ ...ports, sockets: this }),
        ...makeWitnessHandlers(ports),
        ...makeHostHandlers({ ...ports, visitorOf }),
        ...makePeekHandlers({ ...ports, guesses }),
        ...makeReportHandlers(ports),
        ...makeListHandlers({ ...ports, sockets: this }),
      },
      expel: (connection) => this.#expel(connection),
      ...(ports.nodes && { carry: (...asked) => this.#joined!.lines.carry(...asked) }),
    });
    this.#relay = new Relay({
      ...ports,
      isOn: ports.relay,
      budget: new RelayBudget(relayed, ports.limits.relayedInAll, ports.timers.now()),
      findPage: (code, session) => {
        const socket = this.#pages.get(code, session);
        if (socket !== undefined) return this.#relayPage(socket);
        return this.#joined?.pages.findRelayPage(code, session) ?? null;
      },
      carry: (connection, packed) => this.#joined?.lines.carryFrame(connection, packed),
      complain: ({ visitor: { connection } }, complaint) => {
        this.send({ connection }, 'relay:refused', complaint);
      },
      expel: (connection) => this.#expel(connection),
    });
    this.#textSignals = new TextSignals({ ...ports, pages: this.#pages, dispatch: this.#dispatch });
    this.#io = new Server(this.#passed, SETTINGS);
    this.#io.engine.on('headers', (headers: Record<string, string>) => {
      Object.assign(headers, ports.headers);
    });
    const oneConnect = new OneConnect(() => ports.counters.add('ended/REPEATED'));
    this.#waitingBytes = new WaitingBytes(ports.limits.waitingBytes, () =>
      ports.counters.add('ended/SLOW_READER'),
    );
    this.#io.engine.on('connection', (raw: RawSocket) => {
      this.#openSockets.count(raw);
      oneConnect.watch(raw);
      this.#waitingBytes.watch(raw);
    });
    this.#io.use((socket, next) => {
      next(this.#admit(socket) ?? undefined);
    });
    this.#io.on('connection', (socket) => this.#serve(socket));
    const { nodes } = ports;
    this.#joined =
      nodes &&
      joinSockets({
        ...ports,
        nodes,
        sockets: this,
        io: this.#io,
        dispatch: this.#dispatch,
        relay: this.#relay,
        relayPage: (socket) => this.#relayPage(socket),
        onLeft: (connection, how) => this.#ended(connection, how),
      });
  }

  get size(): number {
    return this.#openSockets.size;
  }

  handleRequest(request: IncomingMessage, response: ServerResponse): void {
    const refused = this.#openSockets.refuse(request, false);
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
    const refused = this.#openSockets.refuse(request, true);
    if (refused === null) {
      writeOnce(socket);
      this.#passed.emit('upgrade', request, socket, head);
    } else answerRefused(respond(), refused);
  }

  send: Sockets['send'] = (to, name, news) => {
    // Of one socket here there is no need to look for others that are meant.
    const one =
      typeof to === 'object' && 'connection' in to
        ? this.#io.sockets.sockets.get(to.connection)
        : undefined;
    anyEvent(one ?? this.#io.to(channelName(to))).emit(name, news);
    if (one === undefined && to !== 'list') this.#joined?.pages.send(to, name, news);
  };

  findPage(code: RoomRecord['code'], session: number): RoomPage | null {
    const socket = this.#pages.get(code, session);
    return socket === undefined
      ? (this.#joined?.pages.findPage(code, session) ?? null)
      : { member: socket.data.lobby.member, connection: socket.id };
  }

  enter(connection: string, code: RoomRecord['code'], seat: MemberPage): void {
    if (this.#joined?.pages.enter(connection, code, seat) === true) return;
    this.#pages.put(this.#io.sockets.sockets.get(connection), code, seat.session);
    this.#io.in(connection).socketsJoin(channelsOf(code, seat));
  }

  exit(connection: string, code: RoomRecord['code'], seat: MemberPage): void {
    if (this.#joined?.pages.exit(connection, code, seat) === true) return;
    const socket = this.#io.sockets.sockets.get(connection);
    if (socket === this.#pages.get(code, seat.session)) this.#pages.remove(socket);
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
    if (socket === undefined)
      return this.#joined?.pages.isThere(connection) ?? Promise.resolve(false);
    return isAnswering(socket, this.#ports.times);
  }

  /** [L151] Nothing is heard of a node any more. */
  loseNode(node: NodeName): void {
    this.#joined?.lines.lose(node);
  }

  announceDraining(): void {
    this.#io.emit('notice', { type: 'draining' });
  }

  /** Ends every connection, without waiting for anybody. */
  async close(): Promise<void> {
    await this.#io.close();
  }

  #relayPage(socket: IoSocket): RelayPage {
    return this.#relayPages.of(socket, () => this.#waitingBytes.of(writing(socket)));
  }

  #expel({ visitor }: Connection): void {
    if (this.#joined?.pages.has(visitor.connection))
      return this.#joined.pages.drop(visitor.connection);
    this.#io.in(visitor.connection).disconnectSockets(true);
  }

  #admit(socket: IoSocket): Error | null {
    const { guests, limits, timers, counters } = this.#ports;
    const from = { connection: socket.id, networks: this.#openSockets.networksOf(socket.conn) };
    const admitted = admit(socket.handshake.auth, guests, from);
    counters.add(`connect/${admitted.ok ? 'OK' : admitted.error.code}`);
    if (!admitted.ok) return refusalError(admitted.error);
    socket.data.lobby = new Connection(admitted.value, limits, timers.now());
    // Until it is welcome too.
    holdBack(writing(socket));
    return null;
  }

  #serve(socket: IoSocket): void {
    forgetHandshake(socket);
    this.#events.hear(socket);
    this.#textSignals.hear(socket.conn, socket.data.lobby);
    socket.emit('welcome', { guest: this.#ports.guests.sign(socket.data.lobby.visitor.guest) });
    letGo(writing(socket));
  }

  #ended(connection: Connection, how: 'lost' | 'bye'): void {
    const { rooms, entrance, log } = this.#ports;
    const { visitor } = connection;
    entrance.endConnection(visitor.connection);
    void connection.inTurn(async () => {
      if (connection.code === null) return;
      await rooms.disconnected(visitor, connection.code, how).catch((problem: unknown) => {
        log.error('disconnect-failed', { problem: describeProblem(problem) });
      });
    });
  }
}
