import { randomBytes, randomInt } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parsePeerId, type PeerId } from '../shared/base/peer-id.ts';
import type { RoomCode } from '../shared/lobby/ids.ts';
import type { Config } from './config.ts';
import { describeProblem } from './describe-problem.ts';
import { makeHttpServer } from './http/http-server.ts';
import { OpenConnections } from './http/open-connections.ts';
import { securityHeaders } from './http/security-headers.ts';
import { DayKeys } from './nodes/day-keys.ts';
import { codesOf, homesOf, joinNodes, listMessage, spentMessage } from './nodes/join-nodes.ts';
import type { Backplane } from './nodes/backplane.ts';
import { Nodes } from './nodes/nodes.ts';
import { KnownHosts } from './known-hosts.ts';
import { DEFAULT_LIMITS, DEFAULT_TIMES, type Limits, type Times } from './limits/limits.ts';
import type { Logger } from './log.ts';
import { makeOperator } from './operator/make-operator.ts';
import { makeOperatorWord } from './operator/operator-word.ts';
import { MinuteLog } from './operator/minute-log.ts';
import { QuickDesk } from './quick/quick-desk.ts';
import { IdleRooms } from './rooms/idle-rooms.ts';
import { Entrance } from './rooms/entrance.ts';
import { Peeks } from './rooms/peeks.ts';
import { FirstSeconds } from './rooms/first-seconds.ts';
import { PublicList } from './rooms/public-list.ts';
import { RelayOnlyRooms } from './rooms/relay-only-rooms.ts';
import { Reports } from './rooms/reports.ts';
import { isUnused } from './rooms/room-record.ts';
import { toAccessNews } from './rooms/room-access.ts';
import { Rooms } from './rooms/rooms.ts';
import { TicketDesk } from './rooms/ticket-desk.ts';
import { WitnessDesk } from './rooms/witness-desk.ts';
import { IceDesk } from './signaling/ice-desk.ts';
import { makeStunConfig } from './signaling/turn-credentials.ts';
import { SharedBuckets } from './limits/shared-buckets.ts';
import { addressPrefix, PrefixNames } from './limits/address-prefix.ts';
import { Counters } from './sockets/counters.ts';
import { GuestIds } from './sockets/guest-ids.ts';
import { SocketServer } from './sockets/socket-server.ts';
import { MemoryRoomStore } from './store/memory-room-store.ts';
import { systemTimers, type Timers } from './timers.ts';

export type LobbyServerOptions = {
  readonly config: Config;
  /** Signs guest ids and tickets. */
  readonly secret: string;
  /** The built game. */
  readonly gameFolder: string;
  readonly log: Logger;
  readonly limits?: Partial<Limits>;
  readonly times?: Partial<Times>;
  readonly timers?: Timers;
  /** [L150] What this process and others of the same lobby share; without one it is the whole lobby. */
  readonly backplane?: Backplane | undefined;
};

export type LobbyServer = {
  /** For clients on this machine. */
  readonly url: string;
  readonly port: number;
  readonly counters: Counters;
  rooms(): Promise<number>;
  /** TCP connections that are open now. */
  connections(): number;
  /** No new rooms from now on, `/readyz` says so, and players are told. */
  drain(): void;
  close(): Promise<void>;
};

/**
 * [L57] How many TCP connections there may be for each socket: a browser that loads the page opens
 * six beside its websocket. In all fewer, since that many do not load at once.
 */
const CONNECTIONS_OF_SOCKET = { ofPrefix: 8, inAll: 2 };

/** What was written may leave for so long before connections are cut. */
const CLOSE_MS = 400;

const PEER_ID_BYTES = 12;
/** Sixteen characters. */
const ID_BYTES = 12;
const RANDOM_STEPS = 2 ** 32;

/** Starts everything: store → rooms → sockets → http. */
export async function createLobbyServer(options: LobbyServerOptions): Promise<LobbyServer> {
  const { config, log } = options;
  const timers = options.timers ?? systemTimers;
  const limits: Limits = { ...DEFAULT_LIMITS, ...config.limits, ...options.limits };
  const times: Times = { ...DEFAULT_TIMES, ...config.times, ...options.times };
  const counters = new Counters();

  const store = new MemoryRoomStore();
  const nodes =
    options.backplane === undefined
      ? null
      : new Nodes({
          backplane: options.backplane,
          timers,
          log,
          count: (what) => counters.add(what),
          codes: async () => codesOf(await store.all()),
        });
  const shared = new SharedBuckets(
    nodes && ((...spent) => nodes.tell('all', spentMessage(...spent))),
  );
  const dayKeys = options.backplane && new DayKeys(options.backplane, timers);
  const witness = new WitnessDesk({
    timers,
    find: (code) => store.get(code),
    isThere: (connection) => sockets.isThere(connection),
    random,
    onNews: (news) => sockets.send({ room: news.code }, 'room:witness', news),
    onPast: (room) => tickets.follow(room),
  });
  const tickets = new TicketDesk({
    secret: options.secret,
    timers,
    times,
    find: (code) => store.get(code),
    pastOf: (code) => witness.pastOf(code),
    tell: ({ code, door }, ticket) =>
      sockets.send({ room: code }, 'room:ticket', { code, door, ticket }),
  });
  const relayOnly = new RelayOnlyRooms(config.turnUrls.length > 0);
  const rooms = new Rooms({
    store,
    witness,
    timers,
    limits,
    times,
    random,
    makePeerId,
    makeId,
    homes: nodes === null ? undefined : homesOf(nodes),
    onChange: (room) => {
      relayOnly.follow(room);
      idle.heard(room.code);
      sockets.tellRoom(room);
      tickets.follow(room);
      list.follow(room);
      quick.follow(room);
    },
    onAccess: (room) => {
      relayOnly.follow(room);
      sockets.send({ room: room.code }, 'room:access', toAccessNews(room, relayOnly.hasTurn));
      tickets.follow(room);
      entrance.tellKnocks(room);
      list.follow(room);
      quick.follow(room);
    },
    onGone: (code) => {
      relayOnly.forget(code);
      list.drop(code);
      peeks.forget(code);
      entrance.forget(code);
      quick.forget(code);
      tickets.forget(code);
      reports.forget(code);
    },
    onOut: (code, out) => sockets.putOut(code, out),
  });
  const list = new PublicList({
    timers,
    onDelta: (delta) => sockets.send('list', 'list:delta', delta),
    ...(nodes && { onOwnDelta: (delta) => nodes.tell('all', listMessage(delta)) }),
  });
  const peeks = new Peeks(timers);
  const reports = new Reports();
  const entrance = new Entrance({
    rooms,
    timers,
    limits,
    shared,
    makeId,
    tell: (room, knocks) => {
      sockets.send({ room: room.code, member: room.host }, 'room:knocks', knocks);
    },
    answer: (connection, news) => sockets.send({ connection }, 'room:knocked', news),
  });
  const quick = new QuickDesk({
    rooms,
    timers,
    times,
    onStatus: (code, status) => sockets.send({ room: code }, 'queue:status', status),
    onTeams: (code, match) => sockets.send({ room: code }, 'queue:match', match),
    onMove: (from, { id }, match) => sockets.send({ room: from, member: id }, 'queue:match', match),
  });
  const idle = new IdleRooms(timers, times.idleMs, (code) => void endIdle(code));
  const endIdle = async (code: RoomCode): Promise<void> => {
    // [L19] One that nobody would miss.
    const ended = await rooms.end(code, isUnused);
    if (ended !== null) sockets.closeRoom(ended, 'IDLE');
    else if ((await rooms.find(code)) !== null) idle.heard(code);
  };
  const hosts = new KnownHosts(config);
  const headers = securityHeaders(config.publicUrl);
  const sockets = new SocketServer({
    rooms,
    entrance,
    list,
    tickets,
    firstSeconds: new FirstSeconds(timers, times),
    peeks,
    makeId,
    quick,
    witness,
    guests: new GuestIds(options.secret),
    timers,
    limits,
    shared,
    times,
    counters,
    log,
    onHeard: (code) => idle.heard(code),
    reports,
    onReport: (why) => counters.add(`report/${why}`),
    ice: new IceDesk({ settings: config, limits, shared, timers }),
    makeStun: () => makeStunConfig(config),
    onLink: (report) => {
      counters.add(`link/${report.path}`);
      operator.linkUp(report);
    },
    hosts,
    headers,
    relay: config.relay,
    relayOnly,
    trustedProxies: config.trustedProxies,
    nodes,
    prefixes: dayKeys?.names() ?? new PrefixNames(),
  });
  await dayKeys?.follow();
  if (nodes !== null) {
    joinNodes({ nodes, rooms, list, shared, timers, loseNode: (node) => sockets.loseNode(node) });
  }
  const isReady = (): boolean => !rooms.draining && nodes?.life.isReady !== false;
  const drain = (): void => {
    rooms.draining = true;
    sockets.announceDraining();
  };
  const numbers = { counts: () => counters.all(), sockets: () => sockets.size };
  const operator = await makeOperator({
    ...numbers,
    config,
    timers,
    log,
    quick,
    connections: () => connections.size,
    ...makeOperatorWord({ store, rooms, reports, sockets }),
    isReady,
    drain,
  });
  const minuteLog = new MinuteLog({
    ...numbers,
    timers,
    log,
    rooms: () => store.count(),
  });
  const http = makeHttpServer({
    gameFolder: options.gameFolder,
    sourceMaps: config.sourceMaps,
    publicUrl: config.publicUrl,
    headers,
    hosts,
    trustedProxies: config.trustedProxies,
    sockets,
    operator: operator.door,
    times,
    log,
    isReady,
  });
  const connections = new OpenConnections(http, {
    inAll: limits.sockets * CONNECTIONS_OF_SOCKET.inAll,
    ofName:
      config.trustedProxies > 0 ? null : limits.socketsOfPrefix * CONNECTIONS_OF_SOCKET.ofPrefix,
    // The connection itself has the address for as long as it is counted.
    nameOf: addressPrefix,
  });
  const port = await listen(http, config.port, config.host);
  http.on('error', (problem) => log.error('http-failed', { problem: describeProblem(problem) }));

  return {
    url: `http://localhost:${port}`,
    port,
    counters,
    rooms: () => rooms.count(),
    connections: () => connections.size,
    drain,
    async close() {
      operator.close();
      minuteLog.close();
      idle.close();
      list.close();
      tickets.close();
      entrance.close();
      quick.end();
      rooms.close();
      http.close();
      // Others take the rooms from now on, before the pages come to them.
      dayKeys?.close();
      await nodes?.close();
      await sockets.close();
      await connections.end(CLOSE_MS);
    },
  };
}

function listen(http: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen({ port, ...(host === '' ? {} : { host }) }, () => {
      http.off('error', reject);
      resolve((http.address() as AddressInfo).port);
    });
  });
}

function makePeerId(): PeerId {
  return parsePeerId(randomBytes(PEER_ID_BYTES).toString('base64url'))!;
}

/** Of a knock, a probe or a key: not to be guessed, as `nonce` of shared/lobby has it. */
function makeId(): string {
  return randomBytes(ID_BYTES).toString('base64url');
}

/** 0 … 1, not to be guessed. */
function random(): number {
  return randomInt(RANDOM_STEPS) / RANDOM_STEPS;
}
